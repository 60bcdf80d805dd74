/** A stem's last sound before -e and -ie: "Marta" becomes "Marcie", "Piotr" becomes "Piotrze". */
const SOFT: readonly [end: RegExp, soft: string][] = [
  [/st$/, 'scie'],
  [/ch$/, 'sze'],
  [/sl$/, 'sle'],
  [/k$/, 'ce'],
  [/g$/, 'dze'],
  [/t$/, 'cie'],
  [/d$/, 'dzie'],
  [/r$/, 'rze'],
  [/l$/, 'le'],
  [/(?=[bfmnpswz]$)/, 'ie'],
];

function softened(stem: string): string[] {
  const rule = SOFT.find(([end]) => end.test(stem));
  if (!rule) return [];
  const [end, soft] = rule;
  return [soft === 'ie' ? `${stem}ie` : stem.replace(end, soft)];
}

const ended = (stem: string, endings: string): string[] => endings.split(' ').map((ending) => stem + ending);

/** The stems a man's name is inflected from: the name, without its fleeting e ("Paweł", "Marek"), with ą as ę. */
function stemsOf(name: string): string[] {
  const fleeting = name.replace(/i?e([bcklnrt])$/, '$1');
  const stems = fleeting === name ? [name] : [name, fleeting];
  if (/[^aeiouy]iol$/.test(name)) stems.push(name.replace(/iol$/, 'l'));
  if (/ab$/.test(name)) stems.push(name.replace(/ab$/, 'ebi'));
  if (/ien$/.test(name)) stems.push(name.replace(/cien$/, 'tni'), name.replace(/ien$/, 'ni'));
  return stems;
}

/**
 * Every form Polish gives a first or last name, the name itself among them; more than a native would say, since what
 * is matched is what somebody wrote.
 * @param name one word in its base form, folded
 */
export function formsOf(name: string): ReadonlySet<string> {
  const forms = new Set([name]);
  const add = (more: readonly string[]) => {
    for (const form of more) forms.add(form);
  };
  if (/[ao]$/.test(name)) {
    const stem = name.slice(0, -1);
    add(ended(stem, 'a y i e o u'));
    add(softened(stem));
    if (stem.endsWith('i')) add(ended(stem, 'i'));
    if (/[kgnwt]a$/.test(name)) add(ended(stem, 'ej iej'));
  } else if (/[iy]$/.test(name)) {
    const stem = name.replace(/y$/, '');
    add(ended(stem, 'ego emu m'));
    if (name.endsWith('y')) add(ended(stem, 'ym'));
  } else {
    for (const stem of stemsOf(name)) {
      add(ended(stem, 'a owi em iem u e i iowi ia iu'));
      add(softened(stem));
    }
  }
  return forms;
}

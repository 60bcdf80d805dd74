import { FIRST_NAMES } from './first-names.ts';
import { fold } from './fold.ts';
import { formsOf } from './forms.ts';

const known = new Map(FIRST_NAMES.map((name) => [fold(name), name]));

/**
 * The base form of a name said inflected, as far as it can be told: "Annę Kowalską" is "Anna Kowalska". A proposal to
 * be shown and edited; what is in its base form already, or no Polish first name, stays as it is.
 */
export function baseName(said: string): string {
  const [first = '', ...rest] = said.trim().split(/\s+/);
  const folded = fold(first);
  if (known.has(folded)) return said.trim();
  const base = [...known].find(([name]) => formsOf(name).has(folded))?.[1];
  if (!base) return said.trim();
  const surname = base.endsWith('a') ? womans : mans;
  return [base, ...rest.map((part) => part.split('-').map(surname).join('-'))].join(' ');
}

type Ending = readonly [end: RegExp, base: string];

const apply = (endings: readonly Ending[], name: string): string => {
  const found = endings.find(([end]) => end.test(name));
  return found ? name.replace(...found) : name;
};

const WOMAN: readonly Ending[] = [
  [/([kg])iej$/, '$1a'],
  [/([nw])ej$/, '$1a'],
  [/[ąęy]$/, 'a'],
  [/([kg])i$/, '$1a'],
  [/rze$/, 'ra'],
];

const MAN: readonly Ending[] = [
  [/([kg])(?:iego|iemu|im)$/, '$1i'],
  [/(?:ego|emu|ym)$/, 'y'],
  [/[ąę]$/, 'a'],
  [/ębi(?:a|owi|em)$/, 'ąb'],
  [/zł(?:a|owi|em)$/, 'zioł'],
  [/([kg])iem$/, '$1'],
  [/(?:owi|em|a)$/, ''],
];

/** The e that comes back in the base form: "Dudka" is Dudek, "Wróbla" Wróbel, "Krawca" Krawiec; but "Wilka" Wilk. */
const FLEETING: readonly Ending[] = [
  [/([^aeiouyąęól])k$/, '$1ek'],
  [/([^aeiouyąęó])l$/, '$1el'],
  [/([^aeiouyąęój])c$/, '$1iec'],
];

const womans = (name: string): string => apply(WOMAN, name);

function mans(name: string): string {
  const stem = apply(MAN, name);
  return stem === name || /[aiy]$/.test(stem) || /(?:iem|zioł)$/.test(stem) ? stem : apply(FLEETING, stem);
}

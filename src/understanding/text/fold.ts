const folded = new Map<number, string>();

function foldUnit(unit: number): string {
  const known = folded.get(unit);
  if (known !== undefined) return known;
  const char = String.fromCharCode(unit);
  const base = char.normalize('NFKD').charAt(0).toLowerCase().charAt(0);
  const plain = special[base] ?? (base === '' ? char : base);
  folded.set(unit, plain);
  return plain;
}

/** What NFKD leaves alone: the Polish l with stroke, and the marks people's keyboards put for plain ones. */
const special: Record<string, string> = {
  ł: 'l',
  '\u2018': "'",
  '\u2019': "'",
  '\u00b4': "'",
  '`': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
};

/**
 * Lower case without diacritics, one character for each UTF-16 unit of `text`, so that a place found in the folded
 * text is the same place in the text as written.
 */
export function fold(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    out += unit < 128 ? ascii[unit] : foldUnit(unit);
  }
  return out;
}

const ascii = Array.from(
  { length: 128 },
  (_, unit) => special[String.fromCharCode(unit)] ?? String.fromCharCode(unit).toLowerCase(),
);

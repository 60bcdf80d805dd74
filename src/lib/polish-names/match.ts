import { fold } from './fold.ts';
import { formsOf } from './forms.ts';

const partsOf = (name: string): string[] =>
  fold(name)
    .replace(/'s\b/g, '')
    .split(/[\s.,-]+/)
    .filter(Boolean);

const isForm = (said: string, part: string): boolean =>
  said.length === 1 ? part.startsWith(said) : formsOf(part).has(said);

/**
 * Whether `said` names the person called `full`, inflected ("Pawłowi Krukowi"), in part ("Kruk"), in another order,
 * with an initial, and without diacritics. Each word said must be a word of the name.
 */
export function sameName(said: string, full: string): boolean {
  const left = partsOf(full);
  const words = partsOf(said);
  if (words.every((word) => word.length === 1)) return false;
  return words.every((word) => {
    const at = left.includes(word) ? left.indexOf(word) : left.findIndex((part) => isForm(word, part));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

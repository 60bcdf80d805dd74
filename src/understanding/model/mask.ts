import type { FoundDocument } from '../slots/documents.ts';
import type { Reading } from '../slots/index.ts';
import { fold } from '../text/fold.ts';

function name({ slot, kind, value }: FoundDocument): string {
  if (slot === 'document') return kind ?? 'number';
  return slot === 'amount' && typeof value === 'object' && 'currency' in value && value.currency === 'PTS'
    ? 'points'
    : slot;
}

/** "The card ending 4242" stays a card: only its digits are the thing named. */
const worded = ({ slot, start, end }: FoundDocument, folded: string): string =>
  slot === 'method' ? folded.slice(start, end).replace(/\d/g, ' ') : '';

/** The folded clause with each thing named replaced by its kind, so that "pay 123" and "pay INV-7" are one phrase. */
export function mask({ folded, found }: Reading): string {
  let out = '';
  let at = 0;
  for (const next of [...found].sort((a, b) => a.start - b.start)) {
    if (next.start < at) continue;
    const ahead = folded.slice(at, next.start);
    out += `${ahead}${worded(next, folded)} \u00a7${name(next)} `;
    at = next.end;
  }
  return fold(out + folded.slice(at))
    .replace(/'/g, '')
    .replace(/[^a-z0-9\u00a7+?]+/g, ' ')
    .replace(/\?/g, ' ? ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

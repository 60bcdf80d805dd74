import type { FoundDocument } from '../slots/documents.ts';
import type { Reading } from '../slots/index.ts';
import { fold } from '../text/fold.ts';

const name = ({ slot, kind }: FoundDocument): string => (slot === 'document' ? (kind ?? 'number') : slot);

/** The folded clause with each thing named replaced by its kind, so that "pay 123" and "pay INV-7" are one phrase. */
export function mask({ folded, found }: Reading): string {
  let out = '';
  let at = 0;
  for (const next of [...found].sort((a, b) => a.start - b.start)) {
    if (next.start < at) continue;
    out += `${folded.slice(at, next.start)} \u00a7${name(next)} `;
    at = next.end;
  }
  return fold(out + folded.slice(at))
    .replace(/'/g, '')
    .replace(/[^a-z0-9\u00a7+?]+/g, ' ')
    .replace(/\?/g, ' ? ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

import type { FileRef } from '../kit/card.ts';
import { oneLine } from './plain.ts';

/** A file by name and size, e.g. "FV-2026-11-007.pdf (84 kB)"; written alike in both languages. */
export function fileLine({ name, size }: FileRef): string {
  const [value, unit] = size < 1000 ? [size, 'B'] : size < 1_000_000 ? [size / 1000, 'kB'] : [size / 1_000_000, 'MB'];
  return `${oneLine(name)} (${Math.ceil(value)} ${unit})`;
}

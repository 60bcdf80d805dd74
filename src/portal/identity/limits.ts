/** Codes asked for, known e-mail or not, per chat user and per e-mail (PRODUCT.md section 7). */
const LIMITS = [
  { most: 3, withinMs: 3_600_000 },
  { most: 10, withinMs: 86_400_000 },
] as const;

/** How far back codes count. */
export const COUNTED_MS = 86_400_000;

/**
 * When the next code may be asked for; undefined where it may be now.
 * @param before the moments of those asked for within `COUNTED_MS`, newest first
 */
export function blockedUntil(before: readonly Date[], now: Date): Date | undefined {
  const ends = LIMITS.flatMap(({ most, withinMs }) => {
    const oldest = before[most - 1];
    return oldest ? [oldest.getTime() + withinMs] : [];
  });
  const last = Math.max(...ends, 0);
  return last > now.getTime() ? new Date(last) : undefined;
}

import type { Shown } from './dialog.ts';

/** The list of that kind that was shown last, also where one other kind was shown since ("renew the second one"). */
export const listOf = (shown: Shown | undefined, kind: Shown['kind']): Omit<Shown, 'before'> | undefined =>
  [shown, shown?.before].find((list) => list?.kind === kind);

/** What is the list shown last from now on, with the one of another kind before it. */
export function showNext(earlier: Shown | undefined, { before: _, ...shown }: Shown): Shown {
  if (!earlier) return shown;
  const { before, ...last } = earlier;
  const other = last.kind === shown.kind ? before : last;
  return other && other.kind !== shown.kind ? { ...shown, before: other } : shown;
}

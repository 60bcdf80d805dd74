import { Decimal, minorDigits } from '../lib/money.ts';
import type { FieldProblem } from './problems.ts';

/** Money has at most the decimals of its currency's minor unit. */
export function decimalsOf(
  currency: string,
  amounts: readonly (readonly [path: readonly PropertyKey[], amount: string | null | undefined])[],
): FieldProblem[] {
  const digits = minorDigits(currency);
  return amounts
    .filter(([, amount]) => (amount?.split('.')[1]?.length ?? 0) > digits)
    .map(([path, amount]) => ({
      path,
      message: `expected at most ${digits} decimals, which is what ${currency} has, got "${amount}"`,
    }));
}

/** True when the two differ by no more than the currency's minor unit, which rounding line by line can make. */
export function agree(a: Decimal.Value, b: Decimal.Value, currency: string): boolean {
  return new Decimal(a)
    .minus(b)
    .abs()
    .lte(new Decimal(10).pow(-minorDigits(currency)));
}

/** An end is not before its beginning; where one of them is missing there is nothing to compare. */
export function inOrder(
  from: string | null | undefined,
  to: string | null | undefined,
  path: readonly PropertyKey[],
): FieldProblem[] {
  return from && to && to < from ? [{ path, message: `expected ${from} or later, got "${to}"` }] : [];
}

/** Each of a list's items has its own name. */
export function distinct(names: readonly string[], at: (position: number) => readonly PropertyKey[]): FieldProblem[] {
  const first = new Map<string, number>();
  return names.flatMap((name, position) => {
    const before = first.get(name);
    if (before !== undefined) return [{ path: at(position), message: `stands twice, at ${before + 1} already` }];
    first.set(name, position);
    return [];
  });
}

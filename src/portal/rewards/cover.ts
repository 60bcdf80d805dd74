import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { Decimal, type Money, money, totals } from '../../lib/money.ts';
import { amountInput, type Part } from '../payments/wanted.ts';
import type { AccountScope } from '../scope.ts';
import { allocate, type Use, type UseView, useView, without, worthOf } from './allocate.ts';
import { type Batch, isUsable, readBatches } from './batches.ts';
import { readFits } from './fit.ts';

/** What rewards cover of one invoice. */
export interface Cover {
  invoiceId: string;
  number: string;
  value: Money;
  uses: Use[];
}

/** The same as people see it. */
export interface CoverView {
  invoiceId: string;
  number: string;
  value: Money;
  uses: UseView[];
}

/** What was shown to be used on an invoice from which batches, in their own units. */
export const shownUses = z
  .array(z.strictObject({ batchId: z.uuid(), units: amountInput }))
  .min(1)
  .max(1000);

/** What rewards could cover of these parts of a payment, in their order: of support invoices' pre-tax part alone. */
export async function planCover(scope: Pick<AccountScope, 'tx' | 'today'>, parts: readonly Part[]): Promise<Cover[]> {
  const invoices = parts.filter(({ balance }) => balance.kind === 'invoice');
  let batches = (await readBatches(scope)).filter((batch) => isUsable(batch, scope.today));
  if (batches.length === 0 || invoices.length === 0) return [];
  const fits = await readFits(
    scope,
    invoices.map(({ balance }) => balance.id),
  );
  const covers: Cover[] = [];
  for (const { balance, pay } of invoices) {
    const fit = fits.find(({ id }) => id === balance.id);
    if (!fit) continue;
    const fitting = batches.filter(({ currency }) => currency === pay.currency);
    const wanted = coverable(Decimal.min(fit.preTaxLeft, pay.amount), fitting, pay.currency);
    if (Number(wanted.amount) === 0) continue;
    const uses = allocate(fitting, wanted);
    covers.push({ invoiceId: balance.id, number: balance.number, value: wanted, uses });
    batches = without(batches, uses);
  }
  return covers;
}

const coverable = (most: Decimal, batches: readonly Batch[], currency: string): Money =>
  money(Decimal.min(most, worthOf(batches, currency).amount), currency);

/** Holds what is used now to what was shown. Throws `conflict` `rewards_changed`. */
export function requireAsShown(
  covers: readonly Pick<Cover, 'invoiceId' | 'number' | 'uses'>[],
  shown: readonly { invoiceId: string; uses: z.output<typeof shownUses> }[],
): void {
  const [first] = covers;
  const same =
    covers.length === shown.length &&
    covers.every(({ invoiceId, uses }) => {
      const those = shown.find((one) => one.invoiceId === invoiceId)?.uses ?? [];
      return (
        uses.length === those.length &&
        uses.every(({ batch, units }, at) => batch.id === those[at]?.batchId && units.equals(those[at].units))
      );
    });
  if (!same) throw new CodedError('conflict', 'rewards_changed', first ? { number: first.number } : {});
}

/** What is left to charge of the parts; those that are covered as a whole are gone. */
export function restOf(parts: readonly Part[], covers: readonly Cover[]): Part[] {
  return parts.flatMap(({ balance, pay }) => {
    const covered = covers.find(({ invoiceId }) => invoiceId === balance.id)?.value.amount ?? 0;
    const rest = new Decimal(pay.amount).minus(covered);
    return rest.greaterThan(0) ? [{ balance, pay: money(rest, pay.currency) }] : [];
  });
}

export const coverView = ({ invoiceId, number, value, uses }: Cover): CoverView => ({
  ...{ invoiceId, number, value, uses: uses.map(useView) },
});

/** What covers are worth together, per currency. */
export const coveredInAll = (covers: readonly Pick<Cover, 'value'>[]): Money[] =>
  totals(covers.map(({ value }) => value));

import { refreshPaidHere } from '../../db/invoice-balance.ts';
import { queryIn } from '../../db/prisma.ts';
import type { Scope } from '../scope.ts';
import type { Cover } from './cover.ts';
import { record } from './record.ts';

/** Spends rewards on invoices at once, under one number, which is returned. The caller holds the account's lock. */
export async function spend(scope: Scope, covers: readonly Cover[]): Promise<string> {
  const number = await record(scope, covers);
  await refreshPaidHere(
    queryIn(scope.tx),
    covers.map(({ invoiceId }) => invoiceId),
  );
  for (const { number: invoice, value, uses } of covers) {
    scope.audit({
      action: 'rewards.redeem',
      object: `invoice:${invoice}`,
      outcome: 'done',
      details: { ...value, number, invoices: [invoice], batches: uses.map(({ batch }) => batch.source) },
    });
  }
  return number;
}

import { z } from 'zod';
import { type Money, totals } from '../../lib/money.ts';
import { type InvoiceRow, type RawRow, withBalances } from '../invoices/row.ts';
import { reading } from '../operation.ts';
import { worthOf } from './allocate.ts';
import { isUsable, readBatches } from './batches.ts';
import { readFits } from './fit.ts';

/** More unpaid support invoices than these are not looked at. */
const LOOKED_AT = 100;

export interface Redeemable {
  /** What can be used, per currency. */
  balances: Money[];
  /** Unpaid support invoices rewards can be used on now, oldest due first. */
  rows: InvoiceRow[];
}

/** Which invoices rewards can be used on now; of those in dispute only the ones there is no other choice than. */
export const redeemable = reading({
  permission: 'rewards.redeem',
  input: z.strictObject({ limit: z.number().int().min(1).max(25).default(8) }),
  async handle(scope, { limit }): Promise<Redeemable> {
    const { tx, today } = scope;
    const usable = (await readBatches(scope)).filter((batch) => isUsable(batch, today));
    const currencies = [...new Set(usable.map(({ currency }) => currency))];
    const worth = currencies.map((one) =>
      worthOf(
        usable.filter(({ currency }) => currency === one),
        one,
      ),
    );
    const balances = totals(worth.filter(({ amount }) => Number(amount) > 0));
    const raw = await tx.$queryRaw<RawRow[]>`
      SELECT id, number, "purchaseOrder", type, to_char("issuedOn", 'YYYY-MM-DD') AS "issuedOn",
        to_char("dueOn", 'YYYY-MM-DD') AS "dueOn", currency, total::text, "leftToPay"::text AS left
      FROM invoice
      WHERE "leftToPay" > 0 AND type = 'support' AND currency = ANY(${balances.map(({ currency }) => currency)}::text[])
        AND net > (SELECT coalesce(sum(r.value), 0) FROM reward_redemption r
          WHERE r."invoiceId" = invoice.id AND r.state <> 'released')
      ORDER BY invoice."dueOn", id LIMIT ${LOOKED_AT}`;
    const fits = await readFits(
      scope,
      raw.map(({ id }) => id),
    );
    const fitting = new Set(fits.filter(({ preTaxLeft }) => preTaxLeft.greaterThan(0)).map(({ id }) => id));
    const rows = await withBalances(
      scope,
      raw.filter(({ id }) => fitting.has(id)),
    );
    const undisputed = rows.filter(({ disputed }) => !disputed);
    return { balances, rows: (undisputed.length > 0 ? undisputed : rows).slice(0, limit) };
  },
});

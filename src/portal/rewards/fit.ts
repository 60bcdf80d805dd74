import { CodedError } from '../../lib/errors.ts';
import { Decimal, type Money, money } from '../../lib/money.ts';
import { type Balance, readBalances, requireOpen } from '../payments/balances.ts';
import type { AccountScope } from '../scope.ts';

/** An invoice with what of it rewards may cover. */
export interface Fit extends Balance {
  type: string;
  /** Of a support invoice, never below zero; of any other, zero. */
  preTaxLeft: Decimal;
}

/**
 * These invoices with what rewards may cover of each: the smaller of what is left (and not reserved by payments) and the
 * pre-tax total less what was redeemed before (PRODUCT.md section 5). Ones the account does not have are missing.
 */
export async function readFits({ tx }: Pick<AccountScope, 'tx'>, ids: readonly string[]): Promise<Fit[]> {
  const balances = await readBalances(tx, ids);
  const rows = await tx.$queryRaw<{ id: string; type: string; net: string; redeemed: string }[]>`
    SELECT i.id, i.type, i.net::text, coalesce((SELECT sum(r.value) FROM reward_redemption r
      WHERE r."invoiceId" = i.id AND r.state <> 'released'), 0)::text AS redeemed
    FROM invoice i WHERE i.id = ANY(${[...ids]}::uuid[])`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return balances.flatMap((balance) => {
    const row = byId.get(balance.id);
    if (!row) return [];
    const { type, net, redeemed } = row;
    const least = Decimal.min(balance.left, balance.available, new Decimal(net).minus(redeemed));
    return [{ ...balance, type, preTaxLeft: type === 'support' ? Decimal.max(least, 0) : new Decimal(0) }];
  });
}

/**
 * The most that can be redeemed on the invoice out of a balance. Throws `conflict`: as `requireOpen` does; `not_support`,
 * `no_rewards` where there are none in its currency, `pre_tax_covered` where only its tax is left.
 * @param balance what can be used in the invoice's currency
 */
export function mostOn(fit: Fit, balance: Money): Money {
  const { number, currency, type, preTaxLeft } = fit;
  requireOpen(fit);
  if (type !== 'support') throw new CodedError('conflict', 'not_support', { number, type });
  if (preTaxLeft.isZero()) throw new CodedError('conflict', 'pre_tax_covered', { number });
  if (Number(balance.amount) === 0) throw new CodedError('conflict', 'no_rewards', { number, currency });
  return money(Decimal.min(preTaxLeft, balance.amount), currency);
}

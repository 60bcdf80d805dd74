import type { Portal } from '../../../src/portal/open.ts';
import type { Quote } from '../../../src/portal/payments/quote.ts';
import type { TestAccount } from '../../support/account.ts';
import { newKey } from '../payments/support.ts';

interface NewBatch {
  id?: string;
  amount: string;
  currency?: string;
  earnedOn?: string;
  expiresOn?: string | null;
  /** Of points: what one is worth. */
  rate?: string;
  source?: string;
}

/** Adds rewards as a load would: money, or with a rate points; the batch's id. */
export async function addRewards({ sql, id: accountId }: TestAccount, batch: NewBatch): Promise<string> {
  const { id = 'B-1', amount, currency = 'PLN', earnedOn = '2026-01-10', rate, source = 'Loyalty programme' } = batch;
  const expiresOn = batch.expiresOn === undefined ? '2026-12-31' : batch.expiresOn;
  const { rows } = await sql.query<{ id: string }>(
    `INSERT INTO reward_batch ("accountId", "externalId", "earnedOn", "expiresOn", currency, amount, "isPoints", rate, source)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
    [accountId, id, earnedOn, expiresOn, currency, amount, rate !== undefined, rate ?? '1', source],
  );
  return rows[0]!.id;
}

interface NewSupportInvoice {
  number: string;
  net: string;
  tax?: string;
  currency?: string;
  type?: string;
  dueOn?: string;
  paidLoaded?: string;
}

/** Adds an invoice for support with its tax apart; its id. */
export async function addSupportInvoice(account: TestAccount, invoice: NewSupportInvoice): Promise<string> {
  const { net, tax = '0', type = 'support', ...others } = invoice;
  const id = await account.invoice({ ...others, total: (Number(net) + Number(tax)).toFixed(2) });
  await account.sql.query('UPDATE invoice SET net = $2, tax = $3, type = $4 WHERE id = $1', [id, net, tax, type]);
  return id;
}

interface PayWith {
  method: { id: string } | { page: true };
  /** Of the only invoice; absent: all of it. */
  amount?: { amount: string };
  key?: string;
}

/** Pays invoices with rewards first, as the dialog does: what the quote shows. */
export async function payWithRewards(portal: Portal, invoiceIds: readonly string[], { method, amount, key }: PayWith) {
  const invoices = invoiceIds.map((invoice) => ({ invoice, ...(amount && { amount }) }));
  const quote = await portal.payments.quote({ invoices, rewards: true });
  return portal.payments.pay({
    key: key ?? newKey(),
    items: quote.items.map((item) => ({ invoiceId: item.id, amount: item.amount })),
    method,
    rewards: shownIn(quote),
  });
}

/** What a quote shows to be covered, as `payments.pay` takes it. */
export const shownIn = ({ rewards }: Quote) =>
  (rewards?.covers ?? []).map(({ invoiceId, uses }) => ({
    invoiceId,
    uses: uses.map(({ batchId, units }) => ({ batchId, units })),
  }));

/** What can be used now, of the only currency there is. */
export const balanceOf = async (portal: Portal): Promise<string | undefined> =>
  (await portal.rewards.show({})).balances[0]?.balance.value.amount;

import type { Button } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import type { DueRow } from '../../src/portal/dues/row.ts';
import type { Context } from '../define.ts';
import { payButton } from './due-cards.ts';

/** Whether an invoice has the number somebody typed. */
export const isInvoice = async ({ portal }: Context, number: string): Promise<boolean> =>
  (await portal.invoices.find({ number })).length > 0;

/** What is due, or was, for the one order or contract with the number somebody typed; what can be paid comes first. */
export async function duesFor(
  { portal }: Context,
  number: string,
): Promise<readonly [DueRow, ...DueRow[]] | undefined> {
  const [first, ...rest] = await portal.dues.find({ number });
  return first && [first, ...rest.filter((row) => row.kind === first.kind && row.number === first.number)];
}

/** Whether the person asking may pay, for the buttons: the portal decides. */
export async function mayPay({ portal }: Context): Promise<boolean> {
  return (await portal.access.explain({})).held.some(({ permission }) => permission === 'due.pay');
}

/** To pay what is due for an order or a contract, where something is and the person may. */
export async function payButtonFor(ctx: Context, of: string): Promise<Button<Action>[]> {
  const [due] = await ctx.portal.dues.find({ of });
  return due?.state === 'due' ? payButton(ctx, due, await mayPay(ctx)) : [];
}

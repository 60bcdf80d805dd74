import type { DueRow } from '../../src/portal/dues/row.ts';
import type { Context } from '../define.ts';

/** Whether an invoice has the number somebody typed. */
export const isInvoice = async ({ portal }: Context, number: string): Promise<boolean> =>
  (await portal.invoices.find({ number })).length > 0;

/** What is due for the order or contract with the number somebody typed, or was: the latest. */
export async function dueFor({ portal }: Context, number: string): Promise<DueRow | undefined> {
  const [latest] = await portal.dues.find({ number });
  return latest;
}

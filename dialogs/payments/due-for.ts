import type { DueRow } from '../../src/portal/dues/row.ts';
import type { Context } from '../define.ts';

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

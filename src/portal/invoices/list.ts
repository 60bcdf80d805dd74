import { z } from 'zod';
import { reading } from '../operation.ts';
import { filterFields } from './filter.ts';
import { readRows } from './pages.ts';
import { type InvoiceRow, withBalances } from './row.ts';
import { type InvoiceTotals, readTotals } from './totals.ts';

export interface InvoicePage extends InvoiceTotals {
  rows: InvoiceRow[];
  /** Hand it back as `after` for the next page. */
  next?: string;
}

/** A page of invoices by status and issue date, overdue first, oldest due first (PRODUCT.md section 3). */
export const list = reading({
  permission: 'invoices.read',
  input: z.strictObject({
    ...filterFields,
    after: z.string().max(100).optional(),
    limit: z.number().int().min(1).max(100).default(8),
  }),
  async handle(scope, { after, limit, ...filter }): Promise<InvoicePage> {
    const { rows, next } = await readRows(scope, filter, { after, limit });
    const totals = await readTotals(scope, filter);
    return { rows: await withBalances(scope, rows), ...totals, ...(next && { next }) };
  },
});

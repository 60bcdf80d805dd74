import { z } from 'zod';
import { STATUS_FILTERS } from '../../lib/invoice-words.ts';
import { dateInput } from '../date-input.ts';

/** Issue dates, both days included (PRODUCT.md section 12). */
export const periodInput = z
  .strictObject({ from: dateInput, to: dateInput })
  .refine(({ from, to }) => from <= to, 'from before to');

/** Which invoices: of a status, issued in a period. Without either all of them. */
export const filterFields = { status: z.enum(STATUS_FILTERS).default('all'), period: periodInput.optional() };

export interface Filter {
  status: (typeof STATUS_FILTERS)[number];
  period?: z.output<typeof periodInput> | undefined;
}

/** Issue dates as a query takes them. */
export const issued = ({ period }: Filter) => period ?? { from: '-infinity', to: 'infinity' };

import { z } from 'zod';
import { reading } from '../operation.ts';
import { readDetails } from './details.ts';

/** One invoice with lines, what was credited, adjusted and paid, what is left and reserved, payments and disputes. */
export const show = reading({
  permission: 'invoices.read',
  input: z.strictObject({ id: z.uuid() }),
  handle: (scope, { id }) => readDetails(scope, id),
});

import { z } from 'zod';
import { reading } from '../operation.ts';
import { methodChoice } from '../payments/choice.ts';
import { quoteOf } from '../payments/quote.ts';
import { chosenFor, offeredFor, readDuePart } from './part.ts';

/** What paying a payment due would be: with what, and who would have to approve it. Throws as `dues.pay` does. */
export const quote = reading({
  permission: 'due.pay',
  input: z.strictObject({ id: z.uuid(), method: methodChoice.optional() }),
  async handle(scope, { id, method }) {
    const part = await readDuePart(scope, id);
    const offer = method ? { method: await chosenFor(scope, part, method) } : await offeredFor(scope, part);
    return quoteOf(scope, { parts: [part], leftOut: [] }, offer);
  },
});

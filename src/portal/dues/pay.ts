import { z } from 'zod';
import { changing } from '../operation.ts';
import { lockPayables } from '../payments/balances.ts';
import { carryOn } from '../payments/carry-on.ts';
import { methodChoice } from '../payments/choice.ts';
import { reserve } from '../payments/reserve.ts';
import { amountInput, currencyInput } from '../payments/wanted.ts';
import { chosenFor, readDuePart } from './part.ts';

/**
 * Pays a payment due, always as a whole, by the rules of `payments.pay`: reserved in one transaction, then charged or put
 * on the page, and settled, which books the order or renews the contract. `amount` is what the person was shown. Throws as
 * `readDuePart`, `chosenFor` and `reserve` do.
 */
export const pay = changing({
  permission: 'due.pay',
  exclusive: true,
  input: z.strictObject({
    id: z.uuid(),
    amount: z.strictObject({ amount: amountInput, currency: currencyInput }),
    method: methodChoice,
  }),
  async handle(scope, { id, amount, method }) {
    await lockPayables(scope.tx, [id]);
    const part = await readDuePart(scope, id, amount);
    const paidWith = await chosenFor(scope, part, method);
    const payment = await reserve(scope, { total: part.pay, parts: [part] }, paidWith);
    // The page speaks the person's language also when it is opened later, by a job.
    return { payment, locale: scope.locale };
  },
  complete: async (after, { payment }) => {
    const [view] = await carryOn(after, [payment]);
    return view!;
  },
});

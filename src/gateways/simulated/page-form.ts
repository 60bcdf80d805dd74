import { z } from 'zod';
import { readCard } from './card-form.ts';
import { BANKS, type FormProblem } from './page-texts.ts';

/** What a submitted form wants: to pay with something (named as it may be kept), to stop, or it is told what is wrong. */
export type Submitted = { pay: string } | { cancel: true } | { problem: FormProblem };

const text = z.string().max(100).catch('');
const schema = z.object({ action: text, number: text, expiry: text, cvc: text, bank: text });

/**
 * Reads the fields of the page's forms, whatever was sent. The card's number and code go no further than this: what
 * comes out names its brand and last four digits only. `now` decides which cards have expired (end of month, UTC).
 */
export function readForm(form: unknown, now: Date): Submitted {
  const fields = schema.safeParse(form);
  if (!fields.success) return { problem: 'number' };
  const { action, bank, ...card } = fields.data;
  if (action === 'cancel') return { cancel: true };
  if (action === 'bank') return Object.hasOwn(BANKS, bank) ? { pay: BANKS[bank]! } : { problem: 'bank' };
  const read = readCard(card, now);
  if ('problem' in read) return read;
  const { brand, last4, declined } = read.card;
  return declined ? { problem: declined } : { pay: `${brand} ${last4}` };
}

import { z } from 'zod';
import { BANKS, type FormProblem } from './page-texts.ts';
import { TEST_CARDS } from './tokens.ts';

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
  return readCard(card, now);
}

function readCard(card: { number: string; expiry: string; cvc: string }, now: Date): Submitted {
  const number = card.number.replace(/[\s-]/g, '');
  if (!/^\d{13,19}$/.test(number)) return { problem: 'number' };
  const known = Object.hasOwn(TEST_CARDS, number) ? TEST_CARDS[number] : undefined;
  if (!known) return { problem: 'not_a_test_card' };
  const [, month, year] = /^\s*(0?[1-9]|1[0-2])\s*[/.-]?\s*(?:20)?(\d{2})\s*$/.exec(card.expiry) ?? [];
  if (!month || !year) return { problem: 'expiry' };
  if (Date.UTC(2000 + Number(year), Number(month)) <= now.getTime()) return { problem: 'expired' };
  if (!/^\s*\d{3,4}\s*$/.test(card.cvc)) return { problem: 'cvc' };
  return known.declined ? { problem: known.declined } : { pay: `${known.brand} ${number.slice(-4)}` };
}

import { z } from 'zod';
import { isIban } from '../../lib/iban.ts';
import type { AddedMethod } from '../../portal/ports.ts';
import { type CardProblem, readCard } from './card-form.ts';
import { TEST_IBANS } from './tokens.ts';

/** What can be wrong with a method to be added, and what the bank may say to it. */
export type SetupProblem = CardProblem | 'holder' | 'iban' | 'iban_digits' | 'not_a_test_iban' | 'declined' | 'refused';

/** What a submitted form wants; the method's token is still to be told from others of its kind. */
export type SetupWish = { add: AddedMethod } | { cancel: true } | { problem: SetupProblem };

const text = z.string().max(200).catch('');
const schema = z.object({ action: text, number: text, expiry: text, cvc: text, holder: text, iban: text });

/** Reads the fields of the page's forms, whatever was sent. A number goes no further than this. */
export function readSetupForm(form: unknown, now: Date): SetupWish {
  const fields = schema.safeParse(form);
  if (!fields.success) return { problem: 'number' };
  const { action, holder, iban, ...card } = fields.data;
  if (action === 'cancel') return { cancel: true };
  if (action === 'bank') return readBank(holder, iban);
  const read = readCard(card, now);
  if ('problem' in read) return read;
  const { brand: name, last4, expMonth, expYear, declined } = read.card;
  if (declined === 'declined') return { problem: 'declined' };
  const brand = name.toLowerCase();
  const token = declined ? 'tok_insufficient' : `tok_${brand}_${last4}`;
  return { add: { kind: 'card', brand, last4, expMonth, expYear, token } };
}

function readBank(holder: string, typed: string): SetupWish {
  const iban = typed.replace(/[\s-]/g, '').toUpperCase();
  if (!/\p{L}/u.test(holder)) return { problem: 'holder' };
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return { problem: 'iban' };
  if (!isIban(iban)) return { problem: 'iban_digits' };
  const known = Object.hasOwn(TEST_IBANS, iban) ? TEST_IBANS[iban] : undefined;
  if (!known) return { problem: 'not_a_test_iban' };
  if (known.declined) return { problem: 'refused' };
  const last4 = iban.slice(-4);
  return { add: { kind: 'bank', last4, token: `tok_bank_${last4}` } };
}

import { isCardNumber } from '../../lib/card-brands.ts';
import { TEST_CARDS, type TestCard } from './tokens.ts';

/** What can be wrong with a card as it was typed. */
export type CardProblem = 'number' | 'check_digit' | 'not_a_test_card' | 'expiry' | 'expired' | 'cvc';

/** The fields of a card form, as they were sent. */
export interface CardFields {
  number: string;
  expiry: string;
  cvc: string;
}

/** All that is taken out of a card form: its number and its code go no further. */
export interface ReadCard extends TestCard {
  last4: string;
  expMonth: number;
  expYear: number;
}

/** Reads a card. `now` decides which have expired (end of month, UTC). */
export function readCard(fields: CardFields, now: Date): { card: ReadCard } | { problem: CardProblem } {
  const number = fields.number.replace(/[\s-]/g, '');
  if (!/^\d{13,19}$/.test(number)) return { problem: 'number' };
  if (!isCardNumber(number)) return { problem: 'check_digit' };
  const known = Object.hasOwn(TEST_CARDS, number) ? TEST_CARDS[number] : undefined;
  if (!known) return { problem: 'not_a_test_card' };
  const [, month, year] = /^\s*(0?[1-9]|1[0-2])\s*[/.-]?\s*(?:20)?(\d{2})\s*$/.exec(fields.expiry) ?? [];
  if (!month || !year) return { problem: 'expiry' };
  const [expMonth, expYear] = [Number(month), 2000 + Number(year)];
  if (Date.UTC(expYear, expMonth) <= now.getTime()) return { problem: 'expired' };
  if (!/^\s*\d{3,4}\s*$/.test(fields.cvc)) return { problem: 'cvc' };
  return { card: { ...known, last4: number.slice(-4), expMonth, expYear } };
}

import type { Locale } from '../../src/lib/locale.ts';
import { showMoney } from '../../src/lib/money.ts';
import { ROLE_NAMES } from '../../src/lib/role-names.ts';
import type { TrailEntry } from '../../src/portal/audit/list.ts';
import type { PaymentState } from '../../src/portal/payments/states.ts';
import type { ContactRole } from '../../src/portal/policy.ts';
import { forItems, type Item, STATE, why } from '../payments/words.ts';
import { inFull } from '../people/words.ts';

/** So much of what somebody wrote fits a row, in characters; all of it stands with what it was written about. */
const REASON = 160;

/** What a record's sentence is made of; a fact that the record lacks is empty, since old records stay as they are. */
export interface Facts {
  /** What it was done to: a number, or a person with name and address. */
  of: string;
  /** "PLN 100.00 for invoice 123". */
  payment: string;
  /** The state a payment came to. */
  state: string;
  /** ": the bank declined it", or what somebody wrote. */
  reason: string;
  roles: string;
  before: string;
  after: string;
  /** To whom a mail went. */
  to: string;
  from: string;
}

/** @param entry of the audit trail */
export function factsOf(locale: Locale, { object, person, details: d }: TrailEntry): Facts {
  const id = object?.slice(object.indexOf(':') + 1) ?? '';
  const reason = why(locale, text(d.reason)) ?? shortened(text(d.reason));
  return {
    of: person ? inFull({ name: person, email: id }) : id,
    payment: paymentOf(locale, d),
    state: STATE[locale][text(d.to) as PaymentState]?.toLocaleLowerCase(locale) ?? '',
    reason: reason && `: ${reason}`,
    roles: rolesIn(locale, d.role ? [d.role] : d.roles),
    before: rolesIn(locale, d.before),
    after: rolesIn(locale, d.after),
    to: strings(d.to).join(', ') || text(d.to),
    from: text(d.from),
  };
}

function paymentOf(locale: Locale, { amount, currency, invoices, due }: TrailEntry['details']): string {
  const money = text(amount) && text(currency);
  const sum = money ? showMoney(locale, { amount: text(amount), currency: text(currency) }) : '';
  const items = [...strings(invoices).map((number): Item => ({ kind: 'invoice', number })), ...itemsDue(due)];
  return [sum, items.length > 0 ? forItems(locale, items) : ''].filter(Boolean).join(' ');
}

const itemsDue = (value: unknown): Item[] => (Array.isArray(value) ? (value as Item[]) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const shortened = (words: string): string => (words.length > REASON ? `${words.slice(0, REASON)}…` : words);
const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(text).filter(Boolean) : []);
const rolesIn = (locale: Locale, value: unknown): string =>
  strings(value)
    .map((role) => ROLE_NAMES[role as ContactRole]?.[locale] ?? role)
    .join(', ');

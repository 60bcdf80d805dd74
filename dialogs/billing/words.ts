import type { Locale, Localized } from '../../src/lib/locale.ts';
import type { BillingContact } from '../../src/portal/billing/contact.ts';
import type { MethodView } from '../../src/portal/payments/method-view.ts';
import { methodName } from '../payments/words.ts';

const TEXTS: Localized<{ expired(month: string): string; until(month: string): string; default: string }> = {
  en: { expired: (month) => `expired ${month}`, until: (month) => `valid until ${month}`, default: 'default' },
  pl: { expired: (month) => `straciła ważność ${month}`, until: (month) => `ważna do ${month}`, default: 'domyślna' },
};

/** "10/2026": the last month a card is good for; nothing for what has none. */
const monthOf = ({ expires }: MethodView): string | undefined => expires?.split('-').reverse().join('/');

/** "expired 10/2026, default"; empty where there is nothing to say. */
export function methodState(locale: Locale, method: MethodView): string {
  const t = TEXTS[locale];
  const month = monthOf(method);
  const validity = month && (method.expired ? t.expired : t.until)(month);
  return [...(validity ? [validity] : []), ...(method.isDefault ? [t.default] : [])].join(', ');
}

/** "Visa •••• 4242", "bank account •••• 5521": inside a sentence. */
export function methodInside(locale: Locale, method: MethodView): string {
  const name = methodName(locale, method);
  return method.kind === 'bank' ? name[0]!.toLocaleLowerCase(locale) + name.slice(1) : name;
}

/** "Visa •••• 4242 (valid until 12/2030, default)": inside a sentence. */
export function methodInFull(locale: Locale, method: MethodView): string {
  const state = methodState(locale, method);
  return `${methodInside(locale, method)}${state && ` (${state})`}`;
}

/** "Anna Nowak (anna@x.example, +48601222333)". */
export const contactInFull = ({ name, email, phone }: BillingContact): string =>
  `${name} (${[email, ...(phone ? [phone] : [])].join(', ')})`;

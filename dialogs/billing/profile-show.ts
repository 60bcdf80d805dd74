import type { Block, Rich } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import type { Locale, Localized } from '../../src/lib/locale.ts';
import type { BillingDetails } from '../../src/portal/billing/profile.ts';
import { defineDialog } from '../define.ts';
import { buttonsIn, MOST, start } from '../home.ts';
import { listed } from '../payments/words.ts';
import { addButtons, listButton, methodActions, methodTable } from './method-table.ts';
import { contactInFull, methodInFull } from './words.ts';

interface ProfileTexts {
  heading: string;
  contact(who: string): string;
  noDetails: string;
  methods(names: string): string;
  noMethods: string;
  name: string;
  email: string;
  phone: string;
  address: string;
  taxNumber: string;
  notGiven: string;
  change: string;
  /** What can't be changed here. */
  records: string;
}

const texts: Localized<ProfileTexts> = {
  en: {
    heading: 'Billing profile',
    contact: (who) => `The billing contact is ${who}.`,
    noDetails: 'Your account has no billing contact and address in the portal yet; our support sets them up.',
    methods: (names) => `On file: ${names}.`,
    noMethods: 'No payment method is on file.',
    ...{ name: 'Billing contact', email: 'E-mail', phone: 'Telephone', address: 'Address', taxNumber: 'Tax number' },
    notGiven: 'not given',
    change: 'Change the contact',
    records: 'Address and tax number come from our records; to have them corrected, talk to a person.',
  },
  pl: {
    heading: 'Profil fakturowania',
    contact: (who) => `Kontakt do fakturowania: ${who}.`,
    noDetails: 'Konto nie ma jeszcze w portalu kontaktu i adresu do fakturowania; uzupełnia je nasz zespół.',
    methods: (names) => `Metody płatności: ${names}.`,
    noMethods: 'Na koncie nie ma żadnej metody płatności.',
    ...{ name: 'Kontakt do fakturowania', email: 'E-mail', phone: 'Telefon', address: 'Adres' },
    ...{ taxNumber: 'Numer podatkowy', notGiven: 'nie podano' },
    change: 'Zmień kontakt',
    records: 'Adres i numer podatkowy pochodzą z naszej ewidencji; aby je poprawić, trzeba porozmawiać z konsultantem.',
  },
};

/** The billing profile: contact, address, tax number and the methods on file (PRODUCT.md section 4). */
export const showProfile = defineDialog({
  intent: 'billing.profile.show',
  permission: 'billing.read',
  title: { en: 'Show the billing profile', pl: 'Pokaż profil fakturowania' },
  reads: true,
  slots: {},
  texts,
  async run({ portal, locale }, _values, { texts: t }) {
    const { details, methods, mayChange } = await portal.billing.profile({});
    const rows = methods.slice(0, MOST);
    const names = rows.map((method) => methodInFull(locale, method));
    const text = [
      details ? t.contact(contactInFull(details.contact)) : t.noDetails,
      names.length > 0 ? t.methods(listed(locale, names)) : t.noMethods,
    ].join(' ');
    const more = methods.length > rows.length ? [listButton(locale)] : [];
    const change = details ? [start(t.change, 'billing.contact.update')] : [];
    const blocks: Block<Action>[] = [
      { type: 'text', text: t.heading, style: 'heading' },
      ...(details ? [{ type: 'fields', items: fieldsOf(locale, details) } as const] : []),
      ...(details ? [] : [{ type: 'text', text: t.noDetails } as const]),
      methods.length > 0
        ? methodTable(locale, rows, (method) => (mayChange ? methodActions(locale, method) : []))
        : { type: 'text', text: t.noMethods },
      ...(details && mayChange ? [{ type: 'text', text: t.records, style: 'muted' } as const] : []),
      ...buttonsIn(...(mayChange ? [...change, ...addButtons(locale)] : []), ...more),
    ];
    return {
      replies: [{ text, card: { blocks } }],
      shown: { kind: 'method', intent: 'billing.methods.list', slots: {}, refs: rows.map(({ id }) => id) },
    };
  },
});

function fieldsOf(locale: Locale, { contact, address, taxNumber }: BillingDetails): { label: string; value: Rich }[] {
  const t = texts[locale];
  return [
    { label: t.name, value: [{ b: contact.name }] },
    { label: t.email, value: contact.email },
    { label: t.phone, value: contact.phone ?? t.notGiven },
    { label: t.address, value: address },
    { label: t.taxNumber, value: taxNumber ?? t.notGiven },
  ];
}

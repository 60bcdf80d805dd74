import type { Block } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import { counted, type Localized } from '../../src/lib/locale.ts';
import { defineDialog } from '../define.ts';
import { buttonsIn, start } from '../home.ts';
import { pageSlot } from '../list-slots.ts';
import { listed } from '../payments/words.ts';
import { addButtons, methodActions, methodTable } from './method-table.ts';
import { methodInFull, methodInside } from './words.ts';

const PAGE = 8;

const METHODS = {
  en: { one: 'payment method is', other: 'payment methods are' },
  pl: { one: 'metoda płatności', few: 'metody płatności', many: 'metod płatności', other: 'metody płatności' },
} as const;

interface ListTexts {
  heading: string;
  none: string;
  some(n: number): string;
  default(name: string): string;
  noDefault: string;
  expired(names: string): string;
  goesOn: string;
  more: string;
}

const texts: Localized<ListTexts> = {
  en: {
    heading: 'Payment methods',
    none: 'No payment method is on file. One is added on the payment provider’s page, never in chat.',
    some: (n) => `${counted('en', n, METHODS)} on file.`,
    default: (name) => `The default is ${name}.`,
    noDefault: 'None is the default.',
    expired: (names) => `Expired and can’t be charged: ${names}.`,
    goesOn: 'Payment methods, continued:',
    more: 'Show more',
  },
  pl: {
    heading: 'Metody płatności',
    none: 'Na koncie nie ma żadnej metody płatności. Dodaje się ją na stronie operatora płatności, nigdy na czacie.',
    some: (n) => `Na koncie: ${counted('pl', n, METHODS)}.`,
    default: (name) => `Domyślna: ${name}.`,
    noDefault: 'Żadna nie jest domyślna.',
    expired: (names) => `Po terminie ważności, nie można ich obciążyć: ${names}.`,
    goesOn: 'Metody płatności, ciąg dalszy:',
    more: 'Pokaż więcej',
  },
};

/** The payment methods on file, the default first. */
export const listMethods = defineDialog({
  intent: 'billing.methods.list',
  permission: 'billing.read',
  title: { en: 'Show payment methods', pl: 'Pokaż metody płatności' },
  reads: true,
  slots: { after: pageSlot },
  texts,
  async run({ portal, locale }, { after = 0 }, { texts: t }) {
    const { methods, mayChange } = await portal.billing.profile({});
    const rows = methods.slice(after, after + PAGE);
    const name = methods.filter(({ isDefault }) => isDefault).map((method) => methodInside(locale, method));
    const expired = methods.filter((method) => method.expired).map((method) => methodInside(locale, method));
    const summary = [
      t.some(methods.length),
      name[0] ? t.default(name[0]) : t.noDefault,
      ...(expired.length > 0 ? [t.expired(listed(locale, expired))] : []),
    ].join(' ');
    const text = methods.length === 0 ? t.none : after > 0 ? t.goesOn : summary;
    const next = methods.length > after + PAGE ? String(after + PAGE) : undefined;
    const blocks: Block<Action>[] = [
      { type: 'text', text: t.heading, style: 'heading' },
      { type: 'text', text },
      ...(rows.length > 0
        ? [methodTable(locale, rows, (method) => (mayChange ? methodActions(locale, method) : []))]
        : []),
      ...buttonsIn(
        ...(mayChange ? addButtons(locale) : []),
        ...(next ? [start(t.more, 'billing.methods.list', { after: next })] : []),
      ),
    ];
    const names = rows.map((method) => methodInFull(locale, method));
    const said = after > 0 && rows.length > 0 ? `${t.goesOn} ${listed(locale, names)}.` : text;
    return {
      replies: [{ text: said, card: { blocks } }],
      shown: {
        ...{ kind: 'method', intent: 'billing.methods.list', slots: {}, refs: rows.map(({ id }) => id) },
        ...(next && { next }),
      },
    };
  },
});

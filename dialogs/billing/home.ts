import { addDays } from '../../src/lib/dates.ts';
import type { Localized } from '../../src/lib/locale.ts';
import type { MethodView } from '../../src/portal/payments/method-view.ts';
import { defineHomePart } from '../define.ts';
import { buttonsIn, MOST } from '../home.ts';
import { addButtons, listButton, methodTable } from './method-table.ts';

/** How long before a card expires it is worth a thought, in days. */
const SOON = 31;

const ADVICE: Localized = {
  en: 'An expired card can’t be charged: add its successor, or make another method the default.',
  pl: 'Karty, która straciła ważność, nie można obciążyć: warto dodać nową albo ustawić inną metodę jako domyślną.',
};

/** Cards that stop working soon, and a default that has: what to do about it is for those who may change it. */
export const expiringCards = defineHomePart({
  title: { en: 'Expiring cards', pl: 'Karty tracące ważność' },
  permission: 'billing.change',
  async render({ locale, portal, today }) {
    const until = addDays(today, SOON).slice(0, 7);
    const soon = ({ expires, expired, isDefault }: MethodView) =>
      expires && expires <= until && (!expired || isDefault);
    const cards = (await portal.billing.choose({})).filter(soon);
    if (cards.length === 0) return undefined;
    return [
      methodTable(locale, cards.slice(0, MOST), () => []),
      { type: 'text', text: ADVICE[locale], style: 'muted' },
      ...buttonsIn(...addButtons(locale).slice(0, 1), listButton(locale)),
    ];
  },
});

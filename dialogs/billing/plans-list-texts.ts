import { counted, type Localized } from '../../src/lib/locale.ts';

type Column = 'plan' | 'product' | 'quantity' | 'runs' | 'nextCharge';

interface PlanTexts extends Record<Column, string> {
  title: string;
  summary(plans: number, subscriptions: number): string;
  empty: string;
  goesOn: string;
  more: string;
  schedule: string;
  /** @param date when it begins or ended */
  ended(date: string): string;
  since(date: string): string;
  noSubscriptions: string;
}

const PLANS = {
  en: { one: 'plan', other: 'plans' },
  pl: { one: 'plan', few: 'plany', many: 'planów', other: 'planu' },
} as const;

/** In Polish in the accusative, as after "masz". */
const SUBSCRIPTIONS = {
  en: { one: 'subscription', other: 'subscriptions' },
  pl: { one: 'subskrypcję', few: 'subskrypcje', many: 'subskrypcji', other: 'subskrypcji' },
} as const;

export const planTexts: Localized<PlanTexts> = {
  en: {
    ...{ plan: 'Plan', product: 'Product', quantity: 'Quantity', runs: 'Runs', nextCharge: 'Next charge' },
    title: 'Plans and subscriptions',
    summary: (plans, subscriptions) =>
      `You have ${counted('en', plans, PLANS)} with ${counted('en', subscriptions, SUBSCRIPTIONS)}.`,
    empty: 'There are no plans in your account.',
    goesOn: 'Plans and subscriptions, continued:',
    more: 'Show more',
    schedule: 'Download the billing schedule',
    ended: (date) => `ended ${date}`,
    since: (date) => `since ${date}`,
    noSubscriptions: 'no subscription',
  },
  pl: {
    ...{ plan: 'Plan', product: 'Produkt', quantity: 'Ilość', runs: 'Obowiązuje', nextCharge: 'Następna opłata' },
    title: 'Plany i subskrypcje',
    summary: (plans, subscriptions) =>
      `Masz ${counted('pl', plans, PLANS)} i ${counted('pl', subscriptions, SUBSCRIPTIONS)}.`,
    empty: 'Na Twoim koncie nie ma planów.',
    goesOn: 'Plany i subskrypcje, ciąg dalszy:',
    more: 'Pokaż więcej',
    schedule: 'Pobierz harmonogram fakturowania',
    ended: (date) => `do ${date} (zakończona)`,
    since: (date) => `od ${date}`,
    noSubscriptions: 'bez subskrypcji',
  },
};

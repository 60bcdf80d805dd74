import type { counted, Locale } from '../lib/locale.ts';

interface ScheduleTexts {
  title: string;
  /** The beginning of a file's name. */
  fileName: string;
  chargeOn: string;
  plan: string;
  product: string;
  quantity: string;
  periodFrom: string;
  periodTo: string;
  period: string;
  currency: string;
  amount: string;
  totals: string;
  charges: string;
}

export const SCHEDULE_TEXTS: Record<Locale, ScheduleTexts> = {
  en: {
    ...{ title: 'Subscription billing schedule', fileName: 'billing-schedule' },
    ...{ chargeOn: 'Charge date', plan: 'Plan', product: 'Product', quantity: 'Quantity' },
    ...{ periodFrom: 'Period from', periodTo: 'Period to', period: 'Period', currency: 'Currency', amount: 'Amount' },
    ...{ totals: 'Totals', charges: 'Charges' },
  },
  pl: {
    ...{ title: 'Harmonogram fakturowania subskrypcji', fileName: 'harmonogram-fakturowania' },
    ...{ chargeOn: 'Data obciążenia', plan: 'Plan', product: 'Produkt', quantity: 'Ilość' },
    ...{ periodFrom: 'Okres od', periodTo: 'Okres do', period: 'Okres', currency: 'Waluta', amount: 'Kwota' },
    ...{ totals: 'Podsumowanie', charges: 'Opłaty' },
  },
};

/** "3 charges", "3 opłaty". */
export const CHARGES: Parameters<typeof counted>[2] = {
  en: { one: 'charge', other: 'charges' },
  pl: { one: 'opłata', few: 'opłaty', many: 'opłat', other: 'opłaty' },
};

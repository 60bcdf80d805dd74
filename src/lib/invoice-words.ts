import type { Locale, Localized } from './locale.ts';

/** Derived from what is left and the due date, never stored (PRODUCT.md section 3). */
export type InvoiceStatus = 'overdue' | 'open' | 'closed';

/** What one invoice is called by its status. */
export const INVOICE_STATUS: Localized<Record<InvoiceStatus, string>> = {
  en: { overdue: 'Overdue', open: 'Open', closed: 'Closed' },
  pl: { overdue: 'Zaległa', open: 'Otwarta', closed: 'Zamknięta' },
};

/** What a list of invoices can be asked for by; `unpaid` is overdue and open (INTENTS.md). */
export const STATUS_FILTERS = ['overdue', 'open', 'unpaid', 'closed', 'all'] as const;
export type StatusFilter = (typeof STATUS_FILTERS)[number];

/** What a list of invoices is called by what was asked for. */
export const LIST_TITLE: Localized<Record<StatusFilter, string>> = {
  en: {
    overdue: 'Overdue invoices',
    open: 'Open invoices',
    unpaid: 'Unpaid invoices',
    closed: 'Closed invoices',
    all: 'All invoices',
  },
  pl: {
    overdue: 'Zaległe faktury',
    open: 'Otwarte faktury',
    unpaid: 'Nieopłacone faktury',
    closed: 'Zamknięte faktury',
    all: 'Wszystkie faktury',
  },
};

const TYPES: Record<string, Localized> = {
  subscription: { en: 'Subscription', pl: 'Subskrypcja' },
  support: { en: 'Support', pl: 'Asysta techniczna' },
  licence: { en: 'Licence', pl: 'Licencja' },
  hardware: { en: 'Hardware', pl: 'Sprzęt' },
  consulting: { en: 'Consulting', pl: 'Konsultacje' },
  usage: { en: 'Usage', pl: 'Zużycie' },
};

/** An invoice's type in words; one the loaded data made up stays as it is written there. */
export const invoiceType = (locale: Locale, type: string): string => TYPES[type]?.[locale] ?? type;

import type { counted, Locale } from '../lib/locale.ts';

interface DocumentTexts {
  invoice: (number: string) => string;
  creditNote: (number: string) => string;
  number: string;
  purchaseOrder: string;
  type: string;
  status: string;
  issuedOn: string;
  dueOn: string;
  currency: string;
  seller: string;
  billTo: string;
  taxNumber: string;
  product: string;
  period: string;
  order: string;
  quantity: string;
  unitPrice: string;
  amount: string;
  net: string;
  tax: string;
  total: string;
  credited: string;
  adjusted: string;
  paid: string;
  left: string;
  /** Left to pay, below zero. */
  creditBalance: string;
  inDispute: string;
  paymentSubmitted: string;
  yes: string;
  no: string;
  totals: string;
  noInvoices: string;
  asOf: (date: string) => string;
  page: (page: number, of: number) => string;
}

const en: DocumentTexts = {
  invoice: (number) => `Invoice ${number}`,
  creditNote: (number) => `Credit note ${number}`,
  number: 'Number',
  purchaseOrder: 'Purchase order',
  type: 'Type',
  status: 'Status',
  issuedOn: 'Issue date',
  dueOn: 'Due date',
  currency: 'Currency',
  seller: 'Seller',
  billTo: 'Bill to',
  taxNumber: 'Tax number',
  product: 'Product',
  period: 'Period',
  order: 'Order',
  quantity: 'Quantity',
  unitPrice: 'Unit price',
  amount: 'Amount',
  net: 'Net',
  tax: 'Tax',
  total: 'Total',
  credited: 'Credited',
  adjusted: 'Adjusted',
  paid: 'Paid',
  left: 'Left to pay',
  creditBalance: 'Credit balance',
  inDispute: 'In dispute',
  paymentSubmitted: 'Payment submitted',
  yes: 'yes',
  no: 'no',
  totals: 'Totals',
  noInvoices: 'There are no invoices in this list.',
  asOf: (date) => `As of ${date}`,
  page: (page, of) => `Page ${page} of ${of}`,
};

const pl: DocumentTexts = {
  invoice: (number) => `Faktura ${number}`,
  creditNote: (number) => `Faktura korygująca ${number}`,
  number: 'Numer',
  purchaseOrder: 'Zamówienie zakupu',
  type: 'Rodzaj',
  status: 'Status',
  issuedOn: 'Data wystawienia',
  dueOn: 'Termin płatności',
  currency: 'Waluta',
  seller: 'Sprzedawca',
  billTo: 'Nabywca',
  taxNumber: 'Numer podatkowy',
  product: 'Produkt',
  period: 'Okres',
  order: 'Zamówienie',
  quantity: 'Ilość',
  unitPrice: 'Cena jednostkowa',
  amount: 'Kwota',
  net: 'Netto',
  tax: 'Podatek',
  total: 'Razem',
  credited: 'Uznania',
  adjusted: 'Korekty',
  paid: 'Zapłacono',
  left: 'Pozostało do zapłaty',
  creditBalance: 'Nadpłata',
  inDispute: 'Zakwestionowana',
  paymentSubmitted: 'Płatność w toku',
  yes: 'tak',
  no: 'nie',
  totals: 'Podsumowanie',
  noInvoices: 'Na tej liście nie ma żadnych faktur.',
  asOf: (date) => `Stan na ${date}`,
  page: (page, of) => `Strona ${page} z ${of}`,
};

export const DOCUMENT_TEXTS: Record<Locale, DocumentTexts> = { en, pl };

export const INVOICES: Parameters<typeof counted>[2] = {
  en: { one: 'invoice', other: 'invoices' },
  pl: { one: 'faktura', few: 'faktury', many: 'faktur', other: 'faktury' },
};

import type { InvoiceDocument, InvoiceListRow } from '../../src/documents/types.ts';

/** An invoice in złoty with all that can be on one. */
export const invoice = (changes: Partial<InvoiceDocument> = {}): InvoiceDocument => ({
  number: 'FV/2026/11/007',
  purchaseOrder: 'PO-99',
  type: 'Subskrypcja',
  status: 'Otwarta',
  issuedOn: '2026-11-03',
  dueOn: '2026-12-03',
  currency: 'PLN',
  seller: { name: 'Dostawca Sp. z o.o.', address: 'ul. Żółta 1\n00-001 Warszawa', taxNumber: 'PL1234567890' },
  billTo: { name: 'Zażółć Gęślą Jaźń S.A.', address: 'ul. Łąkowa 5, 90-001 Łódź', taxNumber: 'PL0987654321' },
  lines: [
    {
      product: 'Usługa chmurowa',
      quantity: '1.5',
      unitPrice: '1000.1234',
      amount: '1500.19',
      period: { from: '2026-11-01', to: '2026-11-30' },
      orderNumber: '88012',
    },
    { product: 'Konsultacje', quantity: '2', unitPrice: '250', amount: '500' },
  ],
  net: '2000.19',
  tax: '460.04',
  total: '2460.23',
  credited: '100',
  adjusted: '0',
  paid: '60.23',
  left: '2300',
  inDispute: false,
  ...changes,
});

export const row = (changes: Partial<InvoiceListRow> = {}): InvoiceListRow => ({
  number: 'INV-1042',
  type: 'Subscription',
  status: 'Overdue',
  issuedOn: '2026-09-03',
  dueOn: '2026-10-03',
  currency: 'EUR',
  total: '1250.50',
  left: '1250.50',
  inDispute: false,
  paymentSubmitted: false,
  ...changes,
});

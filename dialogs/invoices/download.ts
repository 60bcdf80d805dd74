import { defineDialog } from '../define.ts';
import { invoiceSlot } from './slots.ts';

/** An invoice's PDF, handed over in the chat. */
export const downloadInvoice = defineDialog({
  intent: 'invoices.download',
  permission: 'invoices.read',
  title: { en: 'Download an invoice', pl: 'Pobierz fakturę' },
  reads: true,
  slots: {
    invoice: invoiceSlot({
      ask: { en: 'Which invoice would you like as PDF?', pl: 'Którą fakturę pobrać w PDF?' },
      status: 'all',
      implied: () => true,
    }),
  },
  texts: {
    en: { done: (number: string) => `Here is invoice ${number} as PDF.` },
    pl: { done: (number: string) => `Oto faktura ${number} w PDF.` },
  },
  async run({ portal }, { invoice }, { texts, key }) {
    const { number, file } = await portal.invoices.pdf({ id: invoice.id, key });
    return { replies: [{ text: texts.done(number), files: [file] }] };
  },
});

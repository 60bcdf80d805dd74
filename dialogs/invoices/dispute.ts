import { CodedError } from '../../src/lib/errors.ts';
import { showMoney } from '../../src/lib/money.ts';
import type { InvoiceRow } from '../../src/portal/invoices/row.ts';
import { type Context, defineDialog, slot } from '../define.ts';
import { addToCase } from '../help/add-to-case.ts';
import { reasonQuestion } from '../people/reason.ts';
import { invoiceSlot } from './slots.ts';

/** The portal takes no more of a reason. */
const LETTERS = 2000;

const ASK = {
  en: { what: (number: string) => `What is wrong with invoice ${number}?`, go: 'Continue' },
  pl: { what: (number: string) => `Co jest nie tak z fakturą ${number}?`, go: 'Dalej' },
};

/** Says that an invoice is wrong: a case is opened, the supplier's billing team gets a mail, the invoice is marked. */
export const disputeInvoice = defineDialog({
  intent: 'invoices.dispute',
  permission: 'invoices.read',
  title: { en: 'Dispute an invoice', pl: 'Zareklamuj fakturę' },
  slots: {
    invoice: invoiceSlot({
      ask: { en: 'Which invoice is wrong?', pl: 'Która faktura jest błędna?' },
      status: 'unpaid',
      implied: () => true,
    }),
    reason: slot<string>({
      takes: ['reason'],
      async resolve({ portal }, { reason = '' }, before) {
        const { id, disputed } = before.invoice as InvoiceRow;
        if (disputed) await requireUndisputed(portal, id);
        return reason.trim() ? { value: reason.trim().slice(0, LETTERS) } : { missing: true };
      },
      ask: ({ locale }, { invoice }) =>
        reasonQuestion(locale, ASK[locale].what((invoice as InvoiceRow).number), ASK[locale].go, { do: 'fill' }),
    }),
  },
  texts: {
    en: {
      ask: (number: string, total: string, reason: string) =>
        `Dispute invoice ${number} (${total})? Reason: “${reason}”.`,
      what: 'A case is opened and our billing team gets a mail. The invoice is marked, and left out when you pay “all”.',
      yes: (number: string) => `Dispute invoice ${number}`,
      done: (invoice: string, number: string, email: string) =>
        `Invoice ${invoice} is marked as disputed, and our billing team has your reason. Your case number is ${number}. They will answer you at ${email}.`,
      show: 'Show the invoice',
      final: 'The billing team has your message already. To take it back, add to the case that it is settled.',
    },
    pl: {
      ask: (number: string, total: string, reason: string) =>
        `Zareklamować fakturę ${number} (${total})? Powód: „${reason}”.`,
      what: 'Powstanie sprawa, a nasz dział rozliczeń dostanie e-mail. Faktura będzie oznaczona i pomijana przy płaceniu „wszystkich”.',
      yes: (number: string) => `Zareklamuj fakturę ${number}`,
      done: (invoice: string, number: string, email: string) =>
        `Faktura ${invoice} jest oznaczona jako reklamowana, a dział rozliczeń zna powód. Numer sprawy: ${number}. Odpowiedź przyjdzie na adres ${email}.`,
      show: 'Pokaż fakturę',
      final: 'Dział rozliczeń ma już to zgłoszenie. Aby je wycofać, można dopisać do sprawy, że jest nieaktualne.',
    },
  },
  confirm({ locale }, { invoice, reason }, t) {
    const { id, number, total } = invoice;
    const text = t.ask(number, showMoney(locale, total), reason);
    const blocks = [{ type: 'text', text } as const, { type: 'text', text: t.what, style: 'muted' } as const];
    return { text: `${text} ${t.what}`, card: { blocks }, shows: { id, number, total, reason }, yes: t.yes(number) };
  },
  async run({ portal, person, locale }, { invoice: { id }, reason }, { texts: t, key }) {
    const { number, invoice } = await portal.invoices.dispute({ key, id, reason });
    const text = t.done(invoice, number, person.email);
    const show = { label: t.show, action: { do: 'start', intent: 'invoices.show', slots: { ref: id } } } as const;
    const buttons = [show, addToCase(locale, number)];
    const blocks = [{ type: 'text', text } as const, { type: 'actions', buttons } as const];
    return { replies: [{ text, card: { blocks } }], undo: { impossible: t.final } };
  },
});

/** Says under which case it is in dispute already, before anything is asked or confirmed. */
async function requireUndisputed(portal: Context['portal'], id: string): Promise<void> {
  const { number, disputes } = await portal.invoices.show({ id });
  const open = disputes.find(({ state }) => state === 'open');
  if (open) throw new CodedError('conflict', 'already_disputed', { number, caseNumber: open.caseNumber });
}

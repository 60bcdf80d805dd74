import type { FrameSlots } from '../../src/kit/dialog.ts';
import type { Finder, Found } from '../../src/kit/finder.ts';
import { showDate } from '../../src/lib/dates.ts';
import { INVOICE_STATUS } from '../../src/lib/invoice-words.ts';
import type { Localized } from '../../src/lib/locale.ts';
import { showMoney } from '../../src/lib/money.ts';
import type { InvoiceRow } from '../../src/portal/invoices/row.ts';
import type { Portal } from '../../src/portal/open.ts';
import type { Permission } from '../../src/portal/policy.ts';
import type { Context } from '../define.ts';
import { periodSlot } from '../list-slots.ts';
import { statusSlot } from './slots.ts';
import { stateOf } from './words.ts';

/** More are not read through while one writes a message: then more words help. */
const MOST = 10;
/** No number is longer. */
const LONGEST_NUMBER = 100;

interface FinderTexts {
  invoice(number: string): string;
  account: string;
  status: string;
  due: string;
  total: string;
  left: string;
  asOf(date: string): string;
  none: string;
  noUnpaid: string;
}

const TEXTS: Localized<FinderTexts> = {
  en: {
    invoice: (number) => `Invoice ${number}`,
    ...{ account: 'Account', status: 'Status', due: 'Due', total: 'Total', left: 'Left to pay' },
    asOf: (date) => `As of ${date}`,
    none: 'None of your invoices fits that. Type a whole number, “overdue”, “unpaid”, “closed”, or a month.',
    noUnpaid: 'You have no unpaid invoice. Type a number, “closed”, or a month.',
  },
  pl: {
    invoice: (number) => `Faktura ${number}`,
    ...{ account: 'Konto', status: 'Stan', due: 'Termin płatności', total: 'Razem', left: 'Do zapłaty' },
    asOf: (date) => `Stan na ${date}`,
    none: 'Żadna z Twoich faktur do tego nie pasuje. Wpisz cały numer, „zaległe”, „nieopłacone”, „zamknięte” albo miesiąc.',
    noUnpaid: 'Nie masz nieopłaconych faktur. Wpisz numer, „zamknięte” albo miesiąc.',
  },
};

/** One's own invoices by number, status or period; without a word those that are unpaid. */
export const invoiceFinder: Finder<Portal> & { permission: Permission } = {
  permission: 'invoices.read',
  subject: { en: 'invoices', pl: 'faktury' },
  async find(ctx, { text, slots }) {
    const rows = await rowsFor(ctx, text, slots);
    return rows.slice(0, MOST).map((row) => found(ctx, row));
  },
  nothing: (locale, text) => (text ? TEXTS[locale].none : TEXTS[locale].noUnpaid),
};

async function rowsFor(ctx: Context, text: string, slots: FrameSlots): Promise<readonly InvoiceRow[]> {
  const { invoices } = ctx.portal;
  if (!text) return (await invoices.list({ status: 'unpaid', limit: MOST })).rows;
  // A number may look like anything; what is typed is one before it is a sentence with one in it.
  for (const number of [/\d/.test(text) ? text : undefined, slots.invoice]) {
    const named = number && number.length <= LONGEST_NUMBER ? await invoices.find({ number }) : [];
    if (named.length > 0) return named;
  }
  const status = await statusSlot.resolve(ctx, slots, {});
  const period = await periodSlot.resolve(ctx, slots, {});
  const said = {
    ...('value' in status && { status: status.value }),
    ...('value' in period && { period: period.value }),
  };
  return Object.keys(said).length > 0 ? (await invoices.list({ ...said, limit: MOST })).rows : [];
}

/** What others see stays true in the chat: the status with its date instead of days that go by. */
function found({ locale, today, account, accounts }: Context, row: InvoiceRow): Found {
  const t = TEXTS[locale];
  const amount = row.status === 'closed' ? { label: t.total, of: row.total } : { label: t.left, of: row.left };
  const [money, due] = [showMoney(locale, amount.of), showDate(locale, row.dueOn)];
  const title = t.invoice(row.number);
  const status = INVOICE_STATUS[locale][row.status];
  const fields = [
    ...(accounts.length > 1 ? [{ label: t.account, value: account.name }] : []),
    { label: t.status, value: status },
    { label: amount.label, value: [{ b: money }] },
    { label: t.due, value: due },
  ];
  return {
    title: `${row.number} · ${money}`,
    detail: `${stateOf(locale, today, row)} · ${due}`,
    text: [title, ...fields.map(({ label, value }) => `${label}: ${typeof value === 'string' ? value : money}`)].join(
      '\n',
    ),
    card: {
      blocks: [
        { type: 'text', text: title, style: 'heading' },
        { type: 'fields', items: fields },
        { type: 'text', text: t.asOf(showDate(locale, today)), style: 'muted' },
      ],
    },
  };
}

import { defineHomePart } from '../define.ts';
import { brief, buttonsIn, start } from '../home.ts';
import { invoiceTable } from './cards.ts';
import { listTexts } from './list-texts.ts';
import { amounts } from './words.ts';

const ALL = { en: 'Show all overdue invoices', pl: 'Pokaż wszystkie zaległe faktury' };

/** What is overdue, the oldest first. */
export const overdueInvoices = defineHomePart({
  title: { en: 'Overdue invoices', pl: 'Zaległe faktury' },
  permission: 'invoices.read',
  async render(ctx) {
    const { locale, portal } = ctx;
    const page = await portal.invoices.list({ status: 'overdue' });
    if (page.rows.length === 0) return undefined;
    const texts = listTexts[locale];
    const payAll = texts.payAll.overdue;
    const several = page.rows.filter(({ payable, disputed, underWay }) => payable && !disputed && !underWay).length > 1;
    return [
      { type: 'text', text: texts.summary('overdue', page, amounts(locale, page.left), undefined) },
      brief(invoiceTable(ctx, page.rows)),
      ...buttonsIn(
        start(ALL[locale], 'invoices.list', { status: 'overdue' }),
        ...(payAll && several ? [start(payAll, 'invoices.pay', { status: 'overdue' })] : []),
      ),
    ];
  },
});

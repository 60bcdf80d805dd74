import { defineHomePart } from '../define.ts';
import { brief, buttonsIn, MOST, start } from '../home.ts';
import { amounts } from '../invoices/words.ts';
import { contractTable, rightsOf } from './cards.ts';
import { listTexts } from './list-texts.ts';

const ALL = { en: 'Show all expiring contracts', pl: 'Pokaż wszystkie wygasające umowy' };

/** Contracts that end soon and what became of their renewals, for those who renew them (PRODUCT.md section 12). */
export const renewalsAhead = defineHomePart({
  title: { en: 'Renewals', pl: 'Odnowienia' },
  permission: 'contracts.renew',
  async render(ctx) {
    const { locale, portal } = ctx;
    const page = await portal.contracts.list({ status: 'expiring' });
    if (page.rows.length === 0) return undefined;
    const text = listTexts[locale].summary('expiring', page.count, amounts(locale, page.totals));
    const more = page.count > MOST ? [start(ALL[locale], 'contracts.list', { status: 'expiring' })] : [];
    return [{ type: 'text', text }, brief(contractTable(ctx, page.rows, await rightsOf(ctx))), ...buttonsIn(...more)];
  },
});

import { defineHomePart } from '../define.ts';
import { brief, buttonsIn, MOST, start } from '../home.ts';
import { amounts } from '../invoices/words.ts';
import { orderTable } from './cards.ts';
import { listTexts } from './list-texts.ts';

const ALL = { en: 'Show all open orders', pl: 'Pokaż wszystkie otwarte zamówienia' };

/** Orders in progress, the newest first, for those who place them (PRODUCT.md section 12). */
export const ordersInProgress = defineHomePart({
  title: { en: 'Orders in progress', pl: 'Zamówienia w toku' },
  permission: 'orders.read',
  async render(ctx) {
    const { locale, portal } = ctx;
    const { roles } = await portal.access.explain({});
    if (!roles.includes('technical')) return undefined;
    const page = await portal.orders.list({ status: 'open' });
    if (page.rows.length === 0) return undefined;
    const text = listTexts[locale].summary('open', page.count, amounts(locale, page.totals), undefined);
    const more = page.count > MOST ? [start(ALL[locale], 'orders.list', { status: 'open' })] : [];
    return [{ type: 'text', text }, brief(orderTable(ctx, page.rows)), ...buttonsIn(...more)];
  },
});

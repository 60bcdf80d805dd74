import type { Block } from '../../src/kit/card.ts';
import type { Action, Draft } from '../../src/kit/dialog.ts';
import type { ContractFilter } from '../../src/lib/contract-words.ts';
import type { ContractPage } from '../../src/portal/contracts/list.ts';
import { type Context, defineDialog, optional } from '../define.ts';
import { buttonsIn, start } from '../home.ts';
import { amounts } from '../invoices/words.ts';
import { contractTable, rightsOf } from './cards.ts';
import { type ListTexts, listTexts } from './list-texts.ts';

/** Contracts by status, the one that ends first at first, with what they are worth per currency. */
export const listContracts = defineDialog({
  intent: 'contracts.list',
  permission: 'contracts.read',
  title: { en: 'Show contracts', pl: 'Pokaż umowy' },
  reads: true,
  slots: {
    // Words that are no status of contracts ("overdue") say nothing.
    status: optional<ContractFilter>({
      takes: ['status'],
      resolve: (_ctx, { status }) => (status && isFilter(status) ? { value: status } : { missing: true }),
    }),
    after: optional<string>({
      takes: ['after'],
      resolve: (_ctx, { after }) => (after ? { value: after } : { missing: true }),
    }),
  },
  texts: listTexts,
  async run(ctx, { status = 'all', after }, { texts }) {
    const page = await ctx.portal.contracts.list({ status, ...(after && { after }) });
    if (page.rows.length === 0) return { replies: [empty(status, texts)] };
    const refs = page.rows.map(({ id }) => id);
    const next = page.next && { next: page.next };
    const shown = { kind: 'contract' as const, intent: 'contracts.list' as const, slots: { status }, refs, ...next };
    return { replies: [await listed(ctx, status, page, texts, after !== undefined)], shown };
  },
});

const isFilter = (word: string): word is ContractFilter => Object.hasOwn(listTexts.en.title, word);

/** Show more goes on with this very list, whatever was shown since. */
async function listed(
  ctx: Context,
  status: ContractFilter,
  page: ContractPage,
  texts: ListTexts,
  goesOn: boolean,
): Promise<Draft> {
  const title = texts.title[status];
  const worth = amounts(ctx.locale, page.totals);
  const text = goesOn ? texts.goesOn(title) : texts.summary(status, page.count, worth);
  const more = page.next ? [start(texts.more, 'contracts.list', { status, after: page.next })] : [];
  const blocks: Block<Action>[] = [
    { type: 'text', text: title, style: 'heading' },
    { type: 'text', text },
    contractTable(ctx, page.rows, await rightsOf(ctx)),
    ...buttonsIn(...more),
  ];
  return { text, card: { blocks } };
}

/** Says well that there is nothing, and offers to look at everything. */
function empty(status: ContractFilter, texts: ListTexts): Draft {
  const text = texts.empty[status];
  if (status === 'all') return { text };
  const all = start(texts.all, 'contracts.list', { status: 'all' });
  return { text, card: { blocks: [{ type: 'text', text }, ...buttonsIn(all)] } };
}

import type { Block } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import { showDate } from '../../src/lib/dates.ts';
import { counted, intlTag, type Localized } from '../../src/lib/locale.ts';
import { showMoney } from '../../src/lib/money.ts';
import type { ContractDetails } from '../../src/portal/contracts/show.ts';
import { type Context, defineDialog } from '../define.ts';
import { buttonsIn } from '../home.ts';
import { deedsOf, dueButton, rightsOf } from './cards.ts';
import { contractSlot, lookedAt } from './slots.ts';
import { afterwards, kindOf, standingOf, stateOf } from './words.ts';

type Label = 'title' | 'kind' | 'state' | 'starts' | 'ends' | 'value' | 'auto' | 'on' | 'off' | 'ask' | 'none';
type Column = 'product' | 'quantity' | 'amount';

interface ShowTexts extends Record<Label | Column, string> {
  moreLines(n: number): string;
}

/** More of them are counted, and the card says so. */
const LINES = 10;

const MORE = {
  en: { one: 'more line', other: 'more lines' },
  pl: { one: 'pozycja', few: 'pozycje', many: 'pozycji', other: 'pozycji' },
} as const;

const texts: Localized<ShowTexts> = {
  en: {
    ...{ title: 'Contract', kind: 'Kind', state: 'State', starts: 'From', ends: 'Until', value: 'Value' },
    ...{ auto: 'Automatic renewal', on: 'on', off: 'off' },
    ...{ product: 'Product', quantity: 'Quantity', amount: 'Amount' },
    ...{ ask: 'Which contract would you like to see?', none: 'There are no contracts in your account.' },
    moreLines: (n) => `And ${counted('en', n, MORE)}.`,
  },
  pl: {
    ...{ title: 'Umowa', kind: 'Rodzaj', state: 'Stan', starts: 'Od', ends: 'Do', value: 'Wartość' },
    ...{ auto: 'Automatyczne odnawianie', on: 'włączone', off: 'wyłączone' },
    ...{ product: 'Produkt', quantity: 'Ilość', amount: 'Kwota' },
    ...{ ask: 'Którą umowę pokazać?', none: 'Na Twoim koncie nie ma umów.' },
    moreLines: (n) => `Oraz ${counted('pl', n, MORE)}.`,
  },
};

/** One contract: until when it runs, what it is worth and covers, and what comes after its end. */
export const showContract = defineDialog({
  intent: 'contracts.show',
  permission: 'contracts.read',
  title: { en: 'Show a contract', pl: 'Pokaż umowę' },
  reads: true,
  slots: {
    contract: contractSlot(({ locale, portal }) => ({
      intent: 'contracts.show',
      implied: () => true,
      ask: texts[locale].ask,
      none: texts[locale].none,
      candidates: () => portal.contracts.list({}).then(({ rows }) => rows),
    })),
  },
  texts,
  async run(ctx, { contract: { id } }, { texts: t }) {
    const contract = await ctx.portal.contracts.show({ id });
    const rights = await rightsOf(ctx);
    const text = [standingOf(ctx, contract), afterwards(ctx, contract)].filter(Boolean).join(' ');
    const due = contract.renewal && contract.renewal.state !== 'paid' ? [dueButton(ctx)] : [];
    const blocks: Block<Action>[] = [
      { type: 'text', text: `${t.title} ${contract.number}`, style: 'heading' },
      { type: 'text', text },
      factsOf(ctx, contract, t),
      ...linesOf(ctx, contract, t),
      ...buttonsIn(...deedsOf(ctx, contract, rights), ...due),
    ];
    return { replies: [{ text, card: { blocks } }], shown: lookedAt(ctx, id) };
  },
});

function factsOf(ctx: Context, contract: ContractDetails, t: ShowTexts): Block<Action> {
  const { locale } = ctx;
  return {
    type: 'fields',
    items: [
      { label: t.kind, value: kindOf(ctx, contract) },
      { label: t.state, value: stateOf(ctx, contract) },
      { label: t.starts, value: showDate(locale, contract.startsOn) },
      { label: t.ends, value: showDate(locale, contract.endsOn) },
      { label: t.value, value: showMoney(locale, contract.value) },
      { label: t.auto, value: contract.autoRenew ? t.on : t.off },
    ],
  };
}

function linesOf({ locale }: Context, { lines }: ContractDetails, t: ShowTexts): Block<Action>[] {
  if (lines.length === 0) return [];
  const number = new Intl.NumberFormat(intlTag[locale], { maximumFractionDigits: 6 });
  const rest = lines.length - LINES;
  return [
    {
      type: 'table',
      columns: [{ label: t.product }, { label: t.quantity, align: 'right' }, { label: t.amount, align: 'right' }],
      rows: lines.slice(0, LINES).map(({ product, quantity, amount }) => ({
        cells: [product, number.format(quantity as Intl.StringNumericLiteral), showMoney(locale, amount)],
      })),
    },
    ...(rest > 0 ? [{ type: 'text', text: t.moreLines(rest), style: 'muted' } as const] : []),
  ];
}

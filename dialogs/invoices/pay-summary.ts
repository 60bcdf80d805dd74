import type { Block, Rich } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import { showDate } from '../../src/lib/dates.ts';
import { DUE_THING } from '../../src/lib/due-words.ts';
import type { Locale, Localized } from '../../src/lib/locale.ts';
import { Decimal, type Money, showMoney } from '../../src/lib/money.ts';
import type { Approval } from '../../src/portal/payments/approval.ts';
import type { MethodChoice } from '../../src/portal/payments/method-view.ts';
import type { Quote, QuoteItem } from '../../src/portal/payments/quote.ts';
import { methodKey } from '../payments/methods.ts';
import { charged, forItems, listed, methodName, oneOf, paidWith } from '../payments/words.ts';
import { leftOutText } from './pay-left-out.ts';
import { coveredAsk, rewardParts, shownRewards } from './pay-rewards.ts';

/** More rows than this make a card too long: the rest of a long summary is a running text. */
const ROWS = 20;
/** More than this are named without their amounts, so that the card stays within what Teams takes. */
const WITH_AMOUNTS = 200;

interface SummaryTexts {
  heading: string;
  ask(what: string): string;
  disputed(numbers: readonly string[]): string;
  underWay: string;
  /** @param alone it is above the limit by itself */
  approval(total: string, limit: string, who: string, alone: boolean): string;
  page: string;
  part(amount: string, left: string): string;
  labels: Record<'invoice' | 'due' | 'amount' | 'method' | 'charge' | 'rest', string>;
}

const TEXTS: Localized<SummaryTexts> = {
  en: {
    heading: 'Please confirm the payment',
    ask: (what) => `Pay ${what}?`,
    disputed: (numbers) =>
      `Careful: ${numbers.length > 1 ? 'invoices' : 'invoice'} ${listed('en', numbers)} ${numbers.length > 1 ? 'are' : 'is'} in dispute. Confirm only if you want to pay all the same.`,
    underWay: 'Part of what is left is being paid already, so this is the rest.',
    approval: (total, limit, who, alone) =>
      `${total} takes approval, since ${alone ? '' : 'together with earlier payments '}it is above the limit of ${limit}. ${who} can approve it, and nothing is charged before that.`,
    page: 'You’ll get a link to the payment provider’s page and give the payment details there, never here in the chat.',
    part: (amount, left) => `${amount} of ${left}`,
    labels: {
      invoice: 'Invoice',
      due: 'Due',
      amount: 'To pay',
      method: 'Method',
      charge: 'Charged in all',
      rest: 'Charged',
    },
  },
  pl: {
    heading: 'Potwierdź płatność',
    ask: (what) => `Zapłacić ${what}?`,
    disputed: (numbers) =>
      `Uwaga: ${numbers.length > 1 ? 'faktury' : 'faktura'} ${listed('pl', numbers)} ${numbers.length > 1 ? 'są reklamowane' : 'jest reklamowana'}. Potwierdź tylko wtedy, gdy mimo to chcesz zapłacić.`,
    underWay: 'Część pozostałej kwoty jest już opłacana, więc to reszta.',
    approval: (total, limit, who, alone) =>
      `Kwota ${total} wymaga zatwierdzenia, bo ${alone ? '' : 'razem z wcześniejszymi płatnościami '}przekracza limit ${limit}. Zatwierdzić ją może ${who}; wcześniej nic nie zostanie pobrane.`,
    page: 'Dostaniesz link do strony operatora płatności; dane do płatności podaje się tam, nigdy tu na czacie.',
    part: (amount, left) => `${amount} z ${left}`,
    labels: {
      invoice: 'Faktura',
      due: 'Termin',
      amount: 'Do zapłaty',
      method: 'Metoda',
      charge: 'Razem',
      rest: 'Do pobrania',
    },
  },
};

interface Field {
  label: string;
  value: Rich;
}

interface Besides {
  /** What else there is to know of the only item. */
  fields?: readonly Field[];
  notes?: readonly string[];
}

/** Everything a payment would do, in words and as a card; a yes is bound to `shows`. */
export function paymentSummary(
  locale: Locale,
  quote: Quote,
  method: MethodChoice,
  { fields = [], notes: more = [] }: Besides = {},
) {
  const t = TEXTS[locale];
  const rewards = rewardParts(locale, quote);
  const { items, charges, leftOut } = quote;
  const totals = charged(
    locale,
    charges.map(({ total }) => total),
  );
  const what = `${totals} ${forItems(locale, items)} ${paidWith(locale, method)}${rewards.after}`;
  const ask = coveredAsk(locale, quote) ?? t.ask(what);
  const isCharged = charges.length > 0;
  const page = isCharged && 'page' in method ? [t.page] : [];
  const notes = [...warnings(locale, quote), ...page, ...rewards.notes, ...more, ...leftOutText(locale, leftOut)];
  const blocks: Block<Action>[] = [
    { type: 'text', text: t.heading, style: 'heading' },
    { type: 'text', text: ask },
    ...severalItems(locale, items),
    {
      type: 'fields',
      items: [
        ...(items.length > 1 ? [] : oneItem(locale, items)),
        ...fields,
        ...rewards.fields,
        ...(isCharged ? chargeField(t.labels, totals, items.length > 1, rewards.fields.length > 0) : []),
        ...(isCharged ? [{ label: t.labels.method, value: methodWithDate(locale, method) }] : []),
      ],
    },
    ...notes.map((text) => ({ type: 'text' as const, text })),
  ];
  return {
    text: [ask, ...notes].join(' '),
    card: { blocks },
    shows: shownOf(quote, method),
  };
}

/** What is charged, where that is not what stands by the only item already. */
function chargeField(labels: SummaryTexts['labels'], totals: string, several: boolean, afterRewards: boolean): Field[] {
  const label = afterRewards ? labels.rest : labels.charge;
  return several || afterRewards ? [{ label, value: [{ b: totals }] }] : [];
}

function shownOf(quote: Quote, method: MethodChoice) {
  const { items, charges, leftOut, warnings } = quote;
  return {
    items: items.map(({ id, number, amount, left, disputed }) => ({ id, number, amount, left, disputed })),
    charges: charges.map(({ total, approval }) => ({
      total,
      approval: approval && {
        ...{ limit: approval.limit, alone: isAlone(total, approval) },
        deciders: approval.deciders.map(({ id }) => id),
      },
    })),
    leftOut: leftOut.map(({ invoiceId, reason }) => ({ invoiceId, reason })),
    method: methodKey(method),
    warnings,
    ...(quote.rewards?.applied && { rewards: shownRewards(quote) }),
  };
}

/** Nothing else counts towards the limit. */
const isAlone = (total: Money, { counted }: Approval): boolean => new Decimal(counted.amount).equals(total.amount);

function warnings(locale: Locale, { items, charges, warnings: said }: Quote): string[] {
  const t = TEXTS[locale];
  const disputed = items.filter((item) => item.disputed).map(({ number }) => number);
  return [
    ...(disputed.length > 0 ? [t.disputed(disputed)] : []),
    ...(said.includes('part_under_way') ? [t.underWay] : []),
    ...charges.flatMap(({ total, approval }) => {
      if (!approval) return [];
      const who = oneOf(
        locale,
        approval.deciders.map(({ name }) => name),
      );
      return [t.approval(showMoney(locale, total), showMoney(locale, approval.limit), who, isAlone(total, approval))];
    }),
  ];
}

function oneItem(locale: Locale, [only]: readonly QuoteItem[]): Field[] {
  if (!only) return [];
  const { labels } = TEXTS[locale];
  return [
    { label: only.kind === 'invoice' ? labels.invoice : DUE_THING[locale][only.kind], value: only.number },
    { label: labels.due, value: showDate(locale, only.dueOn) },
    { label: labels.amount, value: [{ b: amountOf(locale, only) }] },
  ];
}

/** Several invoices as a table, very many as a running text: all of them, always. */
function severalItems(locale: Locale, items: readonly QuoteItem[]): Block<Action>[] {
  if (items.length === 1) return [];
  const { labels } = TEXTS[locale];
  if (items.length > ROWS) {
    const name = (item: QuoteItem) => `${item.number} (${amountOf(locale, item)})`;
    return [{ type: 'text', text: items.map(items.length > WITH_AMOUNTS ? ({ number }) => number : name).join(', ') }];
  }
  const columns = [{ label: labels.invoice }, { label: labels.due }, { label: labels.amount, align: 'right' as const }];
  const rows = items.map((item) => ({
    cells: [item.number, showDate(locale, item.dueOn), amountOf(locale, item)],
  }));
  return [{ type: 'table', columns, rows }];
}

/** "PLN 50.00", or "PLN 50.00 of PLN 100.00" where it is a part of what is left. */
function amountOf(locale: Locale, { amount, left }: QuoteItem): string {
  const shown = showMoney(locale, amount);
  return new Decimal(amount.amount).equals(left.amount) ? shown : TEXTS[locale].part(shown, showMoney(locale, left));
}

/** "Visa •••• 4242 (12/2030)". */
function methodWithDate(locale: Locale, method: MethodChoice): string {
  const name = methodName(locale, method);
  if ('page' in method || !method.expires) return name;
  const [year, month] = method.expires.split('-');
  return `${name} (${month}/${year})`;
}

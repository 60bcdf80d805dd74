import type { Block, Field } from '../../src/kit/card.ts';
import type { Amount } from '../../src/kit/contract.ts';
import type { Action, Draft, Question } from '../../src/kit/dialog.ts';
import { CodedError, isCoded } from '../../src/lib/errors.ts';
import type { Locale, Localized } from '../../src/lib/locale.ts';
import { Decimal, type Money, minorDigits, showMoney } from '../../src/lib/money.ts';
import type { Quote } from '../../src/portal/payments/quote.ts';
import { type Context, slot } from '../define.ts';
import type { Wanted } from './pay-invoices.ts';
import { leftOutText } from './pay-left-out.ts';

/** What `payments.quote` says about an amount that won't do. */
interface Problem {
  number: string;
  currency: string;
  available: Money;
}

const PROBLEMS = ['currency_mismatch', 'amount_too_small', 'minor_digits', 'more_than_available'] as const;
const isProblem = (reason: string): reason is (typeof PROBLEMS)[number] =>
  (PROBLEMS as readonly string[]).includes(reason);

interface QuoteTexts {
  problems: Record<(typeof PROBLEMS)[number], (about: Problem) => string>;
  no_amount: string;
  ask: string;
  most(amount: string): string;
  field: string;
  go: string;
  whole(amount: string): string;
  nothing: Record<'overdue' | 'open' | 'unpaid', string>;
}

const TEXTS: Localized<QuoteTexts> = {
  en: {
    problems: {
      currency_mismatch: ({ number, currency }) =>
        `Invoice ${number} is in ${currency} and can only be paid in ${currency}.`,
      amount_too_small: () => 'The amount has to be more than zero.',
      minor_digits: ({ currency }) => `That amount has more decimal places than ${currency} has.`,
      more_than_available: ({ number, available }) =>
        `That’s more than can be paid on invoice ${number}: at most ${showMoney('en', available)}.`,
    },
    no_amount: 'That doesn’t look like an amount.',
    ask: 'How much would you like to pay?',
    most: (amount) => `At most ${amount}.`,
    field: 'Amount',
    go: 'Continue',
    whole: (amount) => `The whole ${amount}`,
    nothing: {
      overdue: 'There is nothing overdue to pay.',
      open: 'There is no open invoice to pay.',
      unpaid: 'There is no unpaid invoice to pay.',
    },
  },
  pl: {
    problems: {
      currency_mismatch: ({ number, currency }) =>
        `Faktura ${number} jest w walucie ${currency} i tylko w niej można ją zapłacić.`,
      amount_too_small: () => 'Kwota musi być większa od zera.',
      minor_digits: ({ currency }) => `Ta kwota ma więcej miejsc po przecinku, niż przewiduje waluta ${currency}.`,
      more_than_available: ({ number, available }) =>
        `To więcej, niż można zapłacić za fakturę ${number} (najwyżej ${showMoney('pl', available)}).`,
    },
    no_amount: 'To nie wygląda na kwotę.',
    ask: 'Ile zapłacić?',
    most: (amount) => `Najwyżej ${amount}.`,
    field: 'Kwota',
    go: 'Dalej',
    whole: (amount) => `Całość: ${amount}`,
    nothing: {
      overdue: 'Nie ma zaległych faktur do zapłaty.',
      open: 'Nie ma otwartych faktur do zapłaty.',
      unpaid: 'Nie ma nieopłaconych faktur do zapłaty.',
    },
  },
};

const AMOUNT = /^-?\d{1,15}(\.\d{1,6})?$/;

/** What paying would be now: what for, in which charges, what is left out. A wrong amount is asked for again. */
export const paymentQuote = slot<Quote>({
  takes: ['amount'],
  async resolve(ctx, { amount }, { invoices, rewards }) {
    const wanted = invoices as Wanted;
    const first = rewards === true ? { rewards } : {};
    if ('status' in wanted)
      return checked(ctx, await ctx.portal.payments.quote({ ...wanted, ...first }), wanted.status);
    const ask = (part?: Amount) => ctx.portal.payments.quote({ ...namedInvoices(wanted.ids, part), ...first });
    if (!amount) return checked(ctx, await ask());
    const again = (why: string, about: Pick<Problem, 'available'>) => ({ again: question(ctx, why, about) });
    if (!AMOUNT.test(amount.value)) {
      const [item] = (await ask()).items;
      return again(TEXTS[ctx.locale].no_amount, item!);
    }
    try {
      const quote = await ask(amount);
      // The whole is no part: it stays the whole when another invoice is named.
      return { ...checked(ctx, quote), ...(isWhole(quote) && { pinned: {} }) };
    } catch (error) {
      if (!isCoded(error, 'invalid') || !isProblem(error.reason)) throw error;
      const about = error.details as unknown as Problem;
      return again(TEXTS[ctx.locale].problems[error.reason](about), about);
    }
  },
  ask: (ctx) => ({ text: TEXTS[ctx.locale].ask, awaiting: 'amount' }),
});

const isWhole = ({ items: [item] }: Quote): boolean =>
  item !== undefined && new Decimal(item.amount.amount).equals(item.available.amount);

const namedInvoices = (ids: readonly string[], part: Amount | undefined) => ({
  invoices: ids.map((invoice) => ({
    invoice,
    ...(part && { amount: { amount: part.value, ...(part.currency && { currency: part.currency }) } }),
  })),
});

/** Throws `forbidden` `no_decider` where it would have to be approved and nobody could. */
function checked({ locale }: Context, quote: Quote, status?: 'overdue' | 'open' | 'unpaid') {
  if (quote.items.length === 0) return { stop: nothing(locale, quote, status ?? 'unpaid') };
  const stuck = quote.charges.find(({ approval }) => approval?.deciders.length === 0);
  if (stuck) throw new CodedError('forbidden', 'no_decider', { ...stuck.approval });
  return { value: quote };
}

function nothing(locale: Context['locale'], { leftOut }: Quote, status: 'overdue' | 'open' | 'unpaid'): Draft {
  return { text: [TEXTS[locale].nothing[status], ...leftOutText(locale, leftOut)].join(' ') };
}

/**
 * Asks for an amount, with the most it may be.
 * @param value what stands in it already
 */
export function amountField(locale: Locale, available: Money, value?: Money): Field {
  const t = TEXTS[locale];
  const hint = t.most(showMoney(locale, available));
  return {
    ...{ name: 'amount', label: t.field, kind: 'amount', required: true, hint },
    ...(value && { value: asTyped(locale, value) }),
  };
}

/** "1250.50", in Polish "1250,50"; with three decimals a point, since "1,250" is read as a thousand and more. */
const asTyped = (locale: Locale, { amount, currency }: Money): string =>
  locale === 'pl' && minorDigits(currency) < 3 ? amount.replace('.', ',') : amount;

function question({ locale }: Context, why: string, { available }: Pick<Problem, 'available'>): Question {
  const t = TEXTS[locale];
  const text = `${why} ${t.ask}`;
  const most = showMoney(locale, available);
  const blocks: Block<Action>[] = [
    { type: 'text', text },
    {
      type: 'form',
      fields: [amountField(locale, available)],
      submit: { label: t.go, action: { do: 'fill' } },
    },
    { type: 'actions', buttons: [{ label: t.whole(most), action: { do: 'fill' } }] },
  ];
  return { text, awaiting: 'amount', card: { blocks } };
}

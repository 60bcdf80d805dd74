import type { Block } from '../../src/kit/card.ts';
import type { Action, Question } from '../../src/kit/dialog.ts';
import { isCoded } from '../../src/lib/errors.ts';
import { invoiceType } from '../../src/lib/invoice-words.ts';
import type { Locale, Localized } from '../../src/lib/locale.ts';
import type { InvoiceRow } from '../../src/portal/invoices/row.ts';
import type { Redeemable } from '../../src/portal/rewards/redeemable.ts';
import { type Context, slot } from '../define.ts';
import { choiceTable } from '../invoices/cards.ts';
import { resolveInvoice } from '../invoices/slots.ts';
import { amounts } from '../invoices/words.ts';

interface Details {
  number?: string;
  type?: string;
  currency?: string;
}

interface InvoiceTexts {
  which: string;
  noRewards: string;
  /** @param balances what there is to use */
  noInvoice(balances: string): string;
  /** Why an invoice that was named takes no rewards, where others do. */
  why: Record<string, (details: Details) => string>;
}

const TEXTS: Localized<InvoiceTexts> = {
  en: {
    which: 'Which support invoice should rewards be used on?',
    noRewards: 'There are no rewards to use in your account right now, so nothing was changed.',
    noInvoice: (balances) =>
      `You have rewards worth ${balances}, but there is no unpaid support invoice they could be used on right now. Nothing was changed.`,
    why: {
      not_support: ({ number, type }) =>
        `Rewards can be used on support invoices only; invoice ${number} is of another type (${invoiceType('en', type ?? '')}).`,
      no_rewards: ({ number, currency }) => `There are no rewards in ${currency} to use on invoice ${number}.`,
      pre_tax_covered: ({ number }) =>
        `On invoice ${number} only tax or a part that was covered before is left, which rewards can’t be used on.`,
      invoice_closed: ({ number }) => `Nothing is left to pay on invoice ${number}.`,
      under_way: ({ number }) => `All that is left of invoice ${number} is being paid already.`,
    },
  },
  pl: {
    which: 'Na poczet której faktury za asystę wykorzystać nagrody?',
    noRewards: 'Na Twoim koncie nie ma teraz nagród do wykorzystania, więc nic się nie zmieniło.',
    noInvoice: (balances) =>
      `Do wykorzystania są nagrody o wartości ${balances}, ale nie ma teraz nieopłaconej faktury za asystę, do której pasują. Nic się nie zmieniło.`,
    why: {
      not_support: ({ number, type }) =>
        `Nagrody można wykorzystać tylko na faktury za asystę techniczną, a faktura ${number} jest innego rodzaju (${invoiceType('pl', type ?? '')}).`,
      no_rewards: ({ number, currency }) =>
        `Na poczet faktury ${number} nie ma czego wykorzystać, bo nie ma nagród w walucie ${currency}.`,
      pre_tax_covered: ({ number }) =>
        `Na fakturze ${number} został tylko podatek lub część pokryta już wcześniej, a tego nagrody nie obejmują.`,
      invoice_closed: ({ number }) => `Na fakturze ${number} nie zostało nic do zapłaty.`,
      under_way: ({ number }) => `Cała pozostała kwota faktury ${number} jest już opłacana.`,
    },
  },
};

/** The invoice rewards are used on: the one that was said, or the only one they fit; of several it is asked. */
export const redeemableInvoice = slot<InvoiceRow>({
  takes: ['invoice', 'ordinal', 'ref'],
  async resolve(ctx, said) {
    const found = await ctx.portal.rewards.redeemable({});
    const t = TEXTS[ctx.locale];
    const resolution = await resolveInvoice(ctx, said, {
      ...{ ask: { en: TEXTS.en.which, pl: TEXTS.pl.which }, status: 'unpaid' },
      implied: ({ id }) => found.rows.some((row) => row.id === id),
      offered: { rows: found.rows, none: found.balances.length > 0 ? t.noInvoice(worth(ctx, found)) : t.noRewards },
    });
    if (!('value' in resolution)) return resolution;
    const why = await whyNot(ctx, resolution.value.id, found);
    return why ? { again: instead(ctx, why, found) } : resolution;
  },
  ask: ({ locale }) => ({ text: TEXTS[locale].which, awaiting: 'invoice' }),
});

const worth = ({ locale }: { locale: Locale }, { balances }: Redeemable): string => amounts(locale, balances);

/** Why the invoice takes no rewards, where there are others to choose from; else the portal's refusal is thrown. */
async function whyNot(ctx: Context, invoiceId: string, { rows }: Redeemable): Promise<string | undefined> {
  try {
    await ctx.portal.rewards.quote({ invoiceId });
    return undefined;
  } catch (error) {
    const why = isCoded(error, 'conflict') && rows.length > 0 && TEXTS[ctx.locale].why[error.reason];
    if (!why) throw error;
    return why(error.details as Details);
  }
}

function instead(ctx: Context, why: string, { rows }: Redeemable): Question {
  const text = `${why} ${TEXTS[ctx.locale].which}`;
  const blocks: Block<Action>[] = [{ type: 'text', text }, choiceTable(ctx, rows)];
  const shown = { kind: 'invoice', intent: 'invoices.list', slots: { status: 'unpaid' } } as const;
  return { text, awaiting: 'invoice', card: { blocks }, shown: { ...shown, refs: rows.map(({ id }) => id) } };
}

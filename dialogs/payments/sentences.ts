import { dateIn, showDate, showMoment } from '../../src/lib/dates.ts';
import type { Localized } from '../../src/lib/locale.ts';
import type { PaymentState } from '../../src/portal/payments/states.ts';
import type { PaymentView } from '../../src/portal/payments/view.ts';
import type { Context } from '../define.ts';
import { listed, oneOf, paidWith, whatFor, why } from './words.ts';

/** A payment's parts as its sentences take them. */
interface Told {
  /** "Payment P-1001 of PLN 100.00 for invoice 123", "Płatność P-1001 (100,00 zł za fakturę 123)". */
  it: string;
  /** "PLN 100.00 for invoice 123 with Visa •••• 4242 (payment P-1001, reference …)". */
  paid: string;
  mine: boolean;
  /** Who can decide. */
  asked: readonly string[];
  by: string | undefined;
  /** When a waiting one ends, a day or a moment. */
  until: string | undefined;
  /** Why it ended so, in words of ours. */
  why: string | undefined;
  /** What the decider wrote. */
  said: string | undefined;
  /** The page can be opened by whoever reads this. */
  open: boolean;
}

type Sentences = Record<PaymentState, (told: Told) => string>;

const en: Sentences = {
  awaiting_approval: ({ it, asked, until }) => {
    const [only] = asked;
    const who =
      asked.length > 1
        ? `${listed('en', asked)} have been asked; one of them decides.`
        : only
          ? `${only} has been asked to decide.`
          : 'Nobody can approve it right now.';
    return `${it} is waiting for approval. ${who} Nothing is charged before that${until ? `; if nobody decides by ${until}, it ends` : ''}.`;
  },
  awaiting_payer: ({ it, open, mine, until }) =>
    open
      ? `${it} is ready to be paid on the payment provider’s page${until ? `, until ${until}` : ''}. Nothing is charged until you pay there.`
      : mine
        ? `${it} is set up, but the payment page can’t be opened right now. I’ll send you the link as soon as it can; nothing is charged until then.`
        : `${it} is waiting to be paid on the payment provider’s page.`,
  processing: ({ it, mine }) =>
    `${it} is being processed: the payment provider hasn’t confirmed it yet. Nothing will be charged twice${mine ? ', and I’ll tell you as soon as it’s settled' : ''}.`,
  needs_review: ({ it, why, mine }) =>
    `${it} is being looked into by the billing team${why ? `: ${why}` : ''}. The amount stays reserved, nothing will be charged twice${mine ? ', and I’ll tell you how it ends' : ''}.`,
  succeeded: ({ it, paid, mine, by }) =>
    `${mine ? `Paid: ${paid}` : `${it} went through`}.${by ? ` Approved by ${by}.` : ''}`,
  failed: ({ it, why, mine }) =>
    `${it} did not go through${why ? `: ${why}` : ''}. Nothing was charged.${mine ? ' You can pay another way.' : ''}`,
  declined: ({ it, by, said }) =>
    `${it} was declined${by ? ` by ${by}` : ''}${said ? `: “${said}”` : ''}. Nothing was charged.`,
  withdrawn: ({ it }) => `${it} was withdrawn. Nothing was charged.`,
  expired: ({ it, why }) => `${it} has ended${why ? `: ${why}` : ''}. Nothing was charged.`,
  refunded: ({ it }) => `${it} was refunded.`,
};

const pl: Sentences = {
  awaiting_approval: ({ it, asked, until }) => {
    const who =
      asked.length > 0 ? `Decyzję podejmie ${oneOf('pl', asked)}.` : 'W tej chwili nikt nie może jej zatwierdzić.';
    return `${it} czeka na zatwierdzenie. ${who} Wcześniej nic nie zostanie pobrane${until ? `, a bez decyzji do ${until} płatność wygaśnie` : ''}.`;
  },
  awaiting_payer: ({ it, open, mine, until }) =>
    open
      ? `${it} czeka na stronie operatora płatności${until ? ` (do ${until})` : ''}. Dopóki tam nie zapłacisz, nic nie zostanie pobrane.`
      : mine
        ? `${it} jest przygotowana, ale strony płatności nie da się teraz otworzyć. Przyślę link, gdy tylko będzie to możliwe; do tego czasu nic nie zostanie pobrane.`
        : `${it} czeka na zapłatę na stronie operatora płatności.`,
  processing: ({ it, mine }) =>
    `${it} jest w toku: operator płatności jeszcze jej nie potwierdził. Nic nie zostanie pobrane dwa razy${mine ? ', a gdy tylko się rozstrzygnie, dam znać' : ''}.`,
  needs_review: ({ it, why, mine }) =>
    `${it} jest wyjaśniana przez dział rozliczeń${why ? `: ${why}` : ''}. Kwota pozostaje zarezerwowana i nic nie zostanie pobrane dwa razy${mine ? ', a o wyniku dam znać' : ''}.`,
  succeeded: ({ it, paid, mine, by }) =>
    `${mine ? `Zapłacono ${paid}` : `${it} została zrealizowana`}.${by ? ` Decyzja o zatwierdzeniu: ${by}.` : ''}`,
  failed: ({ it, why, mine }) =>
    `${it} nie powiodła się${why ? `: ${why}` : ''}. Nic nie zostało pobrane.${mine ? ' Można zapłacić inaczej.' : ''}`,
  declined: ({ it, by, said }) =>
    `${it} została odrzucona${by ? ` (decyzja: ${by})` : ''}${said ? `: „${said}”` : ''}. Nic nie zostało pobrane.`,
  withdrawn: ({ it }) => `${it} została wycofana. Nic nie zostało pobrane.`,
  expired: ({ it, why }) => `${it} wygasła${why ? `: ${why}` : ''}. Nic nie zostało pobrane.`,
  refunded: ({ it }) => `${it}: pieniądze zostały zwrócone.`,
};

const SENTENCES: Localized<Sentences> = { en, pl };

const FREE_AGAIN: Localized = { en: 'The rewards are free again.', pl: 'Nagrody są znów do wykorzystania.' };
const KEPT: Localized = {
  en: 'The rewards used with it were not given back.',
  pl: 'Nagrody wykorzystane razem z nią nie zostały przywrócone.',
};

/** What is to be said of a payment's rewards besides, where they did not go its way. */
function rewardsStand(state: PaymentState, rewards: NonNullable<PaymentView['rewards']>): Localized | undefined {
  if (rewards.state === 'released') return FREE_AGAIN;
  return state === 'refunded' ? KEPT : undefined;
}

type Ctx = Pick<Context, 'locale' | 'timeZone' | 'person'>;

/** How a payment stands, in one or two sentences that are enough by themselves. */
export function howItStands(ctx: Ctx, payment: PaymentView): string {
  const { locale } = ctx;
  const { state, payer, deciders, decidedBy, reason, pageUrl, rewards } = payment;
  const stands = SENTENCES[locale][state]({
    it: subject(ctx, payment),
    paid: paidText(ctx, payment),
    mine: payer.id === ctx.person.id,
    asked: deciders.map(({ name }) => name),
    // Whoever decided knows.
    by: decidedBy?.id === ctx.person.id ? undefined : decidedBy?.name,
    until: endOf(ctx, payment),
    why: why(locale, reason),
    said: reason ?? undefined,
    open: pageUrl !== null,
  });
  const others = rewards && rewardsStand(state, rewards)?.[locale];
  return others ? `${stands} ${others}` : stands;
}

/** What a decider is asked, with amount, what for, what with and by whom. */
export function approvalAsked({ locale }: Pick<Ctx, 'locale'>, { number, payer, method, ...payment }: PaymentView) {
  const what = `${whatFor(locale, payment)} ${paidWith(locale, method)}`;
  return locale === 'pl'
    ? `${payer.name} prosi o zatwierdzenie płatności ${number}: ${what}.`
    : `${payer.name} asks you to approve payment ${number}: ${what}.`;
}

/** A day for what waits for approval, a moment for a page; undefined where it does not end by itself. */
export function endOf({ locale, timeZone }: Pick<Ctx, 'locale' | 'timeZone'>, { state, expiresAt }: PaymentView) {
  if (!expiresAt || (state !== 'awaiting_approval' && state !== 'awaiting_payer')) return undefined;
  const end = new Date(expiresAt);
  return state === 'awaiting_approval' ? showDate(locale, dateIn(timeZone, end)) : showMoment(locale, timeZone, end);
}

function subject({ locale, person }: Ctx, { number, payer, ...payment }: PaymentView): string {
  const what = whatFor(locale, payment);
  const mine = payer.id === person.id;
  if (locale === 'pl') return `Płatność ${number} (${what}${mine ? '' : `, zleca ${payer.name}`})`;
  return `${mine ? 'Payment' : `${payer.name}’s payment`} ${number} of ${what}`;
}

function paidText({ locale }: Ctx, payment: PaymentView): string {
  const { number, method, reference } = payment;
  const what = `${whatFor(locale, payment)} ${paidWith(locale, method)}`;
  const [called, mark] = locale === 'pl' ? ['płatność', 'numer referencyjny'] : ['payment', 'reference'];
  return `${what} (${called} ${number}${reference ? `, ${mark} ${reference}` : ''})`;
}

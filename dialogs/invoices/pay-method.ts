import type { Block, Button, Field } from '../../src/kit/card.ts';
import type { Action, Question, Resolution } from '../../src/kit/dialog.ts';
import type { Locale, Localized } from '../../src/lib/locale.ts';
import type { MethodChoice, MethodView } from '../../src/portal/payments/method-view.ts';
import type { Quote } from '../../src/portal/payments/quote.ts';
import { type Context, slot } from '../define.ts';
import { methodKey } from '../payments/methods.ts';
import { methodName, whatFor } from '../payments/words.ts';

/** So many methods stand as buttons, more as a choice. */
const BUTTONS = 4;

interface MethodTexts {
  ask: string;
  field: string;
  go: string;
  alternative(what: string): string;
  noDefault: string;
  expired(name: string): string;
  unknown(last4: string): string;
  several: string;
  noCard: string;
  noBank: string;
  gone: string;
}

const TEXTS: Localized<MethodTexts> = {
  en: {
    ask: 'How would you like to pay?',
    field: 'Payment method',
    go: 'Continue',
    alternative: (what) => `It takes another payment method to pay ${what}, since the card has expired.`,
    noDefault: 'No method is set as the default.',
    expired: (name) => `${name} has expired, so it can’t be charged.`,
    unknown: (last4) => `There is no payment method ending in ${last4} on file.`,
    several: 'More than one fits.',
    noCard: 'There is no card on file that can be charged.',
    noBank: 'There is no bank account on file.',
    gone: 'That payment method is not on file any more.',
  },
  pl: {
    ask: 'Jak chcesz zapłacić?',
    field: 'Metoda płatności',
    go: 'Dalej',
    alternative: (what) => `Aby zapłacić ${what}, potrzebna jest inna metoda płatności, bo karta straciła ważność.`,
    noDefault: 'Żadna metoda nie jest ustawiona jako domyślna.',
    expired: (name) => `${name}: ta karta straciła ważność, więc nie można jej obciążyć.`,
    unknown: (last4) => `Na koncie nie ma metody płatności z końcówką ${last4}.`,
    several: 'Pasuje więcej niż jedna.',
    noCard: 'Na koncie nie ma karty, którą można obciążyć.',
    noBank: 'Na koncie nie ma rachunku bankowego.',
    gone: 'Tej metody płatności nie ma już na koncie.',
  },
};

/** What it is paid with: what was said, by last four digits, kind or a button, else the default the portal offers. */
export const paymentMethod = slot<MethodChoice>({
  takes: ['method'],
  async resolve(ctx, { method: said }, { quote }) {
    // Of a form whose amount won't do there is no quote, and its method is looked up all the same.
    const offer = (quote as Quote | undefined)?.method;
    // Rewards cover it all: nothing is charged, and the page would never be opened.
    if ((quote as Quote | undefined)?.charges.length === 0) return { value: { page: true } };
    if (!said) return offer ? { value: offer } : { missing: true };
    if (said === 'page') return { value: { page: true } };
    const { methods } = await ctx.portal.payments.methods({});
    // With a card on file the page is offered only where everything goes there: then no other method can be chosen.
    if (offer && 'page' in offer && methods.some(({ expired }) => !expired)) return { value: offer };
    return named(ctx, methods, said);
  },
  async ask(ctx, { quote }) {
    const { methods } = await ctx.portal.payments.methods({});
    const t = TEXTS[ctx.locale];
    const { why, charges, items } = quote as Quote;
    const [charge] = charges;
    if (why === 'alternative' && charge) {
      return question(ctx, methods, t.alternative(whatFor(ctx.locale, { amount: charge.total, items })));
    }
    const preferred = methods.find(({ isDefault }) => isDefault);
    const expired = why === 'default_expired' && preferred;
    return question(ctx, methods, expired ? t.expired(methodName(ctx.locale, expired)) : t.noDefault);
  },
});

function named(ctx: Context, methods: readonly MethodView[], said: string): Resolution<MethodChoice> {
  const t = TEXTS[ctx.locale];
  const again = (why: string, among = methods): Resolution<MethodChoice> => ({ again: question(ctx, among, why) });
  const byKind = said === 'card' || said === 'bank';
  const meant = methods.filter(({ id, kind, last4 }) => (byKind ? kind === said : id === said || last4 === said));
  const usable = meant.filter(({ expired }) => !expired);
  const [only] = usable;
  const one = usable.length === 1 ? only : byKind ? usable.find(({ isDefault }) => isDefault) : undefined;
  if (one) return { value: one };
  if (usable.length > 1) return again(t.several, usable);
  const [expired] = meant;
  if (expired) return again(t.expired(methodName(ctx.locale, expired)));
  if (said === 'card') return again(t.noCard);
  if (said === 'bank') return again(t.noBank);
  return again(/^\d{4}$/.test(said) ? t.unknown(said) : t.gone);
}

/** What can be charged, and the provider's page. */
function question(ctx: Context, methods: readonly MethodView[], why: string): Question {
  const t = TEXTS[ctx.locale];
  const text = `${why} ${t.ask}`;
  return { text, awaiting: 'method', card: { blocks: [{ type: 'text', text }, choice(ctx, waysToPay(methods))] } };
}

/** What of the methods can be charged, and the provider's page. */
export const waysToPay = (methods: readonly MethodView[]): MethodChoice[] => [
  ...methods.filter(({ expired }) => !expired),
  { page: true },
];

/**
 * Asks for one of them.
 * @param now what is chosen already
 */
export function methodField(locale: Locale, ways: readonly MethodChoice[], now?: MethodChoice): Field {
  const options = ways.map((way) => ({ value: methodKey(way), label: methodName(locale, way) }));
  return {
    ...{ name: 'method', label: TEXTS[locale].field, kind: 'choice', required: true, options },
    ...(now && { value: methodKey(now) }),
  };
}

function choice({ locale }: Context, ways: readonly MethodChoice[]): Block<Action> {
  const t = TEXTS[locale];
  if (ways.length <= BUTTONS + 1) {
    const buttons = ways.map((way): Button<Action> => {
      return { label: methodName(locale, way), action: { do: 'fill', slots: { method: methodKey(way) } } };
    });
    return { type: 'actions', buttons };
  }
  return {
    type: 'form',
    fields: [methodField(locale, ways)],
    submit: { label: t.go, action: { do: 'fill' } },
  };
}

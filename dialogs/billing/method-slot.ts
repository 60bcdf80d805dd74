import type { FrameSlots, Question, Resolution } from '../../src/kit/dialog.ts';
import type { Localized } from '../../src/lib/locale.ts';
import type { MethodView } from '../../src/portal/payments/method-view.ts';
import type { Context } from '../define.ts';
import { buttonsIn } from '../home.ts';
import { addButtons, chooseMethod, methodTable } from './method-table.ts';

/** As many are offered to choose from. */
const OFFERED = 8;

interface MethodTexts {
  unknown(last4: string): string;
  several: string;
  noCard: string;
  noBank: string;
  noSuchRow: string;
  gone: string;
}

const TEXTS: Localized<MethodTexts> = {
  en: {
    unknown: (last4) => `There is no payment method ending in ${last4} on file.`,
    several: 'More than one fits.',
    noCard: 'There is no card on file.',
    noBank: 'There is no bank account on file.',
    noSuchRow: 'The list I showed last has no such payment method.',
    gone: 'That payment method is not on file any more.',
  },
  pl: {
    unknown: (last4) => `Na koncie nie ma metody płatności z końcówką ${last4}.`,
    several: 'Pasuje więcej niż jedna.',
    noCard: 'Na koncie nie ma żadnej karty.',
    noBank: 'Na koncie nie ma rachunku bankowego.',
    noSuchRow: 'Na ostatnio pokazanej liście nie ma takiej metody płatności.',
    gone: 'Tej metody płatności nie ma już na koncie.',
  },
};

export interface WhichMethod {
  ask: string;
  /** There is nothing to choose from. */
  none: string;
  /** Which are meant where nothing was said, and rather than others that the words fit. */
  fits(method: MethodView): boolean;
}

/** One method on file: by a button, a place in the list shown last, `card`, `bank`, its last four digits, or the only one. */
export function pickMethod(
  ctx: Context,
  { ref, method: said, ordinal }: FrameSlots,
  methods: readonly MethodView[],
  which: WhichMethod,
): Resolution<MethodView> {
  const t = TEXTS[ctx.locale];
  const fitting = methods.filter(which.fits);
  const byId = (id: string | undefined, otherwise: string): Resolution<MethodView> => {
    const method = methods.find((one) => one.id === id);
    return method ? found(method) : offer(ctx, which, fitting, otherwise);
  };
  if (ref) return byId(ref, t.gone);
  if (ordinal) {
    const refs = ctx.shown?.kind === 'method' ? ctx.shown.refs : [];
    return byId(ordinal === 'last' ? refs.at(-1) : refs[Number(ordinal) - 1], t.noSuchRow);
  }
  if (!said) return one(fitting) ?? offer(ctx, which, fitting);
  const meant = methods.filter(({ kind, last4 }) => kind === said || last4 === said);
  const likely = meant.filter(which.fits);
  const only = one(likely) ?? one(meant);
  if (only) return only;
  if (meant.length > 1) return offer(ctx, which, likely.length > 1 ? likely : meant, t.several);
  return offer(ctx, which, fitting, said === 'card' ? t.noCard : said === 'bank' ? t.noBank : t.unknown(said));
}

const found = (method: MethodView): Resolution<MethodView> => ({ value: method, pinned: { ref: method.id } });

const one = ([only, ...others]: readonly MethodView[]): Resolution<MethodView> | undefined =>
  only && others.length === 0 ? found(only) : undefined;

function offer(
  { locale }: Context,
  { ask, none }: WhichMethod,
  among: readonly MethodView[],
  why?: string,
): Resolution<MethodView> {
  const rows = among.slice(0, OFFERED);
  if (rows.length === 0) {
    const text = why ? `${why} ${none}` : none;
    return { stop: { text, card: { blocks: [{ type: 'text', text }, ...buttonsIn(...addButtons(locale))] } } };
  }
  const text = why ? `${why} ${ask}` : ask;
  const table = methodTable(locale, rows, (method) => chooseMethod(locale, method));
  const again: Question = {
    text,
    awaiting: 'method',
    card: { blocks: [{ type: 'text', text }, table] },
    shown: { kind: 'method', intent: 'billing.methods.list', slots: {}, refs: rows.map(({ id }) => id) },
  };
  return { again };
}

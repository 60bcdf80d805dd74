import { CONTRACT_KIND } from '../../src/lib/contract-words.ts';
import { daysBetween, showDate } from '../../src/lib/dates.ts';
import { counted, type Locale } from '../../src/lib/locale.ts';
import { showMoney } from '../../src/lib/money.ts';
import type { Renewal } from '../../src/portal/contracts/renewal.ts';
import type { ContractRow } from '../../src/portal/contracts/row.ts';
import type { Context } from '../define.ts';

const DAYS = {
  en: { one: 'day', other: 'days' },
  pl: { one: 'dzień', few: 'dni', many: 'dni', other: 'dnia' },
} as const;

type Ctx = Pick<Context, 'locale' | 'today'>;

/** "support", "asysta techniczna". */
export const kindOf = ({ locale }: Pick<Ctx, 'locale'>, { kind }: Pick<ContractRow, 'kind'>): string =>
  CONTRACT_KIND[locale][kind];

const RENEWAL: Record<Locale, Record<Renewal['state'], string>> = {
  en: { due: 'renewal to be paid', under_way: 'renewal: payment submitted', paid: 'renewal paid' },
  pl: { due: 'odnowienie do opłacenia', under_way: 'odnowienie: płatność w toku', paid: 'odnowienie opłacone' },
};

/** "active", "expires in 12 days, renewal to be paid", "expired". */
export function stateOf(ctx: Ctx, contract: Pick<ContractRow, 'status' | 'startsOn' | 'endsOn' | 'renewal'>): string {
  const { renewal } = contract;
  return [standing(ctx, contract), renewal && RENEWAL[ctx.locale][renewal.state]].filter(Boolean).join(', ');
}

function standing(
  { locale, today }: Ctx,
  { status, startsOn, endsOn }: Pick<ContractRow, 'status' | 'startsOn' | 'endsOn'>,
): string {
  const pl = locale === 'pl';
  if (status === 'expired') return pl ? 'wygasła' : 'expired';
  if (startsOn > today) return pl ? 'jeszcze się nie zaczęła' : 'not begun yet';
  if (status === 'active') return pl ? 'aktywna' : 'active';
  const days = daysBetween(today, endsOn);
  if (days === 0) return pl ? 'wygasa dziś' : 'expires today';
  if (days === 1) return pl ? 'wygasa jutro' : 'expires tomorrow';
  return `${pl ? 'wygasa za' : 'expires in'} ${counted(locale, days, DAYS)}`;
}

/** Until when it runs, in a whole sentence: "Contract S-310 is active until 11 Dec 2026, 38 more days." */
export function standingOf({ locale, today }: Ctx, { number, status, startsOn, endsOn }: ContractRow): string {
  const date = showDate(locale, endsOn);
  const days = daysBetween(today, endsOn);
  if (locale === 'pl') {
    if (status === 'expired') return `Umowa ${number} wygasła ${date}.`;
    if (startsOn > today) return `Umowa ${number} zaczyna się ${showDate(locale, startsOn)} i obowiązuje do ${date}.`;
    if (days === 0) return `Umowa ${number} obowiązuje tylko do dziś.`;
    return `Umowa ${number} obowiązuje do ${date} (jeszcze ${counted(locale, days, DAYS)}).`;
  }
  if (status === 'expired') return `Contract ${number} expired on ${date}.`;
  if (startsOn > today) return `Contract ${number} begins on ${showDate(locale, startsOn)} and runs until ${date}.`;
  if (days === 0) return `Contract ${number} runs only until today.`;
  return `Contract ${number} runs until ${date}, ${counted(locale, days, DAYS)} from now.`;
}

/** What comes after its end, in a whole sentence; nothing where an expired one simply is over. */
export function afterwards({ locale }: Ctx, contract: ContractRow): string {
  const pl = locale === 'pl';
  const { status, autoRenew, renewal } = contract;
  if (renewal) return renewalSentence(locale, contract);
  if (status === 'expired') return '';
  if (autoRenew) return pl ? 'Potem odnowi się automatycznie.' : 'After that it renews automatically.';
  return pl ? 'Automatyczne odnawianie jest wyłączone.' : 'Automatic renewal is off.';
}

/** Where its renewal stands, in a whole sentence; nothing where there is none. */
export function renewalSentence(locale: Locale, { renewal, next }: Pick<ContractRow, 'renewal' | 'next'>): string {
  if (!renewal) return '';
  const sum = showMoney(locale, renewal.amount);
  const until = showDate(locale, next.to);
  const date = showDate(locale, renewal.dueOn);
  if (locale === 'pl') {
    if (renewal.state === 'paid') return `Odnowienie (${sum}) jest opłacone.`;
    if (renewal.state === 'under_way') return `Płatność za odnowienie do ${until} (${sum}) jest już w toku.`;
    return `Odnowienie do ${until} (${sum}) czeka w płatnościach należnych, termin płatności: ${date}.`;
  }
  if (renewal.state === 'paid') return `Its renewal for ${sum} is paid.`;
  if (renewal.state === 'under_way') return `A payment for its renewal until ${until}, ${sum}, has been submitted.`;
  return `Its renewal until ${until} for ${sum} is in payments due, to be paid by ${date}.`;
}

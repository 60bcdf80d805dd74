import type { Locale, Localized } from '../../src/lib/locale.ts';
import type { TrailEntry } from '../../src/portal/audit/list.ts';
import { DEEDS_EN, type Deed } from './audit-deeds-en.ts';
import { DEEDS_PL } from './audit-deeds-pl.ts';
import { factsOf } from './audit-facts.ts';

const DEEDS: Localized<Record<string, Deed>> = { en: DEEDS_EN, pl: DEEDS_PL };

/** What a module is about, for an action that has no words of its own. */
const ABOUT: Localized<Record<string, string>> = {
  en: {
    ...{ access: 'roles', audit: 'the audit trail', billing: 'the billing profile', contracts: 'contracts' },
    ...{ dues: 'payments due', files: 'files', invitations: 'invitations', invoices: 'invoices', links: 'chats' },
    ...{ orders: 'orders', own: 'own settings', payments: 'payments', plans: 'plans', rewards: 'rewards' },
    ...{ support: 'support', users: 'people' },
  },
  pl: {
    ...{ access: 'role', audit: 'dziennik zdarzeń', billing: 'profil fakturowania', contracts: 'umowy' },
    ...{ dues: 'płatności należne', files: 'pliki', invitations: 'zaproszenia', invoices: 'faktury', links: 'czaty' },
    ...{ orders: 'zamówienia', own: 'własne ustawienia', payments: 'płatności', plans: 'plany', rewards: 'nagrody' },
    ...{ support: 'wsparcie', users: 'osoby' },
  },
};

interface Words {
  refused(wish: string): string;
  failed: string;
  about(what: string): string;
  other(about: string, of: string): string;
  who: Record<Exclude<TrailEntry['actor']['kind'], 'contact'>, string>;
  you: string;
  gone: string;
}

const WORDS: Localized<Words> = {
  en: {
    refused: (wish) => `Refused, nothing was changed: ${wish}.`,
    failed: 'It failed:',
    about: (what) => `something about ${what}`,
    other: (about, of) => `Done: ${about}${of && ` (${of})`}.`,
    who: { operator: 'the administrator', system: 'the system', invitee: 'the invited person' },
    ...{ you: 'you', gone: 'somebody' },
  },
  pl: {
    refused: (wish) => `Odmowa, nic się nie zmieniło: ${wish}.`,
    failed: 'Nie udało się:',
    about: (what) => `czynność w obszarze „${what}”`,
    other: (about, of) => `Wykonano: ${about}${of && ` (${of})`}.`,
    who: { operator: 'administrator', system: 'system', invitee: 'osoba zaproszona' },
    ...{ you: 'Ty', gone: 'ktoś' },
  },
};

/** What a record of the audit trail says, as a sentence; of an action we have no words for, what it was about. */
export function sentenceOf(locale: Locale, entry: TrailEntry): string {
  const t = WORDS[locale];
  const deed = DEEDS[locale][entry.action];
  const facts = factsOf(locale, entry);
  const module = entry.action.split('.')[0]!;
  const about = t.about(ABOUT[locale][module] ?? entry.action);
  if (entry.outcome === 'refused') return t.refused(deed?.wish ?? about);
  const sentence = deed?.done(facts) ?? t.other(about, facts.of);
  // A payment's new state says it already.
  return entry.outcome === 'failed' && facts.state === '' ? `${t.failed} ${sentence}` : sentence;
}

/** Who did it: a name, "you", or what is no contact of the account. */
export function doerOf(locale: Locale, { kind, name, isYou }: TrailEntry['actor']): string {
  const t = WORDS[locale];
  if (isYou) return t.you;
  return kind === 'contact' ? (name ?? t.gone) : t.who[kind];
}

const PLACES: Localized<Record<TrailEntry['channel'], string>> = {
  en: {
    slack: 'Slack',
    teams: 'Microsoft Teams',
    web: 'web page',
    cli: 'command line',
    job: 'by itself',
    page: 'page',
  },
  pl: {
    slack: 'Slack',
    teams: 'Microsoft Teams',
    web: 'strona',
    cli: 'wiersz poleceń',
    job: 'automatycznie',
    page: 'strona',
  },
};

/** Where it was done. */
export const placeOf = (locale: Locale, { channel }: TrailEntry): string => PLACES[locale][channel];

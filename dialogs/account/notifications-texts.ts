import { showMoment } from '../../src/lib/dates.ts';
import type { Locale, Localized } from '../../src/lib/locale.ts';
import { aboutTopics, TOPIC_NAME, type Topic } from '../../src/lib/topic-words.ts';

export interface ReminderTexts {
  ask: string;
  askOff: string;
  all: string;
  on(topics: readonly Topic[]): string;
  alreadyOn(topics: readonly Topic[]): string;
  off(topics: readonly Topic[]): string;
  alreadyOff(topics: readonly Topic[]): string;
  /** @param topics those the person's roles tell them nothing about, where others are said too */
  notYours(topics: readonly Topic[] | undefined): string;
  /** What is told about approvals whatever is set. */
  approvalsStay: string;
  back: string;
  undo: string;
  how: string;
  stands: { on: string; off: string; snoozed(until: string): string };
  columns: { topic: string; state: string };
  labels: Record<'on' | 'off' | 'later' | 'settings' | 'snoozeAll' | 'askRole', string>;
  snoozed(topics: readonly Topic[], until: string): string;
  /** Nothing of it is switched on. */
  nothingOn: string;
  approvalsCome: string;
}

const names = (locale: Locale, topics: readonly Topic[]): string =>
  topics.map((topic) => TOPIC_NAME[locale][topic]).join(', ');

/** What is said about reminders, in a person's own words for the topics. */
export const REMINDER_TEXTS: Localized<ReminderTexts> = {
  en: {
    ask: 'Which reminders would you like to turn on?',
    askOff: 'Which reminders would you like to turn off?',
    all: 'All of them',
    on: (topics) => `I’ll remind you ${aboutTopics('en', topics)}.`,
    alreadyOn: (topics) => `Reminders ${aboutTopics('en', topics)} are on already, so nothing was changed.`,
    off: (topics) => `I won’t remind you ${aboutTopics('en', topics)} any more.`,
    alreadyOff: (topics) => `Reminders ${aboutTopics('en', topics)} are off already, so nothing was changed.`,
    notYours: (topics) =>
      `Your roles show you nothing of ${topics ? `some of it (${names('en', topics)})` : 'that kind'} yet: it begins once you have a role that does.`,
    approvalsStay:
      'Each request for your decision still comes once, when it is made, since it may wait for nobody else; only the reminder a day later doesn’t.',
    back: 'The reminders are set as they were before.',
    undo: 'Set the reminders back as they were before?',
    how: 'This is what I tell you about without being asked, once each: summaries on working days at 9:00, changes of orders on working days between 8:00 and 18:00, requests for a decision at once.',
    stands: { on: 'on', off: 'off', snoozed: (until) => `snoozed until ${until}` },
    columns: { topic: 'Reminder', state: 'State' },
    labels: {
      ...{ on: 'Turn on', off: 'Turn off', later: 'Snooze until tomorrow', settings: 'Reminder settings' },
      ...{ snoozeAll: 'Snooze all reminders', askRole: 'Ask for a role' },
    },
    snoozed: (topics, until) =>
      `I’ll say nothing more ${aboutTopics('en', topics)} until ${until}. What you were told of and still stands comes again then.`,
    nothingOn: 'All of your reminders are off, so there is nothing to snooze.',
    approvalsCome: 'Requests for your decision still come at once.',
  },
  pl: {
    ask: 'Które przypomnienia włączyć?',
    askOff: 'Które przypomnienia wyłączyć?',
    all: 'Wszystkie',
    on: (topics) => `Będę przypominać ${aboutTopics('pl', topics)}.`,
    alreadyOn: (topics) => `Przypomnienia ${aboutTopics('pl', topics)} są już włączone, więc nic się nie zmieniło.`,
    off: (topics) => `Nie będę już przypominać ${aboutTopics('pl', topics)}.`,
    alreadyOff: (topics) => `Przypomnienia ${aboutTopics('pl', topics)} są już wyłączone, więc nic się nie zmieniło.`,
    notYours: (topics) =>
      `Przy Twoich obecnych rolach nie ma jednak czego przypominać${topics ? ` (${names('pl', topics)})` : ''}: zacznie się to, gdy będziesz mieć odpowiednią rolę.`,
    approvalsStay:
      'Każda prośba o Twoją decyzję i tak przyjdzie raz, od razu, bo może nie czekać na nikogo innego; nie będzie tylko przypomnienia po dobie.',
    back: 'Przypomnienia są znów ustawione tak jak przedtem.',
    undo: 'Ustawić przypomnienia tak jak przedtem?',
    how: 'O tym daję znać bez pytania, o każdej sprawie raz: podsumowania w dni robocze o 9:00, zmiany zamówień w dni robocze od 8:00 do 18:00, prośby o decyzję od razu.',
    stands: { on: 'włączone', off: 'wyłączone', snoozed: (until) => `odłożone do: ${until}` },
    columns: { topic: 'Przypomnienie', state: 'Stan' },
    labels: {
      ...{ on: 'Włącz', off: 'Wyłącz', later: 'Odłóż do jutra', settings: 'Ustawienia przypomnień' },
      ...{ snoozeAll: 'Odłóż wszystkie przypomnienia', askRole: 'Poproś o rolę' },
    },
    snoozed: (topics, until) =>
      `Nie będzie przypomnień ${aboutTopics('pl', topics)} do ${until}. Wtedy wróci też to, co już było przypomniane i nadal aktualne.`,
    nothingOn: 'Wszystkie Twoje przypomnienia są wyłączone, więc nie ma czego odkładać.',
    approvalsCome: 'Prośby o Twoją decyzję nadal przychodzą od razu.',
  },
};

/** A topic as a row or a button begins with it. */
export function topicTitle(locale: Locale, topic: Topic): string {
  const name = TOPIC_NAME[locale][topic];
  return name[0]!.toLocaleUpperCase(locale) + name.slice(1);
}

/** "Mon, 9 Nov 2026, 09:00" in the person's time zone: a day of the week is how people think of it. */
export function untilWhen(locale: Locale, timeZone: string, iso: string): string {
  const at = new Date(iso);
  const weekday = new Intl.DateTimeFormat(locale === 'pl' ? 'pl-PL' : 'en-GB', { weekday: 'short', timeZone });
  return `${weekday.format(at)}, ${showMoment(locale, timeZone, at)}`;
}

import type { IntentName } from '../../kit/contract.ts';

type Choice = readonly [value: string, words: RegExp];
const pick = (folded: string, choices: readonly Choice[]): string | undefined =>
  choices.find(([, words]) => words.test(folded))?.[0];

const formats: Choice[] = [
  ['ics', /\b(?:ics|ical|icalendar|calendar\w*|kalendarz\w*|outlook\w*)\b/],
  ['csv', /\b(?:csv|excel\w*|xlsx?|spread ?sheet\w*|arkusz\w*)\b/],
  ['pdf', /\b(?:pdf\w*|pdf-\w+)\b/],
];
/** The file format named (INTENTS.md `format`). */
export const formatSaid = (folded: string): string | undefined => pick(folded, formats);

const locales: Choice[] = [
  ['en', /\b(?:english|engish|anglais|angielsk\w*|ang|en)\b/],
  ['pl', /\b(?:polish|polski\w*|polsku|polszczyzn\w*|pol|pl)\b/],
];
/** The language to speak; of "from Polish to English" the one after the last preposition. */
export function localeSaid(folded: string): string | undefined {
  const to = /\b(?:to|into|na|in|po) (\w+)\W*$|\b(?:to|into|na) (english|polish|angielsk\w*|polsk\w*)\b/.exec(folded);
  return (
    (to && pick(to[1] ?? to[2] ?? '', locales)) ??
    pick(folded.replace(/\b(?:from|not|instead of|z|zamiast|nie) (?:po )?\w+/g, ' '), locales)
  );
}

const topics: Choice[] = [
  ['approvals', /\b(?:approv\w*|sign-?offs?|akceptacj\w*|zatwierdz\w*|zgod(?:y|ach|a)|do akceptacji)\b/],
  ['expiring_cards', /\b(?:cards?|kart(?:a|y|ach|e|om)?|kartach)\b/],
  ['renewals', /\b(?:renew\w*|odnowie\w*|odnawia\w*|przedluze\w*|przedluza\w*|contracts?|umow\w*)\b/],
  ['orders', /\b(?:orders?|deliver(?:y|ies)|shipments?|zamowie\w*|dostaw\w*|przesyl\w*)\b/],
  [
    'overdue_invoices',
    /\b(?:over-?due|past[ -]due|late|invoices?|bills?|zaleg\w*|faktur\w*|przeterminow\w*|platnosc\w*)\b/,
  ],
];
/** What reminders are about (INTENTS.md `topic`). */
export const topicSaid = (folded: string): string | undefined => pick(folded, topics);

const off =
  /\b(?:off|disable\w*|stop\w*|mute\w*|silence|unsubscribe|unwatch|unfollow|no more|no longer|don'?t|do not|never|quit|cease|cancel\w*|deactivat\w*|remove|without|not|wylacz\w*|przesta\w*|nie|dosc|koniec|zrezygn\w*|rezygn\w*|wycisz\w*|wypisz\w*|odwolaj|dezaktyw\w*|bez|usun\w*|zatrzym\w*|anuluj\w*|skoncz\w*|zadnych)\b/;
const on =
  /\b(?:on|set up|start|send|get|receive|need|like|enable\w*|activate\w*|remind\w*|notif(?:y|ied)|tell|told|alert\w*|let (?:me|us) know|ping|warn|watch|follow|track|keep|update me|want|automatic\w*|auto-?\w*|wlacz\w*|uruchom\w*|aktyw\w*|przypomin\w*|przypomn(?:ij|iec)|powiad\w+|powiadom\w*|informuj\w*|informowa\w*|poinform\w*|daj|dawaj|zna[cj]\w*|alarmuj|ostrzegaj|obserw\w*|sledz\w*|automat\w*|chce|chcialbym|chcialabym|poprosze|prosze o)\b/;
/** Words that name the thing switched and say nothing of on or off. */
const thing: Partial<Record<IntentName, RegExp>> = {
  'notifications.set': /\b(?:przypomnien\w*|powiadomien\w*|reminders?|notifications?|alerts)\b/g,
  'contracts.autorenew': /\b(?:auto-?(?:matic(?:ally)?)?[- ]?renew\w*|automatyczn\w+ (?:odn\w+|przed\w+))\b/g,
};
const bareSwitch =
  /\b(?:change|settings?|setting|manage|preferences|toggle|switch|zmien\w*|zmian\w*|ustaw\w*|przelacz\w*)\b/;

/** "Which reminders are on?" switches nothing. */
const asksHow = /^\W*(?:which|what|jakie|ktore)\b/;

/** `"true"` or `"false"`, also where only the verb says it ("stop telling me"); undefined where nothing does. */
export function enabledSaid(folded: string, intent: IntentName): string | undefined {
  if (intent === 'notifications.set' && asksHow.test(folded)) return undefined;
  const said = folded.replace(thing[intent] ?? /$^/g, ' _ ');
  if (off.test(said)) return 'false';
  if (on.test(said)) return 'true';
  return bareSwitch.test(said) ? undefined : intent === 'notifications.set' ? undefined : 'true';
}

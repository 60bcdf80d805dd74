import { INTENTS, type IntentName, type SlotName, type Slots } from '../kit/contract.ts';
import type { Context } from '../kit/understood.ts';
import type { Locale } from '../lib/locale.ts';
import { decimal } from './slots/amounts.ts';
import { enabledSaid } from './slots/choices.ts';
import { blank } from './slots/found.ts';
import { type Reading, slotSaid } from './slots/index.ts';
import { organizationSaid } from './slots/organizations.ts';
import { statusSaid } from './slots/statuses.ts';

/** What carries a value in an answer or a correction and is no wish of its own; closed classes of both languages. */
const carriers =
  /\b(?:no|nope|nah|not|sorry|oops|oh|wait|actually|instead|rather|i mean|i meant|mean|meant|wrong|mistake|typo|correction|should|would|could|be|is|it|its|it's|that|thats|that's|this|these|those|the|a|an|one|ones|my|our|their|his|her|to|with|for|from|on|of|in|at|by|as|and|or|but|make|change|use|using|put|set|take|choose|pick|try|pay|want|i|i'd|i'll|ill|id|me|we|like|please|pls|plz|thanks|thank|you|just|only|let|say|lets|ok|okay|yes|yeah|sure|number|no|nr|num|address|mail|e-mail|email|amount|date|name|phone|method|role|period|invoice|invoices|inv|bill|order|contract|agreement|po|correct|right|new|other|called|named|ending|starting|then|ve|re|s|m|d|go|was|were|different|another|row|number|account|last|four|digits|card|person|reminder|reminders|notifications|language|format|file|topic|about|status|nie|tak|przepraszam|sory|sorki|czekaj|jednak|zamiast|raczej|chodzi|chodzilo|mi|mam|na|mysli|pomylka|pomylilem|pomylilam|blad|zly|zla|zle|bledny|bledna|powinno|powinna|powinien|byc|ma|mialo|miala|mial|to|ten|ta|te|tę|ta|tej|tego|tym|jest|bedzie|niech|z|ze|za|do|dla|po|od|o|w|we|i|a|lub|albo|ale|tylko|moze|wole|wolę|zmien|zmienmy|zmieniam|popraw|poprawka|uzyj|uzyjmy|wez|wezmy|wybierz|wybieram|daj|dajmy|ustaw|zaplac|zrob|chce|chcialbym|chcialabym|prosze|poprosze|dzieki|dziekuje|numer|numerze|adres|adresem|adresu|mejl|mejla|maila|kwota|kwote|kwoty|kwocie|date|imie|nazwisko|nazywa|sie|telefon|metoda|metode|rola|role|roli|okres|faktura|fakture|faktury|fakturze|fv|zamowienie|zamowienia|zam|umowa|umowe|umowy|kontrakt|inna|inny|inne|inna|nowa|nowy|nowe|wlasciwy|wlasciwa|koncowka|koncowce|karta|karte|karty|konto|ktora|ktory|ktore|jeszcze|raz|pani|pan|pana|panem|osoba|powiadomienia|przypomnienia|jezyk|plik|jako|zrobmy|lepiej|mialem|mialam|wlasciwie|moj|moja|moje|nasz|nasza|nasze|mr|mrs|ms|dr)\b|[^a-z0-9]+/g;

/** Which slots a correction may name, the narrow before the wide; a word's slot needs a word, not a guess. */
const correctable: SlotName[] = [
  'email',
  'mention',
  'phone',
  'amount',
  'period',
  'invoice',
  'order',
  'contract',
  'ordinal',
  'method',
  'role',
  'name',
  'format',
  'locale',
  'topic',
  'status',
];
/** Said by words that say other things too: corrected only where the dialog takes them. */
const weak: readonly SlotName[] = ['topic', 'locale', 'format', 'status'];
/** Words these slots are said by, removed to see what else a text says. */
const slotWords =
  /\b(?:card|visa|mastercard|amex|bank|account|iban|transfer|wire|direct debit|kart\w*|rachun\w*|bankow\w*|kont[oae]\w*|przelew\w*|financ\w*|finans\w*|payable\w*|accounts?|ap|accounting|ksiegow\w*|techn\w*|sales|it|engineer\w*|buyer|zakup\w*|manag\w*|executive|director|kierowni\w*|zarzad\w*|menedzer\w*|dyrektor\w*|overdue|past|due|open|closed|paid|unpaid|outstanding|all|every\w*|zaleg\w*|otwart\w*|zamkni\w*|oplacon\w*|nieoplacon\w*|wszystk\w*|active|expir\w*|aktywn\w*|wygas\w*|delivered|cancelled|dostarczon\w*|anulowan\w*|english|polish|angielsk\w*|polsk\w*|renewals?|cards|orders|approvals?|odnowieni\w*|zamowieni\w*|akceptacj\w*|zatwierdz\w*|expiring|faktur\w*|on|off|wlacz\w*|wylacz\w*|visa|vis[ae])\b/g;

/** Words a format is said by: more than a value where the dialog makes no file ("PDF of invoice 123"). */
const formatWords = /\b(?:pdf|csv|ics|excel|spreadsheet|calendar|arkusz\w*|kalendarz\w*)\b/g;

export interface Filling {
  slots: Slots;
  /** How many words of the text are neither value nor carrier: what else it may be saying. */
  leftover: number;
}

const wordsLeft = (folded: string, dialog: IntentName | undefined): number =>
  (dialog === undefined || dialog === 'dialog.fill' || takenBy(dialog).includes('format')
    ? folded.replace(formatWords, ' ')
    : folded
  )
    .replace(slotWords, ' ')
    .replace(carriers, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '').length;

/** The values a text offers the open question, and how much it says besides; undefined where it offers none. */
export function fillingOf(reading: Reading, context: Context, language: Locale): Filling | undefined {
  const { awaiting, dialog } = context;
  if (awaiting === undefined) return undefined;
  const slots =
    awaiting === 'confirm'
      ? corrections(reading, dialog, context, language)
      : {
          ...besides(awaiting, reading, dialog, context, language),
          ...answer(awaiting, reading, dialog, context, language),
        };
  if (Object.keys(slots).length === 0) return undefined;
  return { slots, leftover: wordsLeft(blank(reading.folded, reading.found), dialog) };
}

function corrections(reading: Reading, dialog: IntentName | undefined, { today }: Context, language: Locale): Slots {
  const takes: readonly SlotName[] = dialog && dialog !== 'dialog.fill' ? INTENTS[dialog] : correctable;
  const slots: Slots = {};
  for (const slot of correctable) {
    if (!takes.includes(slot) || (dialog === undefined && weak.includes(slot))) continue;
    const value =
      corrected(reading, slot, dialog, takes) ??
      slotSaid(slot, dialog ?? 'dialog.fill', reading, today, language, reading.text);
    if (value !== undefined) Object.assign(slots, { [slot]: value });
  }
  const card = takes.includes('method') ? lastFourAfter(reading) : undefined;
  if (card !== undefined) {
    Object.assign(slots, { method: card });
    for (const slot of ['invoice', 'order', 'contract'] as const) if (slots[slot] === card) delete slots[slot];
  }
  const numbers = (['invoice', 'order', 'contract'] as const).filter((slot) => slots[slot] !== undefined);
  const said = reading.found.find(({ slot }) => slot === 'document')?.kind;
  for (const slot of numbers) if (slot !== (said ?? numbers[0])) delete slots[slot];
  return slots;
}

const takenBy = (dialog: Exclude<IntentName, 'dialog.fill'>): readonly SlotName[] => INTENTS[dialog];

/** What is said beside, or instead of, the answer: unmistakable values that the dialog takes ("December, as PDF"). */
function besides(
  awaiting: SlotName,
  reading: Reading,
  dialog: IntentName | undefined,
  { today }: Context,
  language: Locale,
): Slots {
  if (dialog === undefined || dialog === 'dialog.fill' || FREE_TEXT.includes(awaiting)) return {};
  const slots: Slots = {};
  for (const slot of UNMISTAKABLE) {
    if (slot === awaiting || !takenBy(dialog).includes(slot)) continue;
    const value = slotSaid(slot, dialog, reading, today, language, reading.text);
    if (value !== undefined) Object.assign(slots, { [slot]: value });
  }
  return slots;
}
const UNMISTAKABLE: readonly SlotName[] = ['email', 'phone', 'period'];

/** "With 4242": four digits behind a word that says what with. */
const lastFourAfter = ({ folded }: Reading): string | undefined =>
  /\b(?:with|using|use|by|from|charge|card|visa|z|karta|karty|uzyj|wez|obciaz) (?:the |my |our |card |karty |karta )*(\d{4})(?![\w/-]|[.,]\d)/.exec(
    folded,
  )?.[1];

/** "not 123, 124": of two things of a kind the last one is meant. */
function corrected({ found }: Reading, slot: SlotName, dialog: IntentName | undefined, takes: readonly SlotName[]) {
  const same = found.filter(
    (next) => next.slot === slot || (next.slot === 'document' && (next.kind ?? firstNumber(takes)) === slot),
  );
  return same.length > 1 || (dialog === undefined && slot === 'invoice') ? same.at(-1)?.value : undefined;
}

const firstNumber = (takes: readonly SlotName[]) =>
  (['invoice', 'order', 'contract'] as const).find((slot) => takes.includes(slot));

function answer(
  awaiting: SlotName,
  reading: Reading,
  dialog: IntentName | undefined,
  { today }: Context,
  language: Locale,
): Slots {
  const { found } = reading;
  const value =
    bare(awaiting, reading) ?? slotSaid(awaiting, dialog ?? 'dialog.fill', reading, today, language, reading.text);
  if (value !== undefined) return { [awaiting]: value, ...switched(awaiting, reading, dialog) };
  const ordinal = found.find(({ slot }) => slot === 'ordinal')?.value;
  if (typeof ordinal === 'string') return { ordinal };
  const person = (['email', 'mention', 'name'] as const).find(
    (slot) => personal.includes(awaiting) && found.some((next) => next.slot === slot),
  );
  const said = person && found.find(({ slot }) => slot === person)?.value;
  return person && said !== undefined ? { [person]: said } : {};
}

/** "Turn off renewals" in answer to which reminders to turn on means what it says. */
function switched(awaiting: SlotName, { folded }: Reading, dialog: IntentName | undefined): Slots {
  const verb =
    awaiting === 'topic' && dialog === 'notifications.set' && /\b(?:turn|switch|wlacz|wylacz)\w*\b/.test(folded);
  const enabled = verb ? enabledSaid(folded, dialog) : undefined;
  return enabled === undefined ? {} : { enabled };
}

const personal: readonly SlotName[] = ['email', 'mention', 'name'];

/** Values that need the question to be read as what they are: a bare number, a whole sentence. */
function bare(awaiting: SlotName, { text, folded, found }: Reading): Slots[SlotName] {
  // "The second one" of the list that the question shows, and nobody's name.
  const row = found.some(({ slot }) => slot === 'ordinal');
  switch (awaiting) {
    case 'invoice':
    case 'order':
    case 'contract':
      return found.find(({ slot }) => slot === 'document')?.value as string | undefined;
    case 'amount': {
      const number = /(?<![\w/-])\d[\d ]*(?:[.,]\d+)*(?![\w/-])/.exec(folded)?.[0];
      return (
        (found.find(({ slot }) => slot === 'amount')?.value as Slots['amount']) ??
        (number === undefined ? undefined : { value: decimal(number.trim()) })
      );
    }
    case 'phone': {
      const digits = folded.replace(/[^\d]/g, '');
      return (
        (found.find(({ slot }) => slot === 'phone')?.value as string | undefined) ??
        (digits.length >= 7 && digits.length <= 15 ? digits : undefined)
      );
    }
    case 'method':
      return /(?<!\d)\d{4}(?!\d)/.exec(folded)?.[0];
    case 'ordinal':
      return /^\W*(\d{1,2})\W*$/.exec(folded)?.[1];
    case 'topic':
      return /^\W*(?:all|all of (?:them|it|those)|everything|every one|wszystko|wszystkie|wszystkich)\W*$/.test(folded)
        ? 'all'
        : undefined;
    case 'status':
      return (['invoices.list', 'contracts.list', 'orders.list'] as const)
        .map((intent) => statusSaid(folded, intent))
        .find((status) => status !== undefined);
    case 'name':
      return (
        (found.find(({ slot }) => slot === 'name')?.value as string | undefined) ?? (row ? undefined : freeText(text))
      );
    case 'organization':
      return organizationSaid(text) ?? (row ? undefined : freeText(text));
    case 'reason':
      return text
        .replace(/^(?:because|bc|since|bo|ponieważ|poniewaz|gdyż|powód:?|reason:?)\s+/iu, '')
        .replace(/(?<!\.)\.$/, '');
    case 'question':
      return text;
    default:
      return undefined;
  }
}

/** A short answer without the words that introduce it ("it's", "nazywa się"); nothing of a longer one. */
function freeText(text: string): string | undefined {
  const value = text
    .replace(
      /^(?:(?:it'?s|the name is|name is|name:?|his name is|her name is|to jest|to|nazywa się|nazywa sie|dla|na|for|pani?|pana|panu)\s+)+/iu,
      '',
    )
    .replace(/[.!]+$/u, '');
  return value !== '' && !/[?@\d]/.test(value) && value.split(' ').length <= 4 ? value : undefined;
}

/** Slots that take any words: only a text that plainly asks for something else is not their value. */
export const FREE_TEXT: readonly SlotName[] = ['reason', 'question', 'name', 'organization'];

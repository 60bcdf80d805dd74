import { INTENTS, type IntentName, type SlotName, type Slots } from '../../kit/contract.ts';
import type { IsoDate } from '../../lib/dates.ts';
import type { Locale } from '../../lib/locale.ts';
import { fold } from '../text/fold.ts';
import { findAmounts } from './amounts.ts';
import { enabledSaid, formatSaid, localeSaid, topicSaid } from './choices.ts';
import { findEmails, findMentions, findPhones } from './contacts.ts';
import { type FoundDocument, findDocuments } from './documents.ts';
import { blank, type Found } from './found.ts';
import { findLastFour, methodNumber, methodWord } from './methods.ts';
import { findNames, type IsWord } from './names.ts';
import { findOrdinals, findRows } from './ordinals.ts';
import { organizationSaid } from './organizations.ts';
import { findPeriods } from './periods.ts';
import { reasonSaid } from './reasons.ts';
import { rolesSaid } from './roles.ts';
import { statusSaid } from './statuses.ts';

/** A clause with what it names, read once and independent of any intent. */
export interface Reading {
  text: string;
  folded: string;
  /** The folded text with what was found blanked out. */
  rest: string;
  found: FoundDocument[];
}

/** Finds the things a clause names. The order matters: amounts and e-mails go before document numbers (FIELD-NOTES). */
export function read(text: string, today: IsoDate, isWord: IsWord): Reading {
  const folded = fold(text);
  const finders: ((reading: { text: string; rest: string }) => FoundDocument[])[] = [
    findEmails,
    findMentions,
    findLastFour,
    findAmounts,
    findPhones,
    (reading) => findPeriods(reading, today, 'past'),
    findRows,
    findDocuments,
    findOrdinals,
    (reading) => findNames(reading, isWord),
  ];
  let rest = folded;
  const found: FoundDocument[] = [];
  for (const finder of finders) {
    const next = finder({ text, rest });
    found.push(...next);
    rest = blank(rest, next);
  }
  return { text, folded, rest, found };
}

/** Intents whose periods lie ahead: a schedule's months are the coming ones (INTENTS.md). */
const ahead: readonly IntentName[] = ['billing.schedule.download', 'notifications.snooze'];

/** The slots of a clause that `intent` takes (kit/contract.ts), in the normal forms of INTENTS.md. */
export function slotsFor(
  intent: IntentName,
  reading: Reading,
  today: IsoDate,
  language: Locale,
  question: string,
): Slots {
  const takes: readonly SlotName[] = intent === 'dialog.fill' ? [] : INTENTS[intent];
  const slots: Slots = {};
  for (const slot of takes) {
    const value = slotSaid(slot, intent, reading, today, language, question);
    if (value !== undefined) Object.assign(slots, { [slot]: value });
  }
  if (slots.invoice !== undefined || slots.order !== undefined || slots.contract !== undefined) delete slots.ordinal;
  return slots;
}

/** One slot's value in a clause, undefined where the clause does not say it. */
export function slotSaid(
  slot: SlotName,
  intent: IntentName,
  reading: Reading,
  today: IsoDate,
  language: Locale,
  question: string,
): Slots[SlotName] {
  const { text, folded, found } = reading;
  const first = (name: Found['slot']) => found.find((next) => next.slot === name)?.value;
  switch (slot) {
    case 'invoice':
    case 'order':
    case 'contract':
      return documentSaid(slot, intent, found);
    case 'status':
      return statusSaid(folded, intent);
    case 'role':
      return rolesSaid(
        blank(
          folded,
          found.filter((next) => next.slot === 'email'),
        ),
        text,
        language,
      );
    case 'method':
      return (
        (first('method') as string | undefined) ?? methodNumber(first('document'), intent) ?? methodWord(folded, intent)
      );
    case 'format':
      return formatSaid(folded);
    case 'locale':
      return localeSaid(folded);
    case 'topic':
      return topicSaid(folded);
    case 'enabled':
      return enabledSaid(folded, intent);
    case 'organization':
      return organizationSaid(text);
    case 'reason':
      return reasonSaid(text, folded);
    case 'question':
      return question;
    case 'period':
      return ahead.includes(intent)
        ? findPeriods({ text, rest: blankBut(reading, 'period') }, today, 'future')[0]?.value
        : first('period');
    default:
      return first(slot);
  }
}

const blankBut = ({ folded, found }: Reading, slot: SlotName): string =>
  blank(
    folded,
    found.filter((next) => next.slot !== slot),
  );

/** A number with a word is what the word says; one without is an invoice where the intent takes one, else what it takes. */
function documentSaid(
  slot: 'invoice' | 'order' | 'contract',
  intent: IntentName,
  found: readonly FoundDocument[],
): string | undefined {
  const documents = found.filter((next) => next.slot === 'document');
  const worded = documents.find(({ kind }) => kind === slot);
  if (worded) return String(worded.value);
  const takes: readonly SlotName[] = intent === 'dialog.fill' ? [slot] : INTENTS[intent];
  const preferred = (['invoice', 'order', 'contract'] as const).find((name) => takes.includes(name));
  return preferred === slot
    ? (documents.find(({ kind }) => kind === undefined)?.value as string | undefined)
    : undefined;
}

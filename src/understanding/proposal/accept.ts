import type { SlotName, Slots } from '../../kit/contract.ts';
import type { Understood, Wish } from '../../kit/understood.ts';
import type { IsoDate } from '../../lib/dates.ts';
import { isChange } from '../changes.ts';
import { type Reading, read, slotSaid, slotsFor } from '../slots/index.ts';
import type { IsWord } from '../slots/names.ts';
import { fold } from '../text/fold.ts';
import { type Answer, FORMS, type NAMED, namedOf } from './answer.ts';
import type { Hidden } from './placeholders.ts';

/** A text that a language model was asked about. */
export interface Asked {
  reading: Reading;
  hidden: Hidden;
  /** What the local engine made of it. */
  understood: Understood;
  today: IsoDate;
  isWord: IsWord;
}

/** How many may be offered besides what was proposed. */
const MOST_CANDIDATES = 3;

/**
 * What becomes of a proposal: wishes of the contract with slots that the person's own words hold. What changes anything
 * is asked about, never begun. Undefined where it proposes nothing, or nothing that the guards let through.
 */
export function accept({ wishes }: Answer, asked: Asked): Understood | undefined {
  const { understood } = asked;
  const meant = wishes.filter(({ intent }) => intent !== 'none');
  if (meant.length === 0) return undefined;
  const changes = meant.some(({ intent }) => isChange(intent));
  // A question wishes for no change, whatever a model makes of it.
  if (changes && understood.guard) return undefined;
  const proposed = meant.map(
    ({ intent, slots }): Wish => ({ intent, slots: slotsOf(intent, slots, meant.length > 1, asked) }),
  );
  const named = new Set(proposed.map(({ intent }) => intent));
  const others = understood.candidates.filter(({ intent }) => !named.has(intent));
  const candidates = [...named].map((intent) => ({ intent, confidence: understood.confidence }));
  return {
    ...understood,
    wishes: proposed,
    decision: changes ? 'ask' : 'act',
    candidates: [...candidates, ...others].slice(0, Math.max(MOST_CANDIDATES, candidates.length)),
    by: 'model',
  };
}

type Named = Answer['wishes'][number]['slots'];

/** The local slots of the intent, and what else the proposal found; of several wishes each has only what it was given. */
function slotsOf(intent: Answer['wishes'][number]['intent'], named: Named, several: boolean, asked: Asked): Slots {
  const { reading, understood, today } = asked;
  const local = slotsFor(intent, reading, today, understood.language, reading.text);
  const given = namedOf(intent).filter((slot) => named[slot as (typeof NAMED)[number]] != null);
  const theirs = Object.fromEntries(
    given.flatMap((slot) => {
      const normal = normalised(slot, intent, named[slot as (typeof NAMED)[number]] ?? '', asked);
      return normal === undefined ? [] : [[slot, normal]];
    }),
  ) as Slots;
  const own = Object.fromEntries(
    Object.entries(local).filter(([slot]) => !several || slot === 'question' || given.includes(slot as SlotName)),
  );
  const slots: Slots = several ? { ...own, ...theirs } : { ...theirs, ...own };
  if (slots.invoice !== undefined || slots.order !== undefined || slots.contract !== undefined) delete slots.ordinal;
  return slots;
}

/** A value in its normal form, read by the local slot code out of words that the person wrote; else undefined. */
function normalised(
  slot: SlotName,
  intent: Answer['wishes'][number]['intent'],
  value: string,
  { reading, hidden, understood, today, isWord }: Asked,
): Slots[SlotName] {
  const words = hidden.restore(value)?.trim();
  if (!words) return undefined;
  const forms: readonly string[] | undefined = FORMS[slot as keyof typeof FORMS];
  if (forms?.includes(words)) return words;
  const at = reading.folded.indexOf(fold(words));
  if (at < 0) return undefined;
  const said = reading.text.slice(at, at + words.length);
  if (slot === 'name' || slot === 'organization' || slot === 'reason') return said;
  return slotSaid(slot, intent, read(said, today, isWord), today, understood.language, reading.text);
}

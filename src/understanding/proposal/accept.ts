import type { SlotName, Slots } from '../../kit/contract.ts';
import type { Understood, Wish } from '../../kit/understood.ts';
import type { IsoDate } from '../../lib/dates.ts';
import { isChange } from '../changes.ts';
import { type Reading, read, slotSaid, slotsFor } from '../slots/index.ts';
import type { IsWord } from '../slots/names.ts';
import { fold } from '../text/fold.ts';
import { type Answer, FORMS, namedOf, type ProposedWish } from './answer.ts';
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
  const several = meant.length > 1;
  const proposed = meant.map((wish): Wish => ({ intent: wish.intent, slots: slotsOf(wish, several, asked) }));
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

/** The local slots of the intent, and what else the proposal found; of several wishes each has only what it was given. */
function slotsOf({ intent, slots: named }: ProposedWish, several: boolean, asked: Asked): Slots {
  const { reading, understood, today } = asked;
  const local = slotsFor(intent, reading, today, understood.language, reading.text);
  const takes = namedOf(intent);
  const given = named.filter(({ slot }) => takes.includes(slot));
  const theirs = Object.fromEntries(
    given.flatMap(({ slot, value }) => {
      const normal = normalised(slot, intent, value, asked);
      return normal === undefined ? [] : [[slot, normal]];
    }),
  ) as Slots;
  const own = Object.fromEntries(
    Object.entries(local).filter(
      ([name]) => !several || name === 'question' || given.some(({ slot }) => slot === name),
    ),
  );
  const slots: Slots = several ? { ...own, ...theirs } : { ...theirs, ...own };
  if (slots.invoice !== undefined || slots.order !== undefined || slots.contract !== undefined) delete slots.ordinal;
  return slots;
}

/** A value in its normal form, read by the local slot code out of words that the person wrote; else undefined. */
function normalised(slot: SlotName, intent: ProposedWish['intent'], value: string, asked: Asked): Slots[SlotName] {
  const words = asked.hidden.restore(value)?.trim();
  if (!words) return undefined;
  const forms: readonly string[] = FORMS[slot as keyof typeof FORMS] ?? [];
  if (forms.length > 0 && words.split(',').every((one) => forms.includes(one))) {
    // Which of them there are depends on the kind of thing, which the local code knows.
    return slot === 'status' ? readAs(slot, intent, words, asked) : words;
  }
  const said = saidIn(asked.reading, words);
  if (said === undefined || slot === 'name' || slot === 'organization' || slot === 'reason') return said;
  return readAs(slot, intent, said, asked);
}

const readAs = (slot: SlotName, intent: ProposedWish['intent'], words: string, asked: Asked): Slots[SlotName] => {
  const { reading, understood, today, isWord } = asked;
  return slotSaid(slot, intent, read(words, today, isWord), today, understood.language, reading.text);
};

/** The words as the person wrote them, whole words only; undefined where they did not. */
function saidIn({ text, folded }: Reading, words: string): string | undefined {
  const sought = fold(words);
  const isPart = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);
  for (let at = folded.indexOf(sought); at >= 0; at = folded.indexOf(sought, at + 1)) {
    const end = at + sought.length;
    if (!isPart(folded[at - 1]) && !isPart(folded[end])) return text.slice(at, end);
  }
  return undefined;
}

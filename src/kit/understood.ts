import type { IsoDate } from '../lib/dates.ts';
import type { Locale } from '../lib/locale.ts';
import type { IntentName, SlotName, Slots } from './contract.ts';

/** What the understanding may know besides the text. It knows nothing of accounts, people or rights. */
export interface Context {
  /** The person's calendar date, which relative periods count from. */
  today: IsoDate;
  /** The person's own language setting: a prior for the text's language, not a filter. */
  locale: Locale;
  /** The open question: a slot that is asked for, or `confirm` where a confirmation is shown. */
  awaiting?: SlotName | 'confirm' | undefined;
  /** The dialog the question belongs to: decides what a bare number corrects at a confirmation (else an invoice). */
  dialog?: IntentName | undefined;
}

export interface Wish {
  intent: IntentName;
  slots: Slots;
}

export type Decision = 'act' | 'ask' | 'none';

/** Why a text that names a wish does not start it. */
export type Guard = 'negated' | 'how-to' | 'question' | 'reported';

export interface Candidate {
  intent: IntentName;
  confidence: number;
}

export interface Understood {
  /** In the order said; exactly one `none` where nothing was understood. */
  wishes: Wish[];
  /** The calibrated probability that the least certain wish is right, 0 to 1. */
  confidence: number;
  /** `act` on the wishes, `ask` which candidate was meant, or say what can be done (`none`). */
  decision: Decision;
  /** The likeliest intents first, for "did you mean"; empty where the dialog's state alone decided. */
  candidates: Candidate[];
  /** The language of the text, weighed with the person's setting. */
  language: Locale;
  guard?: Guard;
  /** A language model proposed it: reading may start, all else is offered (PRODUCT.md section 9). */
  by?: 'model';
}

/** Pure: the same text and context give the same answer; reads nothing and remembers nothing. */
export type Understand = (text: string, context: Context) => Understood;

/** A text that the local engine is unsure of, with what it made of it. */
export interface Unsure {
  text: string;
  context: Context;
  understood: Understood;
  /** Who asks: a contact's id, for the budget. Nobody is told who. */
  person: string;
}

/** A second look at texts, which takes a few seconds at most. */
export interface SecondLook {
  /** Whether it is worth one; the same for the same text. */
  wants(unsure: Unsure): boolean;
  /** Undefined where there is none to be had or nothing better came of it; never fails. */
  propose(unsure: Unsure): Promise<Understood | undefined>;
}

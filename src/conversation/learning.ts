import type { IntentName, SlotName } from '../kit/contract.ts';
import type { Candidate } from '../kit/understood.ts';
import type { Locale } from '../lib/locale.ts';

/** A text that was not understood at once, for the administrator to make phrases of (issue "Understanding", learning). */
export interface Misunderstood {
  /** Its event's; an event served again is kept once. */
  seq: string;
  at: Date;
  locale: Locale;
  text: string;
  /** Not at all, offered as one of several wishes, or begun as the language model took it. */
  how: 'unknown' | 'offered' | 'model';
  awaiting?: SlotName | 'confirm' | undefined;
  candidates: readonly Candidate[];
  /** What the language model took it for. */
  proposed?: IntentName | undefined;
}

/** Keeps what was not understood; whoever implements it takes out what names anybody. */
export interface Learning {
  keep(entry: Misunderstood): Promise<void>;
  /** The wish whose button was pressed below the answer to that event; nothing where one was begun. */
  pressed(seq: string, intent: IntentName): Promise<void>;
}

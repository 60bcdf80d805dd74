import type { IntentName, SlotName } from '../kit/contract.ts';
import type { FrameSlots, Outcome, Shown } from '../kit/dialog.ts';
import type { Locale } from '../lib/locale.ts';

/**
 * One dialog under way. It stores no position: what is asked next is computed from the slots each turn, so that a new
 * release, which asks for more, goes on with it.
 */
export interface Frame {
  /** Made of the event that started it, so that the same event again is the same frame; unique among all. */
  id: string;
  dialog: IntentName;
  slots: FrameSlots;
  /** It takes a change back: what is asked where the dialog has no confirmation of its own. */
  asks?: string;
  /** What a bare value means now. */
  asked?: SlotName;
  /** The message that asks: its buttons are over once something else is asked, or nothing. */
  askedIn?: string;
  /** The confirmation that stands: what it showed, and in which message. */
  offered?: { digest: string; outboxKey: string };
}

/** A wish that waits for the one before it. */
export interface Wish {
  intent: IntentName;
  slots: FrameSlots;
  /** It takes a change back: what is asked before it is done. */
  asks?: string;
}

/** How a frame ended, for whoever presses one of its buttons later. */
export interface Closed {
  frame: string;
  at: string;
  how: 'done' | 'cancelled' | 'replaced' | 'refused';
  text: string;
}

export interface ConversationState {
  /** Whose it is: the same chat user as another contact finds nothing open. */
  contact?: string;
  /** The last is the one being talked about. */
  frames: Frame[];
  waiting: Wish[];
  closed: Closed[];
  /** What waits for an answer in another account than the one worked for, whose card was pressed just before. */
  away?: { accountId: string; frames: Frame[] };
  shown?: Shown;
  undo?: { at: string; what: NonNullable<Outcome['undo']> };
  /** The chat profile's language, once it was asked for; null where it is none of ours or not told. */
  profileLocale?: Locale | null;
  /** The language of what was last written, for somebody who has set none. */
  language?: Locale;
  /** Saved before each effect: the event, and for each frame the values it runs with, for running it again. */
  running?: { seq: string; frames: Record<string, Record<string, unknown>> };
}

/** How many closed frames are remembered, and how many dialogs may be open at once. */
export const MAX_CLOSED = 20;
export const MAX_FRAMES = 4;

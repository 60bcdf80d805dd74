import type { IntentName } from '../kit/contract.ts';
import type { FrameSlots } from '../kit/dialog.ts';

/** What a text, a button, a form and a slash command all become. A closed set: the engine does nothing else. */
export type Command =
  /** `digest`: the card it was pressed on was the confirmation. */
  | { do: 'start'; intent: IntentName; slots: FrameSlots; digest?: string }
  /** A value for the open question or a correction; from a button, for exactly the frame that shows it. */
  | { do: 'fill'; slots: FrameSlots; frame?: string }
  /** From a button it names what was looked at; typed, it counts only for what had been delivered before. */
  | { do: 'affirm'; button?: { frame: string; offered: string } }
  | { do: 'deny'; frame?: string }
  | { do: 'cancel' }
  | { do: 'next' }
  | { do: 'undo' }
  /** Understood with too little certainty: the likeliest are offered. */
  | { do: 'clarify'; candidates: readonly { intent: IntentName; slots: FrameSlots }[] }
  | { do: 'unknown' };

import type { IntentName } from '../kit/contract.ts';
import type { AnyDialog, AnySlot, Context, Draft, FrameSlots } from '../kit/dialog.ts';
import type { Locale } from '../lib/locale.ts';
import type { Recognised } from '../portal/identity.ts';
import type { ConversationState, Frame } from './state.ts';
import { OWN_ACCOUNT, type Work } from './store.ts';
import type { EngineTexts } from './texts.ts';

/** A draft with the frame and the confirmation its buttons belong to. */
interface Said {
  key: string;
  draft: Draft;
  frame?: string;
  offered?: string;
  /** Whom it was said to, for which account. */
  who: Recognised;
}

/** One turn under way: what it meets, what it may use, and what it has said and changed so far. */
export interface Turn<P> {
  readonly work: Work;
  /** The person, for the account the turn acts for. */
  who: Recognised;
  /** It answers a card of another account than the one worked for. */
  readonly away: boolean;
  ctx: Context<P>;
  readonly texts: EngineTexts;
  readonly locale: Locale;
  readonly dialogs: ReadonlyMap<IntentName, AnyDialog<P>>;
  state: ConversationState;
  readonly said: Said[];
  /** Messages whose buttons are dead from now on. */
  readonly spent: Set<string>;
  /** Counts the frames this event starts, so that their ids are the same when it is served again. */
  started: number;
  accountChosen: boolean;
  /** When a message was delivered. */
  deliveredAt(outboxKey: string): Promise<Date | undefined>;
  /** Saves that an effect is about to happen, with the values it happens with. */
  mark(frame: Frame, values: Record<string, unknown>): Promise<void>;
}

/** Adds a reply to the turn; the key is the event's and the reply's place in it, so that serving it twice says it once. */
export function say<P>(turn: Turn<P>, draft: Draft, about: { frame?: string; offered?: string } = {}): string {
  const key = `${turn.away ? OWN_ACCOUNT : ''}${turn.work.seq}.${turn.said.length}`;
  turn.said.push({ key, draft, ...about, who: turn.who });
  return key;
}

/** The frame being talked about. */
export const topOf = (state: ConversationState): Frame | undefined => state.frames.at(-1);

/** What was said anew replaces everything that said the same thing another way ("the second one" replaces "123"). */
export function refill<P>(dialog: AnyDialog<P>, before: FrameSlots, added: FrameSlots): FrameSlots {
  const slots: FrameSlots = { ...before };
  const names = Object.keys(added) as (keyof FrameSlots)[];
  for (const { takes } of Object.values<AnySlot<P>>(dialog.slots)) {
    const own = takes as readonly (keyof FrameSlots)[];
    if (own.some((name) => names.includes(name))) for (const name of own) delete slots[name];
  }
  return { ...slots, ...added };
}

/** What the frame's effect ran with, when this event was being served before and died after saying so. */
export function runningValues<P>({ work }: Turn<P>, frame: Frame): Record<string, unknown> | undefined {
  const { running } = work.state;
  return running?.seq === work.seq ? running.frames[frame.id] : undefined;
}

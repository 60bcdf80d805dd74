import type { AnyDialog, AnySlot, Confirmation, Draft, FrameSlots, Outcome, Question, Shown } from '../kit/dialog.ts';
import { digestOf } from '../kit/digest.ts';
import { showNext } from '../kit/shown.ts';
import { isCoded } from '../lib/errors.ts';
import { offer } from './confirm.ts';
import { closeFrame, keepFrame, spend } from './frames.ts';
import { refusal } from './refusals.ts';
import type { Frame } from './state.ts';
import { runningValues, say, type Turn } from './tools.ts';

/** `asked`: the dialog waits for an answer. `ended`: it is over, well or not. */
export type Progress = 'asked' | 'ended';

type Looked = { values: Record<string, unknown> } | { ask: Question; drop?: readonly string[] } | { stop: Draft };

/**
 * Takes a frame as far as it goes: looks up what was said, asks for the first thing that is missing, shows what is to
 * be confirmed, and does it once that was confirmed. Nothing is remembered of where it stood: all is computed anew.
 *
 * @param looked the digest of the confirmation the person has just said yes to
 */
export async function progress<P>(turn: Turn<P>, stored: Frame, looked?: string): Promise<Progress> {
  // A copy: what is looked up may be pinned in it.
  const frame = { ...stored };
  const dialog = turn.dialogs.get(frame.dialog)!;
  try {
    // A crash after `mark` and before the turn's end: the effect may have happened, so nothing is looked up anew.
    const running = runningValues(turn, frame);
    if (running) return await run(turn, dialog, frame, running);
    const found = await lookUp(turn, dialog, frame);
    if ('stop' in found) return end(turn, frame, found.stop, 'refused');
    if ('ask' in found) return ask(turn, frame, found.ask, found.drop);
    return await confirmOrRun(turn, dialog, frame, found.values, looked);
  } catch (error) {
    if (!isCoded(error) || error.code === 'internal') throw error;
    return end(turn, frame, refusal(turn.locale, error), 'refused');
  }
}

async function lookUp<P>(turn: Turn<P>, dialog: AnyDialog<P>, frame: Frame): Promise<Looked> {
  const values: Record<string, unknown> = {};
  for (const [name, slot] of Object.entries<AnySlot<P>>(dialog.slots)) {
    const found = await slot.resolve(turn.ctx, frame.slots, values);
    if ('value' in found) {
      values[name] = found.value;
      if (found.pinned) pin(turn, frame, slot, found.pinned);
    } else if ('stop' in found) return found;
    else if ('again' in found) return { ask: found.again, drop: slot.takes as string[] };
    else if (!slot.optional && slot.ask) return { ask: await slot.ask(turn.ctx, values) };
  }
  return { values };
}

/** Keeps what a slot's words meant when they were said, in place of the words. */
function pin<P>(turn: Turn<P>, frame: Frame, { takes }: AnySlot<P>, pinned: FrameSlots): void {
  const rest = Object.entries(frame.slots).filter(([name]) => !(takes as string[]).includes(name));
  frame.slots = { ...Object.fromEntries(rest), ...pinned };
  keepFrame(turn, frame);
}

/** The list shown last, for the turns to come and for the rest of this one. */
function showing<P>(turn: Turn<P>, list: Shown): void {
  const shown = showNext(turn.state.shown, list);
  turn.state = { ...turn.state, shown };
  turn.ctx = { ...turn.ctx, shown };
}

function ask<P>(turn: Turn<P>, frame: Frame, question: Question, drop: readonly string[] = []): Progress {
  const { awaiting, shown, ...draft } = question;
  if (shown) showing(turn, shown);
  const slots = Object.fromEntries(Object.entries(frame.slots).filter(([name]) => !drop.includes(name)));
  spend(turn, frame);
  const askedIn = say(turn, draft, { frame: frame.id });
  keepFrame(turn, { ...bare(frame), slots, asked: awaiting, askedIn });
  return 'asked';
}

/** A frame as it is before anything was asked. */
const bare = ({ id, dialog, slots, asks }: Frame): Frame => ({ id, dialog, slots, ...(asks && { asks }) });

/** PRODUCT.md section 8: undo reverses a change after confirmation, also where making it took none. */
const takingBack = <P>({ texts }: Turn<P>, text: string, shows: FrameSlots): Confirmation => ({
  ...{ text, shows, yes: texts.undoIt },
});

async function confirmOrRun<P>(
  turn: Turn<P>,
  dialog: AnyDialog<P>,
  frame: Frame,
  values: Record<string, unknown>,
  looked: string | undefined,
): Promise<Progress> {
  const own = await dialog.confirm?.(turn.ctx, values, dialog.texts[turn.locale]);
  const confirmation = own ?? (frame.asks ? takingBack(turn, frame.asks, frame.slots) : undefined);
  if (confirmation) {
    const digest = digestOf(frame.dialog, confirmation);
    if (digest !== looked) {
      if (looked) say(turn, { text: turn.texts.changed });
      spend(turn, frame);
      const outboxKey = say(turn, offer(confirmation, turn.texts.no), { frame: frame.id, offered: digest });
      keepFrame(turn, { ...bare(frame), offered: { digest, outboxKey } });
      return 'asked';
    }
  }
  if (!dialog.reads) await turn.mark(frame, values);
  return run(turn, dialog, frame, values);
}

async function run<P>(
  turn: Turn<P>,
  dialog: AnyDialog<P>,
  frame: Frame,
  values: Record<string, unknown>,
): Promise<Progress> {
  const how = { texts: dialog.texts[turn.locale], key: `frame:${frame.id}`, slots: frame.slots };
  const outcome: Outcome = await dialog.run(turn.ctx, values, how);
  for (const draft of outcome.replies) say(turn, draft);
  closeFrame(turn, frame, 'done', outcome.replies[0]?.text ?? '');
  if (outcome.shown) showing(turn, outcome.shown);
  if (outcome.undo || !dialog.reads) lastChange(turn, outcome.undo);
  if (outcome.then) turn.state = { ...turn.state, waiting: [outcome.then, ...turn.state.waiting] };
  return 'ended';
}

/** What "undo" is about from now on; nothing where the last change can't be taken back. */
function lastChange<P>(turn: Turn<P>, what: Outcome['undo']): void {
  const { undo: _before, ...state } = turn.state;
  turn.state = { ...state, ...(what && { undo: { at: turn.ctx.now.toISOString(), what } }) };
}

function end<P>(turn: Turn<P>, frame: Frame, draft: Draft, how: 'refused'): Progress {
  say(turn, draft);
  closeFrame(turn, frame, how, draft.text);
  return 'ended';
}

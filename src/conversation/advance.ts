import type { FrameSlots } from '../kit/dialog.ts';
import type { Command } from './command.ts';
import { CONFIRM_MS } from './confirm.ts';
import { closeFrame, keepFrame, openFrame } from './frames.ts';
import { progress } from './progress.ts';
import type { Frame, Wish } from './state.ts';
import { refill, runningValues, say, type Turn, topOf } from './tools.ts';
import { clarify, unknown } from './unclear.ts';
import { undo } from './undo.ts';

/**
 * Applies a turn's commands in order. Wishes that come after one that has to ask wait for it; once nothing waits any
 * more, a dialog that was interrupted is offered again (PRODUCT.md section 8).
 */
export async function advance<P>(turn: Turn<P>, commands: readonly Command[]): Promise<void> {
  const interrupted = topOf(turn.state)?.id;
  for (const [i, command] of commands.entries()) {
    if ((await apply(turn, command)) === 'asked' && i + 1 < commands.length) {
      wait(turn, commands.slice(i + 1));
      return;
    }
  }
  await goOn(turn, interrupted);
}

type Step = 'asked' | 'ended' | 'idle';

async function apply<P>(turn: Turn<P>, command: Command): Promise<Step> {
  switch (command.do) {
    case 'start':
      return start(turn, command, command.digest);
    case 'fill':
      return fill(turn, command.slots, command.frame);
    case 'affirm':
      return affirm(turn, command.button);
    case 'deny':
      return leave(turn, command.frame, turn.texts.left);
    case 'cancel':
      return leave(turn, undefined, turn.texts.cancelled);
    case 'next':
      return next(turn);
    case 'undo':
      return undo(turn, (wish) => start(turn, wish));
    case 'clarify':
      return clarify(turn, command.candidates);
    case 'unknown':
      return unknown(turn);
  }
}

async function start<P>(turn: Turn<P>, wish: Wish, digest?: string): Promise<Step> {
  if (!turn.dialogs.has(wish.intent)) {
    say(turn, { text: turn.texts.notHere, card: handOver(turn.texts.notHere, turn.locale) });
    return 'idle';
  }
  return progress(turn, openFrame(turn, wish), digest);
}

const handOver = (text: string, locale: 'en' | 'pl') =>
  ({
    blocks: [
      { type: 'text', text },
      {
        type: 'actions',
        buttons: [
          {
            label: locale === 'pl' ? 'Konsultant' : 'Talk to a person',
            action: { do: 'start', intent: 'human.handover' },
          },
        ],
      },
    ],
  }) as const;

async function fill<P>(turn: Turn<P>, slots: FrameSlots, id: string | undefined): Promise<Step> {
  const frame = id ? turn.state.frames.find((open) => open.id === id) : topOf(turn.state);
  if (!frame) return id ? stale(turn, id) : unknown(turn);
  const dialog = turn.dialogs.get(frame.dialog)!;
  return progress(turn, keepFrame(turn, { ...raise(turn, frame), slots: refill(dialog, frame.slots, slots) }));
}

/** Brings a frame to the top: what is answered is what is being talked about. */
function raise<P>(turn: Turn<P>, frame: Frame): Frame {
  turn.state = { ...turn.state, frames: [...turn.state.frames.filter(({ id }) => id !== frame.id), frame] };
  return frame;
}

/**
 * A yes counts for what was looked at: a button's for the confirmation it stands on; a typed one for a confirmation
 * delivered before it was written and at most 15 minutes old. Otherwise the confirmation is shown (again).
 */
async function affirm<P>(turn: Turn<P>, button: { frame: string; offered: string } | undefined): Promise<Step> {
  const frame = button ? turn.state.frames.find(({ id }) => id === button.frame) : topOf(turn.state);
  if (!frame) return button ? stale(turn, button.frame) : nothingOpen(turn);
  const again = runningValues(turn, frame) !== undefined;
  if (button) return progress(turn, raise(turn, frame), button.offered);
  if (!frame.offered && !again) return progress(turn, frame);
  const delivered = frame.offered && (await turn.deliveredAt(frame.offered.outboxKey));
  const written = Date.parse(turn.work.event.at);
  const seen = delivered && written > delivered.getTime() && written - delivered.getTime() <= CONFIRM_MS;
  if (again || (seen && frame.offered)) return progress(turn, frame, frame.offered?.digest);
  say(turn, { text: turn.texts.lookFirst });
  return progress(turn, frame);
}

function leave<P>(turn: Turn<P>, id: string | undefined, text: string): Step {
  const frame = id ? turn.state.frames.find((open) => open.id === id) : topOf(turn.state);
  if (id && !frame) return stale(turn, id);
  if (!frame) {
    turn.state = { ...turn.state, waiting: [] };
    return nothingOpen(turn);
  }
  closeFrame(turn, frame, 'cancelled', text);
  turn.state = { ...turn.state, waiting: [] };
  say(turn, { text });
  return 'ended';
}

async function next<P>(turn: Turn<P>): Promise<Step> {
  const { shown } = turn.state;
  if (!shown?.next) {
    say(turn, { text: turn.texts.nothingMore });
    return 'idle';
  }
  return start(turn, { intent: shown.intent, slots: { ...shown.slots, after: shown.next } });
}

/** An old button says what happened to its matter since. */
export function stale<P>(turn: Turn<P>, frame: string): Step {
  const closed = turn.state.closed.find((ended) => ended.frame === frame);
  say(turn, { text: closed ? turn.texts.stale(closed.text) : turn.texts.staleUnknown });
  return 'idle';
}

function nothingOpen<P>(turn: Turn<P>): Step {
  say(turn, { text: turn.texts.nothingOpen });
  return 'idle';
}

function wait<P>(turn: Turn<P>, rest: readonly Command[]): void {
  const wishes = rest.flatMap((c) => (c.do === 'start' ? [{ intent: c.intent, slots: c.slots }] : []));
  if (wishes.length === 0) return;
  turn.state = { ...turn.state, waiting: [...turn.state.waiting, ...wishes] };
  say(turn, { text: turn.texts.queued(wishes.length) });
}

/**
 * Once the dialog that was open is over, the next wish that waits for it; then what was interrupted. An event that is
 * served again since it failed does without the latter: it may be what fails.
 */
async function goOn<P>(turn: Turn<P>, interrupted: string | undefined): Promise<void> {
  const asks = ({ id }: Frame) => turn.said.some(({ frame }) => frame === id);
  const open = () => turn.state.frames.some((frame) => frame.id === interrupted || asks(frame));
  for (let wish = turn.state.waiting[0]; wish && !open(); wish = turn.state.waiting[0]) {
    turn.state = { ...turn.state, waiting: turn.state.waiting.slice(1) };
    await start(turn, wish);
  }
  const top = topOf(turn.state);
  if (!top || asks(top) || turn.said.length === 0 || turn.accountChosen || turn.work.attempts > 0) return;
  say(turn, { text: turn.texts.backTo });
  await progress(turn, top);
}

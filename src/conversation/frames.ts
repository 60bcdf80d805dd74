import { type Closed, type Frame, MAX_CLOSED, MAX_FRAMES, type Wish } from './state.ts';
import type { Turn } from './tools.ts';

/** Puts a dialog on top; one of the same kind under way is replaced by it, and too many open ones lose the oldest. */
export function openFrame<P>(turn: Turn<P>, { intent: dialog, slots, asks }: Wish): Frame {
  const id = `${turn.work.seq}.${turn.started}`;
  turn.started += 1;
  const same = turn.state.frames.find((frame) => frame.dialog === dialog);
  if (same) closeFrame(turn, same, 'replaced', turn.texts.replaced);
  const oldest = turn.state.frames[0];
  if (oldest && turn.state.frames.length >= MAX_FRAMES) closeFrame(turn, oldest, 'replaced', turn.texts.replaced);
  const frame: Frame = { id, dialog, slots, ...(asks && { asks }) };
  turn.state = { ...turn.state, frames: [...turn.state.frames, frame] };
  return frame;
}

/** Takes a frame off, remembers how it ended, and takes the buttons off its last message. */
export function closeFrame<P>(turn: Turn<P>, frame: Frame, how: Closed['how'], text: string): void {
  spend(turn, frame);
  const closed: Closed = { frame: frame.id, at: turn.ctx.now.toISOString(), how, text };
  turn.state = {
    ...turn.state,
    frames: turn.state.frames.filter(({ id }) => id !== frame.id),
    closed: [...turn.state.closed, closed].slice(-MAX_CLOSED),
  };
}

/** What the frame showed last has no buttons any more. */
export function spend<P>(turn: Turn<P>, { offered, askedIn }: Frame): void {
  for (const key of [offered?.outboxKey, askedIn]) if (key) turn.spent.add(key);
}

/** Puts a changed frame in the place of what it was. */
export function keepFrame<P>(turn: Turn<P>, frame: Frame): Frame {
  turn.state = { ...turn.state, frames: turn.state.frames.map((old) => (old.id === frame.id ? frame : old)) };
  return frame;
}

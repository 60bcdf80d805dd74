import type { Wish } from './state.ts';
import { say, type Turn } from './tools.ts';

/** How long one's own last change can be taken back (PRODUCT.md section 8). */
const UNDO_MS = 10 * 60_000;

/** Starts the dialog that takes the last change back, which confirms and checks like any other. */
export async function undo<P, S>(turn: Turn<P>, start: (wish: Wish) => Promise<S>): Promise<S | 'idle'> {
  const last = turn.state.undo;
  if (!last) {
    say(turn, { text: turn.texts.nothingToUndo });
    return 'idle';
  }
  if (Date.parse(turn.work.event.at) - Date.parse(last.at) > UNDO_MS) {
    say(turn, { text: turn.texts.undoTooLate });
    return 'idle';
  }
  if ('impossible' in last.what) {
    say(turn, { text: last.what.impossible });
    return 'idle';
  }
  return start({ asks: turn.texts.undoAsks, ...last.what });
}

import { cardFragment, completesCard, type Fragment, WIPED_DIGITS } from '../lib/card-parts.ts';
import type { ConversationState, Frame } from './state.ts';
import type { Session, Wipe, Work } from './store.ts';

/** How long a part of a card number waits for the next (PRODUCT.md section 3), and how many there can be before it. */
const TOGETHER_MS = 2 * 60_000;
const MOST_BEFORE = 3;

/** A card number sent in parts, where the event's text completes one with texts before it. */
export async function splitCard(session: Session, work: Work): Promise<Wipe | undefined> {
  const { content } = work.event;
  const last = content.type === 'text' ? cardFragment(content.text) : undefined;
  if (!last) return undefined;
  const said = await session.texts(work, new Date(work.receivedAt.getTime() - MOST_BEFORE * TOGETHER_MS));
  const parts: { seq: string; part: Fragment }[] = [];
  let next = work.receivedAt.getTime();
  for (const { seq, text, at } of said.slice(0, -1).reverse()) {
    if (next - at.getTime() > TOGETHER_MS) break;
    const part = cardFragment(text);
    if (part) [parts[parts.length], next] = [{ seq, part }, at.getTime()];
  }
  const back = completesCard(parts.map(({ part }) => part).reverse(), last);
  if (back === 0) return undefined;
  const used = [{ seq: work.seq, part: last }, ...parts.slice(0, back)];
  return { inbox: used.map(({ seq }) => seq), pattern: patternOf(used.map(({ part }) => part)) };
}

/** Finds the parts in JSON, as they were written, as plain digits, or one group of them; not inside longer numbers. */
function patternOf(parts: readonly Fragment[]): string {
  const spellings = parts.flatMap(({ written, groups }) => [written, groups.join(''), ...groups]);
  const long = [...new Set(spellings)].filter((one) => one.length > 3).sort((a, b) => b.length - a.length);
  const literal = (text: string) =>
    JSON.stringify(text)
      .slice(1, -1)
      .replace(/[!-/:-@[-`{-~]/g, '\\$&');
  return `(?<![0-9])(${long.map(literal).join('|')})(?![0-9])`;
}

/** The state without those digits, wherever a slot or a sentence held them; ids and moments stay. */
export function withoutDigits(state: ConversationState, { pattern }: Wipe): ConversationState {
  const parts = new RegExp(pattern, 'g');
  const clean = <T>(value: T): T => JSON.parse(JSON.stringify(value).replace(parts, WIPED_DIGITS)) as T;
  const cleanFrames = (frames: Frame[]) => frames.map((frame) => ({ ...frame, slots: clean(frame.slots) }));
  const { frames, waiting, closed, away, shown, undo, ...rest } = state;
  return {
    ...rest,
    frames: cleanFrames(frames),
    ...(away && { away: { ...away, frames: cleanFrames(away.frames) } }),
    waiting: clean(waiting),
    closed: closed.map((ended) => ({ ...ended, text: clean(ended.text) })),
    ...(shown && { shown: clean(shown) }),
    ...(undo && { undo: { ...undo, what: clean(undo.what) } }),
  };
}

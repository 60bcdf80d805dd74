import { cardFragment, completesCard } from '../lib/card-numbers.ts';
import type { ConversationState } from './state.ts';
import type { Session, Work } from './store.ts';

/** How long a part of a card number waits for the rest (PRODUCT.md section 3). */
const TOGETHER_MS = 2 * 60_000;

/** A card number sent in parts: which events to wipe and which digits. Undefined where the text completes none. */
export async function splitCard(
  session: Session,
  work: Work,
  text: string,
): Promise<{ inbox: string[]; digits: string[] } | undefined> {
  const last = cardFragment(text);
  if (!last) return undefined;
  const said = await session.texts(new Date(work.receivedAt.getTime() - TOGETHER_MS));
  const earlier = said.filter(({ seq }) => BigInt(seq) < BigInt(work.seq));
  const parts = earlier.flatMap(({ seq, text }) => {
    const digits = cardFragment(text);
    return digits ? [{ seq, digits }] : [];
  });
  const back = completesCard(
    parts.map(({ digits }) => digits),
    last,
  );
  if (back === 0) return undefined;
  const used = parts.slice(-back);
  return { inbox: [...used.map(({ seq }) => seq), work.seq], digits: [...used.map(({ digits }) => digits), last] };
}

/** The state without those digits, wherever a slot or a sentence held them. */
export function withoutDigits(state: ConversationState, digits: readonly string[]): ConversationState {
  const text = digits.reduce((json, part) => json.replaceAll(part, '9'.repeat(part.length)), JSON.stringify(state));
  return JSON.parse(text) as ConversationState;
}

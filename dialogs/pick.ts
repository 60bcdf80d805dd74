import type { Block } from '../src/kit/card.ts';
import type { Action, FrameSlots, Question, Resolution, Shown } from '../src/kit/dialog.ts';
import { listOf } from '../src/kit/shown.ts';
import type { Context } from './define.ts';

/** How one thing of a kind is found by what people say of it. */
export interface Picking<T extends { id: string }> {
  kind: Shown['kind'];
  /** The dialog that lists them, for the list a question shows. */
  intent: Shown['intent'];
  read(id: string): Promise<T>;
  find(who: { email: string } | { name: string }): Promise<readonly T[]>;
  /** What may be meant when nothing was said. */
  candidates(): Promise<readonly T[]>;
  table(rows: readonly T[]): Block<Action>;
  texts: {
    ask: string;
    /** There is nothing to choose from. */
    none: string;
    unknown(who: string): string;
    several(who: string): string;
    noSuchRow: string;
    mention: string;
  };
}

/**
 * The one thing that a button, an e-mail, a name, a place in the list shown last, or nothing at all means: the one
 * looked at last, or the only one there is. What fits several is asked with a list.
 */
export async function pickOne<T extends { id: string }>(
  ctx: Context,
  { ref, email, name, ordinal, mention }: FrameSlots,
  picking: Picking<T>,
): Promise<Resolution<T>> {
  const { texts: t } = picking;
  const list = listOf(ctx.shown, picking.kind);
  const one = (value: T): Resolution<T> => ({ value, pinned: { ref: value.id } });
  if (ref) return one(await picking.read(ref));
  if (ordinal) {
    const id = ordinal === 'last' ? list?.refs.at(-1) : list?.refs[Number(ordinal) - 1];
    return id ? one(await picking.read(id)) : offer(picking, t.noSuchRow);
  }
  const who = email ? { email } : name ? { name } : undefined;
  if (who) {
    const found = await picking.find(who);
    const [only] = found;
    if (only && found.length === 1) return one(only);
    return only
      ? offer(picking, t.several(email ?? name ?? ''), found)
      : offer(picking, t.unknown(email ?? name ?? ''));
  }
  if (mention) return offer(picking, t.mention);
  const candidates = await picking.candidates();
  const focus = list?.focus && candidates.find(({ id }) => id === list.focus);
  if (focus) return one(focus);
  const [only] = candidates;
  return only && candidates.length === 1 ? one(only) : offer(picking, undefined, candidates);
}

async function offer<T extends { id: string }>(
  picking: Picking<T>,
  why: string | undefined,
  among?: readonly T[],
): Promise<Resolution<T>> {
  const rows = (among ?? (await picking.candidates())).slice(0, 8);
  const { texts: t, kind, intent } = picking;
  if (rows.length === 0) return { stop: { text: why ?? t.none } };
  const text = why ? `${why} ${t.ask}` : t.ask;
  const again: Question = {
    text,
    awaiting: 'name',
    card: { blocks: [{ type: 'text', text }, picking.table(rows)] },
    shown: { kind, intent, slots: {}, refs: rows.map(({ id }) => id) },
  };
  return { again };
}

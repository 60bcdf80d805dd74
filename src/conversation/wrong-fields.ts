import type { AnyDialog, AnySlot, Context, FrameSlots, Question } from '../kit/dialog.ts';
import { isCoded } from '../lib/errors.ts';
import { TEXTS } from './texts.ts';

/**
 * What a form's values come to, field by field, by the slots that the turn will look up: of all fields at once, not of
 * the first alone. Nothing where the dialog can't go on at all: the turn then says why.
 * @param slots what the dialog would know with the values
 * @param fields the form's own
 */
export async function wrongFields<P>(
  ctx: Context<P>,
  { slots: all }: AnyDialog<P>,
  slots: FrameSlots,
  fields: readonly string[],
): Promise<Record<string, string>> {
  const wrong: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  for (const [name, slot] of Object.entries<AnySlot<P>>(all)) {
    const own = fields.filter((field) => (slot.takes as readonly string[]).includes(field));
    const found = await lookedUp(ctx, slot, slots, values);
    if ('value' in found) values[name] = found.value;
    else if ('stop' in found) return wrong;
    else if ('again' in found) Object.assign(wrong, said(found.again, own));
    else if (!slot.optional && own[0]) wrong[own[0]] = TEXTS[ctx.locale].fieldMissing;
    // What comes after may stand on what is not known.
    if (!('value' in found) && !slot.optional && own.length === 0) return wrong;
  }
  return wrong;
}

/** What the portal refuses is the turn's to say. */
async function lookedUp<P>(ctx: Context<P>, slot: AnySlot<P>, slots: FrameSlots, values: Record<string, unknown>) {
  try {
    return await slot.resolve(ctx, slots, values);
  } catch (error) {
    if (!isCoded(error) || error.code === 'internal' || error.code === 'unavailable') throw error;
    return { stop: undefined };
  }
}

/** The question's own marks on its fields, else what it says, on the field it waits for. */
function said({ text, card, awaiting }: Question, own: readonly string[]): Record<string, string> {
  const marked = (card?.blocks ?? []).flatMap((block) =>
    block.type === 'form' ? block.fields.flatMap(({ name, error }) => (error ? [[name, error] as const] : [])) : [],
  );
  const mine = marked.filter(([name]) => own.includes(name));
  if (mine.length > 0) return Object.fromEntries(mine);
  const field = own.includes(awaiting) ? awaiting : own[0];
  return field ? { [field]: text } : {};
}

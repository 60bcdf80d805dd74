import type { Block } from '../kit/card.ts';
import type { Action, Confirmation, Draft } from '../kit/dialog.ts';

/** How long a confirmation can be answered by a typed "yes" (PRODUCT.md section 8). */
export const CONFIRM_MS = 15 * 60_000;

/** The confirmation as it is posted, with its buttons: do it, another way, leave it; then the form of a further way. */
export function offer(confirmation: Confirmation, no: string): Draft {
  const { text, card, yes, danger, instead = [], form, about, audience } = confirmation;
  const blocks: Block<Action>[] = [...(card?.blocks ?? [{ type: 'text', text } as const])];
  blocks.push({
    type: 'actions',
    buttons: [
      { label: yes, style: danger ? 'danger' : 'primary', action: { do: 'affirm' } },
      ...instead,
      { label: no, action: { do: 'deny' } },
    ],
  });
  if (form) blocks.push(form);
  return { text, card: { blocks }, ...(about && { about }), ...(audience && { audience }) };
}

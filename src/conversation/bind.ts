import { mapActions, type Reply } from '../kit/card.ts';
import type { Action, Draft } from '../kit/dialog.ts';
import type { Ids } from '../lib/clock.ts';
import type { BoundAction, OutgoingReply } from './store.ts';

/**
 * Gives every button of a draft a short opaque id under which what it does is stored, with the frame and the
 * confirmation it belongs to.
 */
export function bind(
  ids: Ids,
  key: string,
  draft: Draft,
  to: { frame?: string; offered?: string } = {},
): OutgoingReply {
  const presses: { id: string; action: BoundAction }[] = [];
  const store = (action: Action): string => {
    const id = ids.token(9);
    presses.push({ id, action: { ...action, ...to } });
    return id;
  };
  const { text, card, audience = 'person', about, files } = draft;
  const reply: Reply<string> = {
    text,
    audience,
    ...(card && { card: mapActions(card, store) }),
    ...(about && { about }),
    ...(files && { files }),
  };
  return { key, reply, presses };
}

/** Names the account on a reply to somebody who works for several (PRODUCT.md section 8). */
export function named(draft: Draft, line: string): Draft {
  const blocks = draft.card?.blocks ?? [{ type: 'text', text: draft.text } as const];
  return { ...draft, card: { blocks: [...blocks, { type: 'text', text: line, style: 'muted' }] } };
}

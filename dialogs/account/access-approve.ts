import { defineDialog } from '../define.ts';
import { decision, requestCard } from './request-cards.ts';
import { requestSlot } from './slots.ts';

/** Gives a colleague the role they asked for; from its card one press is the decision, typed it is confirmed. */
export const approveAccess = defineDialog({
  intent: 'access.approve',
  permission: 'access.decide',
  title: { en: 'Approve a role request', pl: 'Zatwierdź prośbę o rolę' },
  slots: {
    request: requestSlot({ en: 'Whose request would you like to approve?', pl: 'Czyją prośbę zatwierdzić?' }),
  },
  texts: {
    en: { final: 'A decision can’t be undone. A manager can change the roles instead.' },
    pl: { final: 'Decyzji nie można cofnąć. Role może zmienić osoba z rolą zarządczą.' },
  },
  // What the person may not decide is refused by the portal, with its reason, instead of being confirmed first.
  confirm: (ctx, { request }) => (request.mayDecide ? decision(ctx, 'approve', request) : undefined),
  async run(ctx, { request }, { texts, key }) {
    const done = await ctx.portal.access.approve({ key, id: request.id });
    return { replies: [requestCard(ctx, done)], undo: { impossible: texts.final } };
  },
});

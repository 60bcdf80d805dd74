import { defineDialog } from '../define.ts';
import { decision } from './approval.ts';
import { invitationCard } from './invitation-matter.ts';
import { invitationSlot } from './slots.ts';

/** Approves a colleague's invitation; from its card one press is the decision, typed it is confirmed. */
export const approveInvitation = defineDialog({
  intent: 'invites.approve',
  permission: 'invitations.decide',
  title: { en: 'Approve an invitation', pl: 'Zatwierdź zaproszenie' },
  slots: {
    invitation: invitationSlot({
      may: 'decide',
      ask: { en: 'Which invitation would you like to approve?', pl: 'Które zaproszenie zatwierdzić?' },
      none: {
        en: 'No invitation is waiting for your decision.',
        pl: 'Żadne zaproszenie nie czeka na Twoją decyzję.',
      },
    }),
  },
  texts: {
    en: { final: 'An approval can’t be undone, but the invitation can be revoked while it isn’t accepted.' },
    pl: { final: 'Zatwierdzenia nie można cofnąć, ale póki zaproszenie nie jest przyjęte, można je wycofać.' },
  },
  // What the person may not decide is refused by the portal, with its reason, instead of being confirmed first.
  confirm: (ctx, { invitation }) => (invitation.may.decide ? decision(ctx, 'approve', invitation) : undefined),
  async run(ctx, { invitation }, { texts, key }) {
    const sent = await ctx.portal.invitations.approve({ key, id: invitation.id });
    return { replies: [invitationCard(ctx, sent)], undo: { impossible: texts.final } };
  },
});

import { defineDialog } from '../define.ts';
import { invitationFields } from './cards.ts';
import { invitationCard } from './invitation-matter.ts';
import { invitationSlot } from './slots.ts';
import { inFull } from './words.ts';

/** Sends an invitation again, with a new link and seven new days. */
export const resendInvitation = defineDialog({
  intent: 'invites.resend',
  permission: 'invitations.own',
  title: { en: 'Send an invitation again', pl: 'Wyślij zaproszenie ponownie' },
  slots: {
    invitation: invitationSlot({
      may: 'resend',
      ask: { en: 'Which invitation should I send again?', pl: 'Które zaproszenie wysłać ponownie?' },
      none: {
        en: 'There is no invitation that you could send again.',
        pl: 'Nie ma zaproszenia, które można by wysłać ponownie.',
      },
    }),
  },
  texts: {
    en: {
      ask: (who: string) =>
        `Send the invitation of ${who} again? The new link is valid for seven days, the old one stops working.`,
      yes: 'Send again',
      final: 'A sent mail can’t be called back, but the invitation can be revoked.',
    },
    pl: {
      ask: (who: string) =>
        `Wysłać ponownie zaproszenie dla: ${who}? Nowy link będzie ważny siedem dni, poprzedni przestanie działać.`,
      yes: 'Wyślij ponownie',
      final: 'Wysłanego e-maila nie można cofnąć, ale zaproszenie można wycofać.',
    },
  },
  confirm(ctx, { invitation }, texts) {
    if (!invitation.may.resend) return undefined;
    const { id, email, state } = invitation;
    const text = texts.ask(inFull(invitation));
    const blocks = [{ type: 'text', text } as const, invitationFields(ctx, invitation)];
    return { text, card: { blocks }, shows: { id, email, state }, yes: texts.yes };
  },
  async run(ctx, { invitation }, { texts, key }) {
    const sent = await ctx.portal.invitations.resend({ key, id: invitation.id });
    return { replies: [invitationCard(ctx, sent)], undo: { impossible: texts.final } };
  },
});

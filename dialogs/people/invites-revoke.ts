import { defineDialog } from '../define.ts';
import { invitationFields } from './cards.ts';
import { invitationCard } from './invitation-matter.ts';
import { invitationSlot } from './slots.ts';
import { inFull } from './words.ts';

/** Takes an open invitation back; also how inviting is undone. */
export const revokeInvitation = defineDialog({
  intent: 'invites.revoke',
  permission: 'invitations.own',
  title: { en: 'Revoke an invitation', pl: 'Wycofaj zaproszenie' },
  slots: {
    invitation: invitationSlot({
      may: 'revoke',
      ask: { en: 'Which invitation would you like to revoke?', pl: 'Które zaproszenie wycofać?' },
      none: {
        en: 'There is no open invitation that you could revoke.',
        pl: 'Nie ma otwartego zaproszenia, które można by wycofać.',
      },
    }),
  },
  texts: {
    en: {
      ask: (who: string) => `Revoke the invitation of ${who}? Its link stops working.`,
      yes: 'Revoke the invitation',
      final: 'A revoked invitation can’t be brought back. It can be made anew.',
    },
    pl: {
      ask: (who: string) => `Wycofać zaproszenie dla: ${who}? Jego link przestanie działać.`,
      yes: 'Wycofaj zaproszenie',
      final: 'Wycofanego zaproszenia nie można przywrócić. Można zaprosić na nowo.',
    },
  },
  confirm(ctx, { invitation }, texts) {
    if (!invitation.may.revoke) return undefined;
    const { id, email, state } = invitation;
    const text = texts.ask(inFull(invitation));
    const blocks = [{ type: 'text', text } as const, invitationFields(ctx, invitation)];
    return { text, card: { blocks }, shows: { id, email, state }, yes: texts.yes, danger: true };
  },
  async run(ctx, { invitation }, { texts, key }) {
    const done = await ctx.portal.invitations.revoke({ key, id: invitation.id });
    return { replies: [invitationCard(ctx, done)], undo: { impossible: texts.final } };
  },
});

import { digestOf } from '../../src/kit/digest.ts';
import type { Localized } from '../../src/lib/locale.ts';
import type { InvitationView } from '../../src/portal/invitations/view.ts';
import { defineDialog, optional } from '../define.ts';
import { decision } from './approval.ts';
import { invitationCard } from './invitation-matter.ts';
import { reasonQuestion } from './reason.ts';
import { invitationSlot } from './slots.ts';

/** Turns a colleague's invitation down, with a reason where one is given. */
export const declineInvitation = defineDialog({
  intent: 'invites.decline',
  permission: 'invitations.decide',
  title: { en: 'Decline an invitation', pl: 'Odrzuć zaproszenie' },
  slots: {
    invitation: invitationSlot({
      may: 'decide',
      ask: { en: 'Which invitation would you like to decline?', pl: 'Które zaproszenie odrzucić?' },
      none: {
        en: 'No invitation is waiting for your decision.',
        pl: 'Żadne zaproszenie nie czeka na Twoją decyzję.',
      },
    }),
    reason: optional<string>({
      takes: ['reason'],
      resolve(ctx, { reason }, before) {
        if (reason) return { value: reason.slice(0, 500) };
        if (reason === undefined) return { missing: true };
        const { id, ...invitation } = before.invitation as InvitationView;
        const confirmation = decision(ctx, 'decline', { id, ...invitation });
        const digest = digestOf('invites.decline', confirmation);
        const start = { do: 'start' as const, intent: 'invites.decline' as const, slots: { ref: id }, digest };
        return { again: reasonQuestion(ctx.locale, ASK[ctx.locale](invitation.name), confirmation.yes, start) };
      },
    }),
  },
  texts: {
    en: { final: 'A declined invitation can’t be brought back. It can be made anew.' },
    pl: { final: 'Odrzuconego zaproszenia nie można przywrócić. Można zaprosić na nowo.' },
  },
  confirm: (ctx, { invitation }) => (invitation.may.decide ? decision(ctx, 'decline', invitation) : undefined),
  async run(ctx, { invitation, reason }, { texts, key }) {
    const done = await ctx.portal.invitations.decline({ key, id: invitation.id, ...(reason && { reason }) });
    return { replies: [invitationCard(ctx, done)], undo: { impossible: texts.final } };
  },
});

const ASK: Localized<(name: string) => string> = {
  en: (name) => `Why should the invitation of ${name} be declined? The person who invited is told the reason.`,
  pl: (name) => `Dlaczego odrzucić zaproszenie dla: ${name}? Osoba zapraszająca pozna ten powód.`,
};

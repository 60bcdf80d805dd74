import type { Block, Button } from '../../src/kit/card.ts';
import type { Action, Draft } from '../../src/kit/dialog.ts';
import { digestOf } from '../../src/kit/digest.ts';
import type { Localized } from '../../src/lib/locale.ts';
import { withRoles } from '../../src/lib/role-names.ts';
import type { InvitationView } from '../../src/portal/invitations/view.ts';
import { type Context, defineMatter } from '../define.ts';
import { decision } from './approval.ts';
import { invitationActions, invitationFields } from './cards.ts';
import { anyOf, inFull } from './words.ts';

type Sentence = (invitation: InvitationView, own: boolean) => string;

const SENTENCES: Localized<Record<InvitationView['state'], Sentence>> = {
  en: {
    waiting: (i, own) =>
      own
        ? `Your invitation of ${inFull(i)} is waiting for approval by ${anyOf('en', i.deciders)}.`
        : `${i.inviter.name} would like to invite ${inFull(i)} ${withRoles('en', i.roles)}. ${i.may.decide ? 'Do you approve?' : `${anyOf('en', i.deciders)} can decide.`}`,
    sent: (i) =>
      `The invitation of ${inFull(i)} has been ${i.decidedBy ? `approved by ${i.decidedBy.name} and ` : ''}sent.`,
    accepted: (i) => `${inFull(i)} has accepted the invitation and now has access ${withRoles('en', i.roles)}.`,
    declined: (i) =>
      `The invitation of ${inFull(i)} was declined by ${i.decidedBy?.name}${i.reason ? `: ${i.reason}` : '.'}`,
    revoked: (i) => `The invitation of ${inFull(i)} was revoked by ${i.decidedBy?.name}.`,
    expired: (i) => `The invitation of ${inFull(i)} has expired.`,
  },
  pl: {
    waiting: (i, own) =>
      own
        ? `Twoje zaproszenie dla: ${inFull(i)} czeka na zatwierdzenie. Decyduje: ${anyOf('pl', i.deciders)}.`
        : `${i.inviter.name} chce zaprosić do portalu ${withRoles('pl', i.roles)}: ${inFull(i)}. ${i.may.decide ? 'Czy zatwierdzasz?' : `Decyduje: ${anyOf('pl', i.deciders)}.`}`,
    sent: (i) =>
      `Zaproszenie dla: ${inFull(i)} zostało wysłane.${i.decidedBy ? ` Zatwierdza: ${i.decidedBy.name}.` : ''}`,
    accepted: (i) => `${inFull(i)}: zaproszenie przyjęte, dostęp ${withRoles('pl', i.roles)} jest już aktywny.`,
    declined: (i) =>
      `Zaproszenie dla: ${inFull(i)} zostało odrzucone (${i.decidedBy?.name})${i.reason ? `. Powód: ${i.reason}` : '.'}`,
    revoked: (i) => `Zaproszenie dla: ${inFull(i)} zostało wycofane (${i.decidedBy?.name}).`,
    expired: (i) => `Zaproszenie dla: ${inFull(i)} wygasło.`,
  },
};

const WITH_REASON: Localized = { en: 'Decline with a reason', pl: 'Odrzuć z podaniem powodu' };

/** An invitation as it stands, for whoever looks: deciders get the buttons, and one press is the decision. */
export function invitationCard(ctx: Context, invitation: InvitationView, lead?: string): Draft {
  const own = invitation.inviter.id === ctx.person.id;
  const sentence = SENTENCES[ctx.locale][invitation.state](invitation, own);
  const text = lead ? `${lead} ${sentence}` : sentence;
  const buttons = invitation.may.decide ? decisions(ctx, invitation) : invitationActions(ctx, invitation);
  const blocks: Block<Action>[] = [
    { type: 'text', text },
    invitationFields(ctx, invitation),
    ...(buttons.length > 0 ? [{ type: 'actions' as const, buttons }] : []),
  ];
  return { text, card: { blocks }, about: { kind: 'invitation', id: invitation.id } };
}

function decisions(ctx: Context, invitation: InvitationView): Button<Action>[] {
  const slots = { ref: invitation.id };
  const [approve, decline] = [decision(ctx, 'approve', invitation), decision(ctx, 'decline', invitation)];
  return [
    {
      ...{ label: approve.yes, style: 'primary' },
      action: { do: 'start', intent: 'invites.approve', slots, digest: digestOf('invites.approve', approve) },
    },
    {
      ...{ label: decline.yes, style: 'danger' },
      action: { do: 'start', intent: 'invites.decline', slots, digest: digestOf('invites.decline', decline) },
    },
    {
      label: WITH_REASON[ctx.locale],
      action: { do: 'start', intent: 'invites.decline', slots: { ...slots, reason: '' } },
    },
  ];
}

/** The card every posted copy of an invitation shows. */
export const invitationMatter = defineMatter({
  kind: 'invitation',
  card: async (ctx, id) => invitationCard(ctx, await ctx.portal.invitations.show({ id })),
});

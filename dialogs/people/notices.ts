import type { About } from '../../src/kit/card.ts';
import type { Draft } from '../../src/kit/dialog.ts';
import type { Localized } from '../../src/lib/locale.ts';
import type { InvitationView } from '../../src/portal/invitations/view.ts';
import { type Context, defineNotice } from '../define.ts';
import { reminderOfApproval } from './approval-reminder.ts';
import { invitationCard } from './invitation-matter.ts';

const REMINDER: Localized = { en: 'A reminder:', pl: 'Przypomnienie:' };

/** A notice about an invitation: its card as it stands, while it is worth telling. */
const aboutInvitation = (kind: string, worth: (invitation: InvitationView) => boolean, lead?: Localized) =>
  defineNotice({
    kind,
    topic: reminderOfApproval,
    async render(ctx: Context, { about, details }: { about?: About; details: Record<string, unknown> }) {
      if (!about) return undefined;
      const invitation = await ctx.portal.invitations.show({ id: about.id });
      const first = details.reminder === true ? REMINDER : lead;
      return worth(invitation) ? invitationCard(ctx, invitation, first?.[ctx.locale]) : undefined;
    },
  });

export const invitationNotices = [
  aboutInvitation('invitation.approval_asked', ({ may }) => may.decide),
  aboutInvitation('invitation.decided', () => true),
  aboutInvitation('invitation.accepted', () => true),
  aboutInvitation('invitation.expired', ({ state }) => state === 'expired'),
];

interface Skipped {
  email: string;
  document: string;
  reason: 'removed' | 'suspended' | 'has_access';
}

const WHY: Localized<Record<Skipped['reason'], string>> = {
  en: { removed: 'was removed before', suspended: 'is suspended', has_access: 'has access with other roles' },
  pl: {
    removed: 'dostęp był wcześniej usunięty',
    suspended: 'dostęp zawieszony',
    has_access: 'ma dostęp z innymi rolami',
  },
};

const SKIPPED: Localized<(list: string) => string> = {
  en: (list) =>
    `A new ordering document names people whose access was decided by you or your colleagues, so nothing was changed for them: ${list}. If they should have access or more roles, you can invite them or change their roles.`,
  pl: (list) =>
    `Nowa dokumentacja zamówienia wymienia osoby, o których dostępie zdecydowano już na koncie, więc nic się dla nich nie zmieniło: ${list}. Jeśli mają mieć dostęp lub więcej ról, można je zaprosić albo zmienić im role.`,
};

/** Whom a new ordering document names in vain. */
export const skippedContacts = defineNotice({
  kind: 'load.skipped_contacts',
  async render({ locale }: Context, { details }: { details: Record<string, unknown> }): Promise<Draft> {
    const people = (details.people ?? []) as Skipped[];
    const list = people
      .map(({ email, document, reason }) => `${email} (${document}: ${WHY[locale][reason]})`)
      .join(', ');
    return { text: SKIPPED[locale](list) };
  },
});

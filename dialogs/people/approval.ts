import type { Confirmation } from '../../src/kit/dialog.ts';
import type { Localized } from '../../src/lib/locale.ts';
import { withRoles } from '../../src/lib/role-names.ts';
import type { InvitationView } from '../../src/portal/invitations/view.ts';
import type { Context } from '../define.ts';
import { invitationFields } from './cards.ts';
import { inFull } from './words.ts';

type Deed = 'approve' | 'decline';

interface Texts {
  /** @param roles e.g. "with the finance role" */
  ask(who: string, roles: string, inviter: string): string;
  yes: string;
}

const TEXTS: Localized<Record<Deed, Texts>> = {
  en: {
    approve: {
      ask: (who, roles, inviter) => `Approve ${inviter}’s invitation of ${who} ${roles}?`,
      yes: 'Approve and send',
    },
    decline: {
      ask: (who, roles, inviter) => `Decline ${inviter}’s invitation of ${who} ${roles}?`,
      yes: 'Decline',
    },
  },
  pl: {
    approve: {
      ask: (who, roles, inviter) => `Zatwierdzić zaproszenie ${roles} dla: ${who}? Zaprasza: ${inviter}.`,
      yes: 'Zatwierdź i wyślij',
    },
    decline: {
      ask: (who, roles, inviter) => `Odrzucić zaproszenie ${roles} dla: ${who}? Zaprasza: ${inviter}.`,
      yes: 'Odrzuć',
    },
  },
};

/** What approving or declining an invitation shows; the invitation's own card stands for it, so both agree. */
export function decision({ locale, timeZone }: Context, deed: Deed, invitation: InvitationView): Confirmation {
  const { id, email, name, roles, inviter } = invitation;
  const t = TEXTS[locale][deed];
  const text = t.ask(inFull(invitation), withRoles(locale, roles), inviter.name);
  return {
    text,
    card: { blocks: [{ type: 'text', text }, invitationFields({ locale, timeZone }, invitation)] },
    shows: { id, email, name, roles, inviter: inviter.id },
    yes: t.yes,
    ...(deed === 'decline' && { danger: true }),
  };
}

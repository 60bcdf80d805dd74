import { defineHomePart } from '../define.ts';
import { decisions, start } from '../home.ts';
import { invitationActions } from './cards.ts';
import { inFull, rolesOf } from './words.ts';

const TEXTS = {
  en: {
    as: (who: string, roles: string, inviter: string) => [{ b: who }, ` as ${roles}, invited by ${inviter}`],
    all: 'Show invitations',
  },
  pl: {
    as: (who: string, roles: string, inviter: string) => [{ b: who }, `, rola: ${roles}, zaprasza ${inviter}`],
    all: 'Pokaż zaproszenia',
  },
};

/** Invitations whose decision the person asking is. */
export const invitationsToDecide = defineHomePart({
  title: { en: 'Invitations waiting for your decision', pl: 'Zaproszenia czekające na Twoją decyzję' },
  permission: 'users.read',
  async render(ctx) {
    const { locale, portal } = ctx;
    const t = TEXTS[locale];
    const waiting = (await portal.invitations.list({})).filter(({ may }) => may.decide);
    const things = waiting.map((invitation) => ({
      what: t.as(inFull(invitation), rolesOf(locale, invitation), invitation.inviter.name),
      // To approve and to decline stand first.
      buttons: invitationActions(ctx, invitation).slice(0, 2),
    }));
    return decisions(locale, things, start(t.all, 'invites.list'));
  },
});

import type { Localized } from '../../src/lib/locale.ts';
import type { InvitationView } from '../../src/portal/invitations/view.ts';
import { slot } from '../define.ts';
import { type Picking, pickOne } from '../pick.ts';
import { invitationChoices } from './cards.ts';

interface Which {
  /** Which invitations are meant when none is said. */
  may: keyof InvitationView['may'];
  ask: Localized;
  none: Localized;
}

type Texts = Omit<Picking<InvitationView>['texts'], 'ask' | 'none'>;

const TEXTS: Localized<Texts> = {
  en: {
    unknown: (who) => `I can’t find an invitation for ${who}.`,
    several: (who) => `${who} fits more than one invitation.`,
    noSuchRow: 'The list I showed last has no such row.',
    mention: 'I don’t know whose invitation that mention means; please use the name or the e-mail address.',
  },
  pl: {
    unknown: (who) => `Nie ma zaproszenia dla: ${who}.`,
    several: (who) => `Do „${who}” pasuje więcej niż jedno zaproszenie.`,
    noSuchRow: 'Na ostatnio pokazanej liście nie ma takiej pozycji.',
    mention: 'Z tej wzmianki nie wynika, o czyje zaproszenie chodzi; proszę podać imię i nazwisko albo adres e-mail.',
  },
};

/** One invitation, by e-mail, name, place in the list shown last, a button, or the only one that fits. */
export const invitationSlot = ({ may, ask, none }: Which) =>
  slot<InvitationView>({
    takes: ['email', 'name', 'mention', 'ordinal', 'ref'],
    resolve(ctx, said) {
      const { portal, locale } = ctx;
      return pickOne(ctx, said, {
        ...{ kind: 'invitation', intent: 'invites.list' },
        read: (id) => portal.invitations.show({ id }),
        find: (who) => portal.invitations.find(who),
        candidates: async () => (await portal.invitations.list({})).filter((row) => row.may[may]),
        table: (rows) => invitationChoices(ctx, rows),
        texts: { ...TEXTS[locale], ask: ask[locale], none: none[locale] },
      });
    },
    ask: ({ locale }) => ({ text: ask[locale], awaiting: 'name' }),
  });

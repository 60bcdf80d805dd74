import type { Button } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import type { Localized } from '../../src/lib/locale.ts';
import type { PersonView } from '../../src/portal/people/view.ts';
import { slot } from '../define.ts';
import { type Picking, pickOne } from '../pick.ts';
import { peopleTable } from './people-table.ts';

interface Whom {
  /** Who is meant when nobody is named, and whom a name means first. */
  fits(person: PersonView): boolean;
  ask: Localized;
  none: Localized;
}

type Texts = Omit<Picking<PersonView>['texts'], 'ask' | 'none'> & { choose: string };

/** What is said where words name nobody, or several, of the account. */
export const PERSON_TEXTS: Localized<Texts> = {
  en: {
    unknown: (who) => `${who} is nobody in your account.`,
    several: (who) => `More than one person fits “${who}”.`,
    noSuchRow: 'The list I showed last has no such row.',
    mention: 'I don’t know who that mention means; please use the name or the e-mail address.',
    choose: 'Choose',
  },
  pl: {
    unknown: (who) => `Na Twoim koncie nie ma takiej osoby: ${who}.`,
    several: (who) => `Do „${who}” pasuje więcej niż jedna osoba.`,
    noSuchRow: 'Na ostatnio pokazanej liście nie ma takiej pozycji.',
    mention: 'Z tej wzmianki nie wynika, o kogo chodzi; proszę podać imię i nazwisko albo adres e-mail.',
    choose: 'Wybierz',
  },
};

/** Somebody of the account, by e-mail, name in any form, place in the list shown last, or a button. */
export const personSlot = ({ fits, ask, none }: Whom) =>
  slot<PersonView>({
    takes: ['email', 'name', 'mention', 'ordinal', 'ref'],
    resolve(ctx, said) {
      const { portal, locale } = ctx;
      const { choose, ...texts } = PERSON_TEXTS[locale];
      const choice = ({ id }: PersonView): Button<Action>[] => [
        { label: choose, action: { do: 'fill', slots: { ref: id } } },
      ];
      return pickOne(ctx, said, {
        ...{ kind: 'person', intent: 'users.list' },
        read: async (id) => (await portal.users.choose({ contactId: id }))[0]!,
        async find(who) {
          const found = await portal.users.choose({ who });
          const fitting = found.filter(fits);
          return fitting.length > 0 ? fitting : found;
        },
        candidates: async () => (await portal.users.choose({})).filter(fits),
        table: (rows) => peopleTable(locale, rows, choice),
        texts: { ...texts, ask: ask[locale], none: none[locale] },
      });
    },
    ask: ({ locale }) => ({ text: ask[locale], awaiting: 'name' }),
  });

import type { Localized } from '../../src/lib/locale.ts';
import type { RoleRequestView } from '../../src/portal/access/view.ts';
import { slot } from '../define.ts';
import { rolesSaid } from '../people/roles.ts';
import { type Picking, pickOne } from '../pick.ts';
import { requireHeld } from '../require-held.ts';
import { requestTable, requestTexts } from './request-cards.ts';

type Texts = Omit<Picking<RoleRequestView>['texts'], 'ask'>;

const TEXTS: Localized<Texts> = {
  en: {
    none: 'No role request is waiting for your decision.',
    unknown: (who) => `I can’t find a role request from ${who}.`,
    several: (who) => `${who} fits more than one role request.`,
    noSuchRow: 'The list I showed last has no such row.',
    mention: 'I don’t know who that mention means; please use the name or the e-mail address.',
  },
  pl: {
    none: 'Żadna prośba o rolę nie czeka na Twoją decyzję.',
    unknown: (who) => `Nie ma prośby o rolę od: ${who}.`,
    several: (who) => `Do „${who}” pasuje więcej niż jedna prośba o rolę.`,
    noSuchRow: 'Na ostatnio pokazanej liście nie ma takiej pozycji.',
    mention: 'Z tej wzmianki nie wynika, o kogo chodzi; proszę podać imię i nazwisko albo adres e-mail.',
  },
};

/** One role request, by whose it is and the role, its place in the list shown last, a button, or the only one. */
export const requestSlot = (ask: Localized) =>
  slot<RoleRequestView>({
    takes: ['email', 'name', 'mention', 'role', 'ordinal', 'ref'],
    async resolve(ctx, said) {
      const { access } = ctx.portal;
      const [role] = said.role ? rolesSaid(said.role) : [];
      const found = await pickOne(ctx, said, {
        ...{ kind: 'role_request', intent: 'access.list' },
        read: (id) => access.show({ id }),
        find: (who) => access.find({ who, ...(role && { role }) }),
        async candidates() {
          const waiting = (await access.list({})).filter(({ mayDecide }) => mayDecide);
          return role ? waiting.filter((request) => request.role === role) : waiting;
        },
        table: (rows) =>
          requestTable(ctx, rows, ({ id }) => [
            { label: requestTexts[ctx.locale].choose, action: { do: 'fill', slots: { ref: id } } },
          ]),
        texts: { ...TEXTS[ctx.locale], ask: ask[ctx.locale] },
      });
      if ('stop' in found) await requireHeld(ctx, 'access.decide');
      return found;
    },
    ask: ({ locale }) => ({ text: ask[locale], awaiting: 'name' }),
  });

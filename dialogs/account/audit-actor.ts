import type { Localized } from '../../src/lib/locale.ts';
import type { PersonView } from '../../src/portal/people/view.ts';
import { optional } from '../define.ts';
import { peopleTable } from '../people/people-table.ts';
import { PERSON_TEXTS } from '../people/person-slot.ts';
import { pickOne } from '../pick.ts';

const TEXTS: Localized<Record<'ask' | 'none', string>> = {
  en: { ask: 'Whose actions would you like to see?', none: 'There is nobody in the account.' },
  pl: { ask: 'Czyje działania pokazać?', none: 'Na koncie nie ma nikogo.' },
};

/** Who did it, where somebody was named. */
export const actorSlot = optional<PersonView>({
  takes: ['email', 'name', 'mention'],
  async resolve(ctx, { email, name, mention }) {
    if (!email && !name && !mention) return { missing: true };
    const { portal, locale } = ctx;
    const { choose, ...texts } = { ...PERSON_TEXTS[locale], ...TEXTS[locale] };
    const list = () => portal.users.list({});
    const found = await pickOne(
      ctx,
      { ...(email && { email }), ...(name && { name }), ...(mention && { mention }) },
      {
        ...{ kind: 'person', intent: 'users.list', texts },
        read: async (id) => (await list()).find((person) => person.id === id)!,
        find: (who) => portal.users.find(who),
        candidates: list,
        table: (rows) =>
          peopleTable(locale, rows, (row) => [{ label: choose, action: { do: 'fill', slots: { email: row.email } } }]),
      },
    );
    // Named anew each turn: the invoice beside it is what a button's `ref` would mean.
    return 'value' in found ? { value: found.value } : found;
  },
});

import type { Block, Button } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import type { Locale, Localized } from '../../src/lib/locale.ts';
import type { PersonView } from '../../src/portal/people/view.ts';
import { rolesOf } from './words.ts';

type Label = 'name' | 'email' | 'roles' | 'access' | 'active' | 'suspended' | 'primary' | 'you' | Deed;
type Deed = 'changeRoles' | 'suspend' | 'reinstate' | 'remove';

const LABELS: Localized<Record<Label, string>> = {
  en: {
    ...{ name: 'Name', email: 'E-mail', roles: 'Roles', access: 'Access' },
    ...{ active: 'active', suspended: 'suspended', primary: 'primary contact', you: 'you' },
    ...{ changeRoles: 'Change roles', suspend: 'Suspend', reinstate: 'Give access back', remove: 'Remove' },
  },
  pl: {
    ...{ name: 'Imię i nazwisko', email: 'E-mail', roles: 'Role', access: 'Dostęp' },
    ...{ active: 'aktywny', suspended: 'zawieszony', primary: 'główna osoba kontaktowa', you: 'Ty' },
    ...{ changeRoles: 'Zmień role', suspend: 'Zawieś', reinstate: 'Przywróć dostęp', remove: 'Usuń' },
  },
};

/** People with roles and access, and what can be done with each. */
export function peopleTable(
  locale: Locale,
  rows: readonly PersonView[],
  actions: (row: PersonView) => readonly Button<Action>[],
): Block<Action> {
  const t = LABELS[locale];
  const access = ({ status, isPrimary }: PersonView) => (isPrimary ? `${t[status]}, ${t.primary}` : t[status]);
  return {
    type: 'table',
    columns: [t.name, t.email, t.roles, t.access].map((label) => ({ label })),
    rows: rows.map((row) => {
      const buttons = actions(row);
      return {
        cells: [row.isYou ? `${row.name} (${t.you})` : row.name, row.email, rolesOf(locale, row), access(row)],
        ...(buttons.length > 0 && { actions: buttons }),
      };
    }),
  };
}

/** Change roles, suspend or give access back, remove, as far as the person asking may; each is confirmed. */
export function personActions(locale: Locale, { id, status, mayManage }: PersonView): Button<Action>[] {
  if (!mayManage) return [];
  const t = LABELS[locale];
  const start = (
    deed: Deed,
    intent: `users.${'role.change' | 'suspend' | 'reinstate' | 'remove'}`,
  ): Button<Action> => ({
    label: t[deed],
    action: { do: 'start', intent, slots: { ref: id } },
  });
  return [
    start('changeRoles', 'users.role.change'),
    status === 'active' ? start('suspend', 'users.suspend') : start('reinstate', 'users.reinstate'),
    start('remove', 'users.remove'),
  ];
}

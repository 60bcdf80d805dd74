import type { Block, Button } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import { ROLE_NAMES, roleNames } from '../../src/lib/role-names.ts';
import type { ContactRole } from '../../src/portal/policy.ts';
import { defineDialog } from '../define.ts';

/** Which roles one has, what they allow, what they don't, which role that takes and who has it. */
export const explainAccess = defineDialog({
  intent: 'access.explain',
  permission: 'own',
  title: { en: 'What may I do?', pl: 'Co mogę zrobić?' },
  reads: true,
  slots: {},
  texts: {
    en: {
      roles: (roles: string, account: string) => `In ${account} you have the ${roles} role.`,
      noRole: (account: string) => `In ${account} you have no role, so there is little you can do.`,
      primary: 'You are its primary contact.',
      may: 'You can:',
      mayNot: 'You can’t:',
      takes: (label: string, roles: string, who: string) => `${label} (role: ${roles}; held by ${who})`,
      nobody: 'nobody',
      ask: 'Ask for the role',
    },
    pl: {
      roles: (roles: string, account: string) => `Twoja rola na koncie ${account}: ${roles}.`,
      noRole: (account: string) => `Na koncie ${account} nie masz żadnej roli, więc niewiele możesz zrobić.`,
      primary: 'Jesteś główną osobą kontaktową tego konta.',
      may: 'Możesz:',
      mayNot: 'Nie możesz:',
      takes: (label: string, roles: string, who: string) => `${label} (rola: ${roles}; ma ją: ${who})`,
      nobody: 'nikt',
      ask: 'Poproś o rolę',
    },
  },
  async run({ portal, locale, account }, _values, { texts: t }) {
    const { roles, isPrimary, held, notHeld } = await portal.access.explain({});
    const own = roles.length > 0 ? t.roles(roleNames(locale, roles), account.name) : t.noRole(account.name);
    const first = isPrimary ? `${own} ${t.primary}` : own;
    const missing = notHeld.map(({ label, roles, holders }) =>
      t.takes(label, roleNames(locale, roles, 'or'), holders.map(({ name }) => name).join(', ') || t.nobody),
    );
    const list = (title: string, lines: readonly string[]) => [title, ...lines.map((line) => `• ${line}`)].join('\n');
    const may = list(
      t.may,
      held.map(({ label }) => label),
    );
    const parts = missing.length > 0 ? [first, may, list(t.mayNot, missing)] : [first, may];
    const others = (Object.keys(ROLE_NAMES) as ContactRole[]).filter((role) => !roles.includes(role));
    const buttons = others.map(
      (role): Button<Action> => ({
        label: `${t.ask}: ${ROLE_NAMES[role][locale]}`,
        action: { do: 'start', intent: 'access.request', slots: { role } },
      }),
    );
    const blocks: Block<Action>[] = [
      ...parts.map((text) => ({ type: 'text', text }) as const),
      ...(buttons.length > 0 ? [{ type: 'actions', buttons } as const] : []),
    ];
    return { replies: [{ text: parts.join('\n\n'), card: { blocks } }] };
  },
});

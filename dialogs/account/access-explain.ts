import type { Block, Button } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import { ROLE_NAMES, roleNames, withRoles } from '../../src/lib/role-names.ts';
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
      roles: (roles: string, account: string) => `Your role in ${account}: ${roles}.`,
      primary: 'You are its primary contact.',
      may: 'You can:',
      takes: (roles: string, who: string) => `${roles[0]!.toUpperCase()}${roles.slice(1)} (${who}) one could also:`,
      nobody: 'nobody has it now',
      ask: 'Ask for the role',
    },
    pl: {
      roles: (roles: string, account: string) => `Twoja rola na koncie ${account}: ${roles}.`,
      primary: 'Jesteś główną osobą kontaktową tego konta.',
      may: 'Możesz:',
      takes: (roles: string, who: string) => `Poza tym ${roles} (${who}) można:`,
      nobody: 'nikt jej teraz nie ma',
      ask: 'Poproś o rolę',
    },
  },
  async run({ portal, locale, account }, _values, { texts: t }) {
    const { roles, isPrimary, held, notHeld } = await portal.access.explain({});
    const own = t.roles(roleNames(locale, roles), account.name);
    const first = isPrimary ? `${own} ${t.primary}` : own;
    const list = (title: string, rules: readonly { label: string }[]) =>
      [title, ...rules.map(({ label }) => `• ${label}`)].join('\n');
    const missing = grouped(notHeld).map((rules) => {
      const { roles, holders } = rules[0]!;
      const who = holders.map(({ name }) => name).join(', ') || t.nobody;
      return list(t.takes(withRoles(locale, roles, 'or'), who), rules);
    });
    const others = (Object.keys(ROLE_NAMES) as ContactRole[]).filter((role) => !roles.includes(role));
    const buttons = others.map(
      (role): Button<Action> => ({
        label: `${t.ask}: ${ROLE_NAMES[role][locale]}`,
        action: { do: 'start', intent: 'access.request', slots: { role } },
      }),
    );
    const blocks: Block<Action>[] = [
      ...[first, list(t.may, held), ...missing].map((text) => ({ type: 'text', text }) as const),
      ...(buttons.length > 0 ? [{ type: 'actions', buttons } as const] : []),
    ];
    return { replies: [{ text: first, card: { blocks } }] };
  },
});

/** What is not held, what takes the same roles together. */
function grouped<T extends { roles: readonly ContactRole[] }>(rules: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const rule of rules) {
    const key = rule.roles.join();
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return [...groups.values()];
}

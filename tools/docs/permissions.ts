import { CONTACT_ROLES, POLICY, type Rule } from '../../src/portal/policy.ts';
import { generatedFrom, table } from './markdown.ts';

/** docs/permissions.md: who may do what, from the policy table the portal's door enforces. */
export function permissions(policy: Readonly<Record<string, Rule>> = POLICY): string {
  const rows = Object.entries(policy).map(([name, { roles, standIn, label }]) => [
    `\`${name}\``,
    ...CONTACT_ROLES.map((role) => (roles.includes(role) ? 'yes' : '-')),
    standIn ? 'yes' : '-',
    label.en,
    label.pl,
  ]);
  return `${generatedFrom('src/portal/policy.ts')}

# Who may do what

A person may do what any of their roles allows. *Stands in*: where no manager other than the requester is active, the
account's primary contact, if that is another person, may too.

${table(['permission', ...CONTACT_ROLES, 'stands in', 'in English', 'in Polish'], rows)}
`;
}

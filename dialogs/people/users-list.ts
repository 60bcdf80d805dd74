import type { Block } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import { counted, type Localized } from '../../src/lib/locale.ts';
import { withRoles } from '../../src/lib/role-names.ts';
import type { PersonView } from '../../src/portal/people/view.ts';
import { type Context, defineDialog, optional } from '../define.ts';
import { rolesSaid } from './roles.ts';
import { pageSlot } from './slots.ts';
import { rolesOf } from './words.ts';

const ROWS = 8;

const PEOPLE = {
  en: { one: 'person has', other: 'people have' },
  pl: { one: 'osoba ma', few: 'osoby mają', many: 'osób ma', other: 'osoby ma' },
} as const;

const LABELS: Localized<
  Record<'name' | 'email' | 'roles' | 'access' | 'active' | 'suspended' | 'primary' | 'you', string>
> = {
  en: {
    ...{ name: 'Name', email: 'E-mail', roles: 'Roles', access: 'Access' },
    ...{ active: 'active', suspended: 'suspended', primary: 'primary contact', you: 'you' },
  },
  pl: {
    ...{ name: 'Imię i nazwisko', email: 'E-mail', roles: 'Role', access: 'Dostęp' },
    ...{ active: 'aktywny', suspended: 'zawieszony', primary: 'główna osoba kontaktowa', you: 'Ty' },
  },
};

/** Who has access, with roles, the primary contact and who is suspended. */
export const listUsers = defineDialog({
  intent: 'users.list',
  permission: 'users.read',
  title: { en: 'Show who has access', pl: 'Pokaż, kto ma dostęp' },
  reads: true,
  slots: {
    roles: optional<PersonView['roles']>({
      takes: ['role'],
      resolve: (_ctx, { role }) => (role ? { value: rolesSaid(role) } : { missing: true }),
    }),
    after: pageSlot,
  },
  texts: {
    en: {
      title: 'People with access',
      summary: (active: number, suspended: number, roles: string | undefined) =>
        `${counted('en', active, PEOPLE)} access${roles ? ` ${roles}` : ''}${suspended > 0 ? `; ${suspended} suspended` : ''}.`,
      none: (roles: string | undefined) => `Nobody has access${roles ? ` ${roles}` : ''}.`,
      more: 'Show more',
      invite: 'Invite a colleague',
      invitations: 'Show invitations',
    },
    pl: {
      title: 'Osoby z dostępem',
      summary: (active: number, suspended: number, roles: string | undefined) =>
        `${counted('pl', active, PEOPLE)} dostęp${roles ? ` ${roles}` : ''}${suspended > 0 ? `; zawieszony dostęp: ${suspended}` : ''}.`,
      none: (roles: string | undefined) => `Nikt nie ma dostępu${roles ? ` ${roles}` : ''}.`,
      more: 'Pokaż więcej',
      invite: 'Zaproś współpracownika',
      invitations: 'Pokaż zaproszenia',
    },
  },
  async run(ctx, { roles, after = 0 }, { texts, slots }) {
    const everybody = await ctx.portal.users.list({});
    const all = roles ? everybody.filter((person) => roles.some((role) => person.roles.includes(role))) : everybody;
    const rows = all.slice(after, after + ROWS);
    const next = after + rows.length < all.length ? { next: String(after + rows.length) } : {};
    const said = slots.role ? { role: slots.role } : {};
    const active = all.filter(({ status }) => status === 'active').length;
    const named = roles && withRoles(ctx.locale, roles, 'or');
    const text = all.length > 0 ? texts.summary(active, all.length - active, named) : texts.none(named);
    const blocks: Block<Action>[] = [
      { type: 'text', text: texts.title, style: 'heading' },
      { type: 'text', text },
      ...(rows.length > 0 ? [table(ctx, rows)] : []),
      {
        type: 'actions',
        buttons: [
          ...(next.next
            ? [
                {
                  label: texts.more,
                  action: { do: 'start', intent: 'users.list', slots: { ...said, after: next.next } },
                } as const,
              ]
            : []),
          { label: texts.invite, action: { do: 'start', intent: 'users.invite' } },
          { label: texts.invitations, action: { do: 'start', intent: 'invites.list' } },
        ],
      },
    ];
    return {
      replies: [{ text, card: { blocks } }],
      shown: { kind: 'person', intent: 'users.list', slots: said, refs: rows.map(({ id }) => id), ...next },
    };
  },
});

function table({ locale }: Context, rows: readonly PersonView[]): Block<Action> {
  const t = LABELS[locale];
  const access = ({ status, isPrimary }: PersonView) => (isPrimary ? `${t[status]}, ${t.primary}` : t[status]);
  return {
    type: 'table',
    columns: [t.name, t.email, t.roles, t.access].map((label) => ({ label })),
    rows: rows.map((row) => ({
      cells: [row.isYou ? `${row.name} (${t.you})` : row.name, row.email, rolesOf(locale, row), access(row)],
    })),
  };
}

import type { Block } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import { counted } from '../../src/lib/locale.ts';
import { withRoles } from '../../src/lib/role-names.ts';
import type { PersonView } from '../../src/portal/people/view.ts';
import { defineDialog, optional } from '../define.ts';
import { pageSlot } from '../list-slots.ts';
import { peopleTable, personActions } from './people-table.ts';
import { rolesSaid } from './roles.ts';

const ROWS = 8;

const PEOPLE = {
  en: { one: 'person has', other: 'people have' },
  pl: { one: 'osoba ma', few: 'osoby mają', many: 'osób ma', other: 'osoby ma' },
} as const;

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
      ...(rows.length > 0 ? [peopleTable(ctx.locale, rows, (row) => personActions(ctx.locale, row))] : []),
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

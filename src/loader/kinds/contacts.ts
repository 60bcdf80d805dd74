import * as f from '../fields.ts';
import { defineKind } from '../kind.ts';

export const ROLES = ['finance', 'technical', 'management'] as const;

/** People, named by their e-mail. Roles are for new ones: afterwards people give and take them (PRODUCT.md section 2). */
export const contacts = defineKind({
  section: 'contacts',
  schema: f.fields({
    account: f.externalId(),
    email: f.email(),
    name: f.text(200),
    phone: f.optional(f.text(40)),
    locale: f.optional(f.locale()),
    timeZone: f.optional(f.timeZone()),
    roles: f.list(f.oneOf(ROLES)).default([]),
  }),
  table: 'contact',
  identity: { id: 'email' },
  columns: {
    name: (row) => row.name,
    phone: (row) => row.phone ?? null,
    locale: (row) => row.locale ?? null,
    timeZone: (row) => row.timeZone ?? null,
  },
  children: [
    {
      table: 'contact_role',
      parent: 'contactId',
      key: ['role'],
      columns: ['role'],
      rows: (row) => [...new Set(row.roles)].map((role) => ({ role })),
      ownMerge: true,
    },
  ],
  ownMerge: true,
});

import * as f from '../fields.ts';
import { defineKind } from '../kind.ts';
import { ROLES } from './contacts.ts';

const emails = () => f.list(f.email()).default([]);

/** Orders and quotes whose e-mails gave the first access. Their seats are read once, when they are first loaded. */
export const orderingDocuments = defineKind({
  section: 'orderingDocuments',
  schema: f.fields({
    id: f.externalId(),
    account: f.externalId(),
    number: f.documentNumber(),
    kind: f.oneOf(['order', 'quote']),
    issuedOn: f.date(),
    primaryEmail: f.email(),
    finance: emails(),
    technical: emails(),
    management: emails(),
  }),
  table: 'ordering_document',
  columns: {
    number: (row) => row.number,
    kind: (row) => row.kind,
    issuedOn: (row) => row.issuedOn,
    primaryEmail: (row) => row.primaryEmail,
  },
  children: [
    {
      table: 'ordering_document_seat',
      parent: 'documentId',
      key: ['role', 'email'],
      columns: ['role', 'email'],
      rows: (row) => ROLES.flatMap((role) => [...new Set(row[role])].map((email) => ({ role, email }))),
      ownMerge: true,
    },
  ],
});

import type { Query } from '../lib/sql.ts';
import { contacts } from './kinds/contacts.ts';
import { orderingDocuments } from './kinds/ordering-documents.ts';
import { mergedIds } from './stage.ts';

/** Somebody a file names who was not given what it says, because people decided otherwise before. */
export interface SkippedPerson {
  account: string;
  email: string;
  /** The ordering document that names them; absent when a row of `contacts` does. */
  document?: string;
  roles: string[];
  /** Removed or suspended by a person; or has access, and people look after the roles. */
  reason: 'removed' | 'suspended' | 'has_access';
}

/** People who came in by an ordering document alone, in the report. */
export const FROM_DOCUMENTS = 'people of ordering documents';

/**
 * Creates the contacts that new ordering documents and `contacts` name, with their roles. Whoever is known already,
 * removed and suspended people too, keeps the status and the roles that people gave (PRODUCT.md section 2).
 * @param now when a contact is told to be created
 * @returns those who did not get what the files say
 */
export async function mergePeople(tx: Query, now: Date): Promise<SkippedPerson[]> {
  await seatNewDocuments(tx);
  const skipped = await skippedPeople(tx);
  await createContacts(tx, now);
  await updateContacts(tx);
  return skipped;
}

const isNew = `JOIN load_touched x ON x.id = d.id AND x.inserted AND x.section = '${orderingDocuments.section}'`;

async function seatNewDocuments(tx: Query): Promise<void> {
  await tx.query(
    `INSERT INTO ordering_document_seat ("accountId", "documentId", role, email)
     SELECT d."accountId", d.id, s.role, s.email
     FROM load_ordering_document_seat s JOIN ${mergedIds(orderingDocuments)} d USING (n) ${isNew}`,
  );
  // Whom the new documents name, the primary e-mail that has no role as technical.
  await tx.query(
    `CREATE TEMP TABLE load_wanted ON COMMIT DROP AS
     SELECT d."accountId", s.role, s.email, o.number
     FROM load_ordering_document_seat s JOIN load_ordering_document o USING (n)
     JOIN ${mergedIds(orderingDocuments)} d USING (n) ${isNew}
     UNION ALL
     SELECT d."accountId", 'technical', o."primaryEmail", o.number
     FROM load_ordering_document o JOIN ${mergedIds(orderingDocuments)} d USING (n) ${isNew}
     WHERE NOT EXISTS (SELECT FROM load_ordering_document_seat s WHERE s.n = o.n AND s.email = o."primaryEmail")`,
  );
}

async function skippedPeople(tx: Query): Promise<SkippedPerson[]> {
  const { rows } = await tx.query<SkippedPerson & { document: string | null }>(
    `SELECT a."externalId" AS account, w.email, w.number AS document, array_agg(w.role ORDER BY w.role) AS roles,
       CASE c.status WHEN 'active' THEN 'has_access' ELSE c.status END AS reason
     FROM load_wanted w JOIN contact c USING ("accountId", email) JOIN account a ON a.id = w."accountId"
     WHERE c.status <> 'active' OR NOT EXISTS (SELECT FROM contact_role r WHERE r."contactId" = c.id AND r.role = w.role)
     GROUP BY a."externalId", w.email, w.number, c.status
     UNION ALL
     SELECT a."externalId", c.email, NULL, '{}', c.status
     FROM load_contact s JOIN account a ON a."externalId" = s.account
     JOIN contact c ON c."accountId" = a.id AND c.email = s."externalId" WHERE c.status = 'removed'
     ORDER BY 1, 2, 3`,
  );
  return rows.map(({ document, ...rest }) => ({ ...rest, ...(document === null ? {} : { document }) }));
}

async function createContacts(tx: Query, now: Date): Promise<void> {
  await tx.query(
    `WITH named AS (
       SELECT a.id AS "accountId", s."externalId" AS email, s.name, s.phone, s.locale, s."timeZone"
       FROM load_contact s JOIN account a ON a."externalId" = s.account),
     done AS (
       INSERT INTO contact ("accountId", email, name, phone, locale, "timeZone", "createdAt")
       SELECT "accountId", email,
         coalesce(n.name, initcap(regexp_replace(split_part(email, '@', 1), '[._+-]+', ' ', 'g'))),
         n.phone, n.locale, n."timeZone", $1
       FROM (SELECT DISTINCT "accountId", email FROM load_wanted) w FULL JOIN named n USING ("accountId", email)
       ON CONFLICT ("accountId", email) DO NOTHING
       RETURNING id, "accountId", email)
     INSERT INTO load_touched
     SELECT CASE WHEN EXISTS (SELECT FROM named n WHERE (n."accountId", n.email) = (d."accountId", d.email))
       THEN $2 ELSE $3 END, id, true FROM done d`,
    [now, contacts.section, FROM_DOCUMENTS],
  );
  await tx.query(
    `INSERT INTO contact_role ("accountId", "contactId", role)
     SELECT DISTINCT c."accountId", c.id, given.role
     FROM load_touched x JOIN contact c ON c.id = x.id
     JOIN (SELECT "accountId", email, role FROM load_wanted
       UNION SELECT a.id, s."externalId", r.role FROM load_contact_role r JOIN load_contact s USING (n)
         JOIN account a ON a."externalId" = s.account) given USING ("accountId", email)
     WHERE x.section IN ($1, $2)`,
    [contacts.section, FROM_DOCUMENTS],
  );
}

async function updateContacts(tx: Query): Promise<void> {
  await tx.query(
    `WITH done AS (
       UPDATE contact t SET name = s.name, phone = s.phone
       FROM load_contact s JOIN account a ON a."externalId" = s.account
       WHERE t."accountId" = a.id AND t.email = s."externalId" AND t.status <> 'removed'
         AND (t.name, t.phone) IS DISTINCT FROM (s.name, s.phone)
       RETURNING t.id)
     INSERT INTO load_touched SELECT $1, id, false FROM done`,
    [contacts.section],
  );
}

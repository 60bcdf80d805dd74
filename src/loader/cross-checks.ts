import type { Query } from '../lib/sql.ts';
import { KINDS } from './kinds/index.ts';
import type { Problems } from './problems.ts';
import { quoted, staged } from './stage.ts';

interface Found {
  file: number;
  row: number;
  section: string;
  id: string | null;
  field: string;
  message: string;
  /** Of what stands twice: which file it stands in first. */
  firstFile?: number;
}

/** What only all rows together can tell: duplicates, names of nothing, numbers that are taken. */
export async function crossCheck(tx: Query, files: readonly string[], problems: Problems): Promise<void> {
  for (const check of [duplicates(), unknownAccounts(), ...numbers(), ...references(), defaults(), roleless()]) {
    const { rows } = await tx.query<Found>(`${check} ORDER BY file, "row"`);
    for (const { file, firstFile = file, id, message, ...found } of rows) {
      const elsewhere = firstFile === file ? '' : ` of ${files[firstFile]}`;
      problems.add({ file: files[file]!, ...found, ...(id === null ? {} : { id }), message: message + elsewhere });
    }
  }
}

/** The row in the file of a staged row `s` of a kind. */
const seenOf = (section: string) =>
  `JOIN load_seen f ON f.section = '${section}' AND f.account = s.account AND f.id = s."externalId"`;

// Each statement finds rows that are right by themselves and wrong beside others.

function duplicates(): string {
  return `SELECT file, "row", section, id, ${idField('section')} AS field,
      'stands twice in this load, before at row ' || "firstRow" AS message, "firstFile"
    FROM (SELECT s.*, row_number() OVER same AS nth, first_value("row") OVER same AS "firstRow",
        first_value(file) OVER same AS "firstFile" FROM load_seen s
      WHERE id IS NOT NULL AND account IS NOT NULL WINDOW same AS (PARTITION BY section, account, id ORDER BY file, "row"
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) twice WHERE nth > 1`;
}

function idField(section: string): string {
  return `CASE ${section} WHEN 'contacts' THEN 'email' ELSE 'id' END`;
}

function unknownAccounts(): string {
  return `SELECT file, "row", section, id, 'account' AS field,
      'expected the external id of an account of this load or of an earlier one, got "' || account || '"' AS message
    FROM load_seen s WHERE section <> 'subscriptions' AND account IS NOT NULL
      AND NOT EXISTS (SELECT FROM load_seen o WHERE o.section = 'accounts' AND o.id = s.account)
      AND NOT EXISTS (SELECT FROM account a WHERE a."externalId" = s.account)`;
}

/** Numbers are unique in an account, in the load and with what is there. */
function numbers(): string[] {
  return KINDS.filter(({ section }) => ['invoices', 'contracts', 'orders'].includes(section)).map(
    (kind) => `SELECT f.file, f."row", f.section, f.id, 'number' AS field,
        'another row has the number ' || s.number || ': the one with the id ' || other AS message
      FROM (SELECT s.*, coalesce(lag("externalId") OVER (PARTITION BY account, number ORDER BY n),
          (SELECT t."externalId" FROM ${kind.table} t JOIN account a ON a.id = t."accountId"
           WHERE a."externalId" = s.account AND t.number = s.number AND t."externalId" <> s."externalId")) AS other
        FROM ${staged(kind)} s) s ${seenOf(kind.section)} WHERE other <> s."externalId"`,
  );
}

function references(): string[] {
  return KINDS.flatMap((kind) =>
    Object.entries(kind.references).map(
      ([column, { field, section, table }]) => `SELECT f.file, f."row", f.section, f.id, '${field}' AS field,
          'expected the external id of one of the account''s ${section}, got "' || s.${quoted(column)} || '"' AS message
        FROM ${staged(kind)} s ${seenOf(kind.section)} WHERE s.${quoted(column)} IS NOT NULL
          AND NOT EXISTS (SELECT FROM load_seen o WHERE o.section = '${section}' AND o.account = s.account
            AND o.id = s.${quoted(column)})
          AND NOT EXISTS (SELECT FROM ${table} t JOIN account a ON a.id = t."accountId"
            WHERE a."externalId" = s.account AND t."externalId" = s.${quoted(column)})`,
    ),
  );
}

function defaults(): string {
  return `SELECT f.file, f."row", f.section, f.id, 'default' AS field, 'the account has another default method in this load' AS message
    FROM (SELECT s.*, row_number() OVER (PARTITION BY account ORDER BY n) AS nth FROM load_payment_method s
      WHERE s."isDefault") s ${seenOf('methods')} WHERE nth > 1`;
}

/** A new contact needs a role, its own or from an ordering document that is new too (PRODUCT.md section 2). */
function roleless(): string {
  return `SELECT f.file, f."row", f.section, f.id, 'roles' AS field,
      'expected finance, technical or management: no new ordering document gives this new contact a role' AS message
    FROM load_contact s ${seenOf('contacts')}
    WHERE NOT EXISTS (SELECT FROM load_contact_role r WHERE r.n = s.n)
      AND NOT EXISTS (SELECT FROM contact c JOIN account a ON a.id = c."accountId"
        WHERE a."externalId" = s.account AND c.email = s."externalId")
      AND NOT EXISTS (SELECT FROM load_ordering_document d LEFT JOIN load_ordering_document_seat e USING (n)
        WHERE d.account = s.account AND s."externalId" IN (d."primaryEmail", e.email)
          AND NOT EXISTS (SELECT FROM ordering_document k JOIN account a ON a.id = k."accountId"
            WHERE a."externalId" = d.account AND k."externalId" = d."externalId"))`;
}

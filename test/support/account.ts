import { randomUUID } from 'node:crypto';
import { lastDigits } from '../../src/lib/document-number.ts';
import type { Sql } from '../../src/lib/sql.ts';
import type { ContactRole } from '../../src/portal/policy.ts';

interface NewInvoice {
  number: string;
  total?: string;
  currency?: string;
  issuedOn?: string;
  dueOn?: string;
  paidLoaded?: string;
}

interface NewMethod {
  token?: string;
  kind?: 'card' | 'bank';
  last4?: string;
  /** Year and month, `2030-12`. */
  expires?: string;
  isDefault?: boolean;
}

/** An account and who its people are. */
export interface PeopleOf {
  id: string;
  timeZone: string;
  /** The contact's id. */
  person(name: string): string;
  email(name: string): string;
}

/** One account, made by SQL as the database's owner, and ways to add to it. Ids are handed back. */
export interface TestAccount extends PeopleOf {
  invoice(invoice: NewInvoice): Promise<string>;
  method(method?: NewMethod): Promise<string>;
  limit(currency: string, amount: string): Promise<void>;
  dispute(invoiceId: string, by: string): Promise<void>;
  setRoles(name: string, roles: readonly ContactRole[]): Promise<void>;
  suspend(name: string): Promise<void>;
  sql: Sql;
}

/** @param people roles by name; each gets the e-mail NAME@ACCOUNT.example, the first is the primary contact */
export async function testAccount(
  sql: Sql,
  id: string,
  people: Record<string, readonly ContactRole[]>,
): Promise<TestAccount> {
  const timeZone = 'Europe/Warsaw';
  const domain = `${id.slice(0, 8)}.example`;
  const email = (name: string) => `${name}@${domain}`;
  const ids = new Map(Object.keys(people).map((name) => [name, randomUUID()]));
  await sql.query(
    `INSERT INTO account (id, "externalId", name, "timeZone", "supportEmail") VALUES ($1, $2, $3, $4, $5)`,
    [id, `A-${id}`, `Account ${id.slice(0, 4)}`, timeZone, `support@${domain}`],
  );
  for (const [name, roles] of Object.entries(people)) {
    const full = name[0]!.toUpperCase() + name.slice(1);
    await sql.query(`INSERT INTO contact (id, "accountId", email, name) VALUES ($1, $2, $3, $4)`, [
      ...[ids.get(name), id, email(name), full],
    ]);
    for (const role of roles)
      await sql.query(`INSERT INTO contact_role ("accountId", "contactId", role) VALUES ($1, $2, $3)`, [
        ...[id, ids.get(name), role],
      ]);
  }
  await sql.query(
    `INSERT INTO ordering_document ("accountId", "externalId", number, kind, "issuedOn", "primaryEmail")
     VALUES ($1, 'D-1', 'D-1', 'order', '2025-01-01', $2)`,
    [id, email(Object.keys(people)[0]!)],
  );
  return {
    ...{ id, timeZone, email, sql },
    person: (name) => ids.get(name)!,
    async invoice({ number, total = '100.00', currency = 'PLN', issuedOn = '2026-09-01', dueOn, paidLoaded = '0' }) {
      const invoiceId = randomUUID();
      await sql.query(
        `INSERT INTO invoice (id, "accountId", "externalId", number, type, "issuedOn", "dueOn", currency, net, tax, total,
           "paidLoaded", "lastDigits") VALUES ($1, $2, $3, $3, 'support', $4, $5, $6, $7, 0, $7, $8, $9)`,
        [...[invoiceId, id, number, issuedOn, dueOn ?? '2026-10-01', currency, total, paidLoaded, lastDigits(number)]],
      );
      return invoiceId;
    },
    async method({ token, kind = 'card', last4 = '4242', expires = '2030-12', isDefault = false } = {}) {
      const methodId = randomUUID();
      const [year, month] = expires.split('-').map(Number);
      await sql.query(
        `INSERT INTO payment_method (id, "accountId", "externalId", kind, brand, last4, "expMonth", "expYear",
           "isDefault", token) VALUES ($1::uuid, $2, $1::text, $3, $4, $5, $6, $7, $8, $9)`,
        [
          ...[methodId, id, kind, kind === 'card' ? 'visa' : null, last4],
          ...[kind === 'card' ? month : null, kind === 'card' ? year : null, isDefault, token ?? `tok_visa_${last4}`],
        ],
      );
      return methodId;
    },
    async limit(currency, amount) {
      await sql.query(`INSERT INTO approval_limit ("accountId", currency, amount) VALUES ($1, $2, $3)`, [
        ...[id, currency, amount],
      ]);
    },
    async dispute(invoiceId, by) {
      const caseId = randomUUID();
      await sql.query(
        `INSERT INTO support_case (id, "accountId", number, "contactId", kind, body)
         VALUES ($1::uuid, $2, $1::text, $3, 'dispute', 'wrong')`,
        [caseId, id, ids.get(by)],
      );
      await sql.query(
        `INSERT INTO dispute ("accountId", "invoiceId", "contactId", "caseId", reason) VALUES ($1, $2, $3, $4, 'wrong')`,
        [id, invoiceId, ids.get(by), caseId],
      );
    },
    async setRoles(name, roles) {
      await sql.query('DELETE FROM contact_role WHERE "contactId" = $1', [ids.get(name)]);
      await sql.query(`INSERT INTO contact_role ("accountId", "contactId", role) SELECT $1, $2, unnest($3::text[])`, [
        id,
        ids.get(name),
        roles,
      ]);
    },
    async suspend(name) {
      await sql.query(`UPDATE contact SET status = 'suspended' WHERE id = $1`, [ids.get(name)]);
    },
  };
}

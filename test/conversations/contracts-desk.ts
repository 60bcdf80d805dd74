import { copyTransactions } from '../../src/db/copy.ts';
import { systemIds } from '../../src/lib/clock.ts';
import type { ContractKind } from '../../src/lib/contract-words.ts';
import type { Locale } from '../../src/lib/locale.ts';
import { loadDocument } from '../../src/loader/load.ts';
import type { TestAccount } from '../support/account.ts';
import type { testDatabase } from '../support/database.ts';
import { portalWorld, type World } from '../support/portal.ts';
import { talkIn } from '../support/talk.ts';

interface NewContract {
  number: string;
  kind?: ContractKind;
  startsOn?: string;
  endsOn?: string;
  value?: string;
  currency?: string;
  autoRenew?: boolean;
  lines?: readonly (readonly [product: string, quantity: string, amount: string])[];
}

/** Adds a contract as a load would; its id. */
export async function addContract({ sql, id }: TestAccount, contract: NewContract): Promise<string> {
  const { number, kind = 'support', startsOn = '2026-01-01', endsOn = '2027-06-30', value = '100.00' } = contract;
  const { rows } = await sql.query<{ id: string }>(
    `INSERT INTO contract ("accountId", "externalId", number, kind, "startsOn", "endsOn", currency, value, "autoRenew")
     VALUES ($1, $2, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
    [id, number, kind, startsOn, endsOn, contract.currency ?? 'PLN', value, contract.autoRenew ?? false],
  );
  const contractId = rows[0]!.id;
  for (const [at, [product, quantity, amount]] of (contract.lines ?? []).entries()) {
    await sql.query(
      `INSERT INTO contract_line ("accountId", "contractId", position, product, quantity, amount)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, contractId, at + 1, product, quantity, amount],
    );
  }
  return contractId;
}

/** Adds a contract's renewal to payments due as a load would; its id. */
export async function addRenewal(
  { sql, id }: TestAccount,
  contractId: string,
  { dueOn, amount = '100.00', state = 'due' }: { dueOn: string; amount?: string; state?: 'due' | 'paid' },
): Promise<string> {
  const { rows } = await sql.query<{ id: string }>(
    `INSERT INTO payment_due ("accountId", "externalId", kind, description, "dueOn", currency, amount, "contractId", state)
     VALUES ($1, $2, 'support_renewal', 'Renewal', $3, 'PLN', $4, $5, $6) RETURNING id`,
    [id, `D-${contractId}-${dueOn}`, dueOn, amount, contractId, state],
  );
  return rows[0]!.id;
}

/** Loads a document's sections for the account; rows are given its external id. */
export async function load(
  { database, clock }: World,
  { id: accountId }: TestAccount,
  sections: Record<string, readonly Record<string, unknown>[]>,
): Promise<void> {
  const account = `A-${accountId}`;
  const document = Object.fromEntries(
    Object.entries(sections).map(([section, rows]) => [section, rows.map((row) => ({ account, ...row }))]),
  );
  const deps = {
    inTransaction: copyTransactions(database.pools.loader),
    clock,
    ids: systemIds,
    audit: async () => undefined,
  };
  await loadDocument('contracts.json', document, deps);
}

/** What is in payments due for renewals, the earliest first. */
export async function renewalsDue({ sql, id }: TestAccount) {
  const { rows } = await sql.query<Record<'number' | 'amount' | 'dueOn' | 'state' | 'description', string>>(
    `SELECT c.number, d.amount::numeric(18, 2)::text AS amount, d."dueOn"::text, d.state, d.description
     FROM payment_due d JOIN contract c ON c.id = d."contractId"
     WHERE d."accountId" = $1 AND d.kind = 'support_renewal' ORDER BY d."dueOn", c.number, d."externalId"`,
    [id],
  );
  return rows;
}

/** An account with contracts in every state; Tom (technical) renews them, Ann (finance) pays, Mia manages. */
export async function contractDesk(database: Awaited<ReturnType<typeof testDatabase>>, locale: Locale) {
  const world = await portalWorld(database);
  const account = await world.account({ mia: ['management'], tom: ['technical'], ann: ['finance'] });
  await account.sql.query('UPDATE contact SET locale = $2, "timeZone" = $3 WHERE "accountId" = $1', [
    ...[account.id, locale, 'Europe/Warsaw'],
  ]);
  const ids = {
    expiring: await addContract(account, {
      ...{ number: 'S-310', startsOn: '2025-12-12', endsOn: '2026-12-11', value: '9840.00' },
      lines: [['Premier Support', '1', '9840.00']],
    }),
    running: await addContract(account, {
      ...{
        number: 'S-322',
        startsOn: '2026-08-06',
        endsOn: '2027-08-05',
        value: '1920.00',
        currency: 'EUR',
        autoRenew: true,
      },
      lines: [['Extended Support', '4', '1920.00']],
    }),
    subscription: await addContract(account, {
      ...{ number: 'U-205', kind: 'subscription', endsOn: '2027-09-29', value: '41880.00', autoRenew: true },
      lines: [
        ['Cloud Database, 4 processors', '24', '36000.00'],
        ['Backup storage, TB', '96', '5880.00'],
      ],
    }),
    expired: await addContract(account, { number: 'S-287', startsOn: '2024-10-05', endsOn: '2025-10-04' }),
  };
  const talk = await talkIn(world);
  return {
    ...{ world, account, ids, talk },
    tom: await talk.person(account, 'tom'),
    by: <T>(texts: Record<Locale, T>): T => texts[locale],
  };
}

export type Desk = Awaited<ReturnType<typeof contractDesk>>;

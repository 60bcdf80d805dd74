import { copyTransactions } from '../../src/db/copy.ts';
import { demoDocument } from '../../src/demo/data.ts';
import { systemIds } from '../../src/lib/clock.ts';
import { dateIn } from '../../src/lib/dates.ts';
import { loadDocument } from '../../src/loader/load.ts';
import type { ContactRole } from '../../src/portal/policy.ts';
import type { PeopleOf } from './account.ts';
import type { World } from './portal.ts';

/** One of the demonstration's two accounts in a test's database; people go by their first name, e.g. `anna`. */
export interface DemoAccount extends PeopleOf {
  name: string;
  /** The id of what stands in a table under the number (or last digits) people know it by. */
  idOf(table: string, column: string, value: string): Promise<string>;
  setRoles(person: string, roles: readonly ContactRole[]): Promise<void>;
  /** Adds an active contact without a role. */
  add(person: string, name: string): Promise<void>;
}

/** The demonstration's books in the world's database: something of everything, for two accounts that share nothing. */
export async function demonstration(world: World): Promise<Record<'acme' | 'northwind', DemoAccount>> {
  const { pools } = world.database;
  await loadDocument('demonstration', demoDocument(dateIn('UTC', world.clock.now())), {
    inTransaction: copyTransactions(pools.loader),
    ...{ clock: world.clock, ids: systemIds, audit: async () => undefined },
  });
  const [acme, northwind] = [await demoAccount(world, 'ACME'), await demoAccount(world, 'NORTHWIND')];
  return { acme, northwind };
}

async function demoAccount({ database }: World, externalId: string): Promise<DemoAccount> {
  const { owner } = database.pools;
  const accounts = await owner.query<{ id: string; name: string; timeZone: string }>(
    'SELECT id, name, "timeZone" FROM account WHERE "externalId" = $1',
    [externalId],
  );
  const account = accounts.rows[0]!;
  const contacts = await owner.query<{ id: string; email: string }>(
    'SELECT id, email FROM contact WHERE "accountId" = $1',
    [account.id],
  );
  const people = new Map(contacts.rows.map((contact) => [contact.email.split(/[.@]/)[0]!, contact]));
  const person = (name: string) => people.get(name)!.id;
  return {
    ...account,
    person,
    email: (name) => people.get(name)!.email,
    async idOf(table, column, value) {
      const { rows } = await owner.query<{ id: string }>(
        `SELECT id FROM "${table}" WHERE "accountId" = $1 AND "${column}" = $2`,
        [account.id, value],
      );
      return rows[0]!.id;
    },
    async add(name, fullName) {
      const email = `${name}@acme-polska.example`;
      const { rows } = await owner.query<{ id: string }>(
        'INSERT INTO contact ("accountId", email, name) VALUES ($1, $2, $3) RETURNING id',
        [account.id, email, fullName],
      );
      people.set(name, { id: rows[0]!.id, email });
    },
    async setRoles(name, roles) {
      await owner.query('DELETE FROM contact_role WHERE "contactId" = $1', [person(name)]);
      await owner.query(`INSERT INTO contact_role ("accountId", "contactId", role) SELECT $1, $2, unnest($3::text[])`, [
        account.id,
        person(name),
        roles,
      ]);
    },
  };
}

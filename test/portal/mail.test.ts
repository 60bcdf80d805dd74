import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { sqlOn } from '../../src/db/sql.ts';
import { testAccount } from '../support/account.ts';
import { testDatabase } from '../support/database.ts';
import { portalWorld } from '../support/portal.ts';

const database = await testDatabase();
const world = await portalWorld(database);

it('numbers mails differently in accounts whose ids begin alike', async () => {
  const sql = sqlOn(database.pools.owner);
  for (const ending of [randomUUID(), randomUUID()]) {
    const account = await testAccount(sql, `00000000${ending.slice(8)}`, { tom: ['technical'] });
    await world.portalFor(account, 'tom').support.handover({ key: 'k', turns: [] });
  }
  const { rows } = await sql.query<{ number: string; text: string }>('SELECT number, text FROM mail');
  expect(new Set(rows.map(({ number }) => number)).size).toBe(2);
  for (const { number, text } of rows) expect(text).toContain(number);
});

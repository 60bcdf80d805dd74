import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TestAccount } from '../support/account.ts';
import { testDatabase } from '../support/database.ts';
import { portalWorld } from '../support/portal.ts';
import { type Talker, talkIn } from '../support/talk.ts';

const database = await testDatabase();

/** Nadia is a finance contact of two accounts under one e-mail: one chat user. */
async function nadia(): Promise<{ talker: Talker; first: TestAccount; second: TestAccount }> {
  const world = await portalWorld(database);
  const first = await world.account({ nadia: ['finance'] });
  const second = await world.account({ olga: ['finance'] });
  await first.invoice({ number: 'FIRST-1', total: '10.00' });
  await second.invoice({ number: 'SECOND-1', total: '20.00' });
  const talk = await talkIn(world);
  const talker = await talk.person(first, 'nadia');
  const { owner } = database.pools;
  const email = first.email('nadia');
  const contact = randomUUID();
  await owner.query(`INSERT INTO contact (id, "accountId", email, name) VALUES ($1, $2, $3, 'Nadia')`, [
    contact,
    second.id,
    email,
  ]);
  await owner.query(`INSERT INTO contact_role ("accountId", "contactId", role) VALUES ($1, $2, 'finance')`, [
    second.id,
    contact,
  ]);
  await owner.query(`INSERT INTO allowed_tenant ("accountId", platform, "tenantId") VALUES ($1, 'web', 'demo')`, [
    second.id,
  ]);
  await owner.query(
    `INSERT INTO chat_link ("accountId", "contactId", platform, "tenantId", "userId", email) VALUES ($1, $2, 'web', 'demo', $3, $3)`,
    [second.id, contact, email],
  );
  const names = await owner.query<{ id: string; name: string }>('SELECT id, name FROM account');
  for (const account of [first, second])
    Object.assign(
      account,
      names.rows.find(({ id }) => id === account.id),
    );
  return { talker, first, second };
}

const nameOf = (account: TestAccount) => (account as TestAccount & { name: string }).name;

describe('somebody of two accounts', () => {
  let talker: Talker;
  let first: TestAccount;
  let second: TestAccount;

  beforeEach(async () => {
    ({ talker, first, second } = await nadia());
  });

  it('takes nothing of one account into a case of the other', async () => {
    await talker.says('show invoice FIRST-1');
    await talker.presses(nameOf(first));
    await talker.says('switch account');
    await talker.presses(nameOf(second));
    await talker.says('show invoice SECOND-1');
    await talker.says('talk to a person');
    const { rows } = await database.pools.owner.query('SELECT body FROM support_case WHERE "accountId" = $1', [
      second.id,
    ]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).toContain('SECOND-1');
    expect(JSON.stringify(rows)).not.toContain('FIRST-1');
  });

  it('is asked for which before anything of either is shown, and then gets what was asked for', async () => {
    const asked = await talker.says('show my overdue invoices');
    expect(JSON.stringify(asked)).not.toMatch(/FIRST-1|SECOND-1/);
    expect(
      talker
        .messages()
        .flatMap(({ reply }) => reply.text)
        .join(),
    ).toContain('Which account');
    await talker.presses(nameOf(second));
    const seen = JSON.stringify(talker.messages());
    expect(seen).toContain('SECOND-1');
    expect(seen).not.toContain('FIRST-1');
  });

  it('who says something else instead is asked again, and it waits', async () => {
    await talker.says('show my overdue invoices');
    await talker.says('pay invoice FIRST-1');
    expect(JSON.stringify(talker.messages())).not.toMatch(/10\.00/);
    await talker.presses(nameOf(first));
    expect(talker.sees()).toContain('FIRST-1');
  });

  it('is asked once, and every answer names the account from then on', async () => {
    await talker.says('hello');
    await talker.presses(nameOf(first));
    await talker.says('show my overdue invoices');
    expect(talker.sees()).toContain('FIRST-1');
    expect(talker.sees()).toContain(`Account: ${nameOf(first)}`);
  });

  it('who switches loses what was open, and the buttons of the other account do nothing', async () => {
    await talker.says('hello');
    await talker.presses(nameOf(first));
    await talker.says('pay invoice FIRST-1');
    const pay = talker
      .messages()
      .flatMap(({ reply }) => JSON.stringify(reply))
      .join();
    expect(pay).toContain('FIRST-1');
    const old = talker.button('No, leave it');
    await talker.says(`switch to ${nameOf(second)}`);
    await talker.pressesId(old);
    expect(talker.sees()).not.toContain('left it as it was');
    await talker.says('yes');
    expect(JSON.stringify(talker.last())).not.toContain('FIRST-1');
    const { rows } = await database.pools.owner.query(`SELECT count(*)::int AS n FROM payment WHERE "accountId" = $1`, [
      first.id,
    ]);
    expect(rows[0].n).toBe(0);
  });
});

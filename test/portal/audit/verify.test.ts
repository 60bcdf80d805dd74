import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sqlOn } from '../../../src/db/sql.ts';
import { headsFile } from '../../../src/portal/audit/heads.ts';
import { verifyAudit } from '../../../src/portal/audit/verify.ts';
import type { Via } from '../../../src/portal/scope.ts';
import { testDatabase } from '../../support/database.ts';
import { portalWorld } from '../../support/portal.ts';
import { newKey } from '../payments/support.ts';

const world = await portalWorld(await testDatabase());
const owner = sqlOn(world.database.pools.owner);
const { key } = world.services.audit;

/** An account whose chain holds `n` records. */
async function chainOf(n: number) {
  const account = await world.account({ anna: ['finance'] });
  const { own } = world.portalFor(account, 'anna');
  const append = () => own.setLanguage({ key: newKey(), locale: 'pl' });
  for (let i = 0; i < n; i++) await append();
  const tamper = (sql: string) => owner.query(sql.replaceAll('$chain', `'${account.id}'`));
  const verify = async (secret = key) => {
    const { problems } = await verifyAudit(sqlOn(world.database.pools.system), secret, world.heads);
    return problems.filter(({ chain }) => chain === account.id).map(({ seq, problem }) => `${seq} ${problem}`);
  };
  return { account, append, tamper, verify };
}

describe('verifying the audit trail', () => {
  it('finds nothing wrong with a chain as it was written, and counts its records', async () => {
    const { verify } = await chainOf(4);
    expect(await verify()).toEqual([]);
    const { chains, records } = await verifyAudit(owner, key, world.heads);
    expect(records).toBeGreaterThanOrEqual(4);
    expect(chains).toBeGreaterThanOrEqual(1);
  });

  it.each([
    ['details', `details = '{"from":null,"to":"en"}'`],
    ['actor', `"actorId" = 'somebody else'`],
    ['outcome', `outcome = 'refused'`],
    ['time', `at = at + interval '1 millisecond'`],
    ['object', `object = 'x'`],
    ['channel', `channel = 'cli'`],
    ['hash', `hash = repeat('0', 64)`],
  ])('finds a changed %s', async (_, change) => {
    const { tamper, verify } = await chainOf(4);
    await tamper(`UPDATE audit_record SET ${change} WHERE chain = $chain AND seq = 2`);
    expect((await verify())[0]).toBe('2 changed');
  });

  it('finds one that is missing, in the middle and at the beginning', async () => {
    const { tamper, verify } = await chainOf(5);
    await tamper('DELETE FROM audit_record WHERE chain = $chain AND seq IN (1, 3)');
    expect(await verify()).toEqual(['1 missing', '3 missing']);
  });

  it('finds one taken out and the rest moved up', async () => {
    const { tamper, verify } = await chainOf(4);
    await tamper('DELETE FROM audit_record WHERE chain = $chain AND seq = 2');
    await tamper('UPDATE audit_record SET seq = seq + 99 WHERE chain = $chain AND seq > 2');
    await tamper('UPDATE audit_record SET seq = seq - 100 WHERE chain = $chain AND seq > 2');
    expect((await verify()).length).toBeGreaterThan(0);
  });

  it('finds two that changed places', async () => {
    const { tamper, verify } = await chainOf(5);
    await tamper(
      'UPDATE audit_record SET seq = CASE seq WHEN 2 THEN 1003 ELSE 1002 END WHERE chain = $chain AND seq IN (2, 3)',
    );
    await tamper('UPDATE audit_record SET seq = seq - 1000 WHERE chain = $chain AND seq > 1000');
    expect((await verify()).filter((found) => found.endsWith('reordered'))).toEqual(['2 reordered', '3 reordered']);
  });

  it('finds a cut-off end, the head inside cut back with it', async () => {
    const { tamper, verify } = await chainOf(4);
    await tamper('DELETE FROM audit_record WHERE chain = $chain AND seq > 2');
    expect(await verify()).toEqual(['3 cut_off']);
    await tamper(
      'UPDATE audit_head h SET seq = 2, hash = r.hash FROM audit_record r WHERE h.chain = $chain AND r.chain = h.chain AND r.seq = 2',
    );
    expect(await verify()).toEqual(['3 cut_off']);
  });

  it('finds a cut-off end that grew again since', async () => {
    const { tamper, verify, append } = await chainOf(4);
    await tamper('DELETE FROM audit_record WHERE chain = $chain AND seq > 2');
    await tamper(
      'UPDATE audit_head h SET seq = 2, hash = r.hash FROM audit_record r WHERE h.chain = $chain AND r.chain = h.chain AND r.seq = 2',
    );
    world.clock.move(1000);
    for (let i = 0; i < 3; i++) await append();
    expect(await verify()).toEqual(['3 changed', '4 changed']);
  });

  it('finds a chain that is gone altogether', async () => {
    const { tamper, verify } = await chainOf(3);
    await tamper('DELETE FROM audit_record WHERE chain = $chain');
    await tamper('DELETE FROM audit_head WHERE chain = $chain');
    expect(await verify()).toEqual(['1 cut_off']);
  });

  it('believes nothing under another key', async () => {
    const { verify } = await chainOf(2);
    expect(await verify(Buffer.alloc(32, 9))).toEqual(['1 changed', '2 changed']);
  });

  it('lets none of the product’s own roles change what is written', async () => {
    const { account } = await chainOf(1);
    for (const pool of ['tenant', 'system', 'loader'] as const) {
      for (const sql of [
        `UPDATE audit_record SET outcome = 'failed'`,
        'DELETE FROM audit_record',
        'DELETE FROM audit_head',
      ]) {
        await expect(
          sqlOn(world.database.pools[pool]).transaction(async (tx) => {
            await tx.query(`SELECT set_config('app.account_id', $1, true)`, [account.id]);
            await tx.query(sql);
          }),
        ).rejects.toThrow('permission denied');
      }
    }
  });
});

describe('the heads kept outside the database', () => {
  it('are all read back, also past a line that was torn', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'heads-'));
    afterAll(() => rm(folder, { recursive: true }));
    const heads = headsFile(join(folder, 'heads'));
    expect(await heads.read()).toEqual([]);
    const head = (seq: number) => ({ chain: 'c', seq, hash: `h${seq}` });
    await heads.keep(head(1));
    await writeFile(join(folder, 'heads'), '\n{"chain":"c","se', { flag: 'a' });
    await heads.keep(head(2));
    expect(await heads.read()).toEqual([head(1), head(2)]);
  });
});

describe('the trail as people see it', () => {
  it('is one’s own, or all of the account’s for a manager, newest first', async () => {
    const account = await world.account({ piotr: ['technical'], ewa: ['management'], anna: ['finance'] });
    const as = (name: string) => world.portalFor(account, name);
    await as('anna').own.setLanguage({ key: newKey(), locale: 'pl' });
    await as('ewa').users.suspend({ key: newKey(), contactId: account.person('piotr') });
    const via: Via = 'web';
    const seen = async (name: string, input = {}) =>
      (await as(name).audit.list(input)).entries.map(({ seq, actor, action, channel }) => [
        seq,
        actor.name,
        action,
        channel,
      ]);
    const [first, second] = [
      [1, 'Anna', 'own.setLanguage', via],
      [2, 'Ewa', 'users.suspend', via],
    ];
    expect(await seen('anna')).toEqual([first]);
    expect(await seen('ewa')).toEqual([second, first]);
    expect(await seen('ewa', { actorId: account.person('ewa') })).toEqual([second]);
    expect(await seen('ewa', { before: 2 })).toEqual([first]);
    expect(await seen('ewa', { from: '2026-11-04' })).toEqual([]);
    expect(await seen('ewa', { from: '2026-11-03', to: '2026-11-03' })).toEqual([second, first]);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../src/portal/audit/verify.ts';
import { testDatabase } from '../support/database.ts';
import { AUDIT_KEY, installation, installationStore } from '../support/slack-installs.ts';

const database = await testDatabase();
const NOON = new Date('2026-11-03T12:00:00Z');
const { store, sql, heads } = installationStore(database, () => NOON);
const installedAt = installation().installedAt;

beforeEach(async () => {
  await database.pools.owner.query('TRUNCATE slack_installation, slack_install_state');
});

const rows = async () => (await database.pools.owner.query('SELECT * FROM slack_installation ORDER BY id')).rows;

const trail = async () => {
  const { rows: records } = await sql.query(
    `SELECT action, object, "actorKind", channel, details FROM audit_record WHERE chain = 'system' ORDER BY seq`,
  );
  return records;
};

describe('installations in Slack', () => {
  it('are found in the order asked for, each by its own id', async () => {
    await store.save(installation({ id: 'E9', enterpriseId: 'E9', token: 'of the organisation' }));
    await store.save(installation({ id: 'T1', token: 'of T1' }));
    expect(await store.find(['T1', 'E9'])).toEqual([
      { id: 'T1', token: 'of T1' },
      { id: 'E9', token: 'of the organisation' },
    ]);
    expect(await store.find(['T2', 'E9'])).toEqual([{ id: 'E9', token: 'of the organisation' }]);
    expect(await store.find(['T2'])).toEqual([]);
  });

  it('keep no token once they have ended, and only the first end counts', async () => {
    await store.save(installation());
    expect(await store.end('T1', NOON)).toBe(true);
    expect(await store.end('T1', NOON)).toBe(false);
    expect(await store.find(['T1'])).toEqual([]);
    expect(await rows()).toMatchObject([{ id: 'T1', token: null, endedAt: NOON }]);
  });

  it('are not ended by what happened before them', async () => {
    await store.save(installation());
    expect(await store.end('T1', new Date(installedAt.getTime() - 1))).toBe(false);
    expect(await store.find(['T1'])).toHaveLength(1);
  });

  it('come back when the app is installed again', async () => {
    await store.save(installation());
    await store.end('T1', NOON);
    await store.save(installation({ token: 'a new one', scopes: ['chat:write', 'commands'], installedAt: NOON }));
    expect(await store.find(['T1'])).toEqual([{ id: 'T1', token: 'a new one' }]);
    expect(await rows()).toMatchObject([{ endedAt: null, scopes: ['chat:write', 'commands'] }]);
  });

  it('are recorded in the system’s audit trail, without a token', async () => {
    const before = (await trail()).length;
    await store.save(installation());
    await store.end('T1', NOON);
    await store.end('T1', NOON);
    const records = (await trail()).slice(before);
    expect(records).toEqual([
      {
        action: 'slack.install',
        object: 'slack:T1',
        actorKind: 'system',
        channel: 'slack',
        details: { installedBy: 'UADMIN' },
      },
      { action: 'slack.uninstall', object: 'slack:T1', actorKind: 'system', channel: 'slack', details: {} },
    ]);
    expect((await verifyAudit(sql, AUDIT_KEY, heads)).problems).toEqual([]);
    expect(heads.at(-1)).toMatchObject({ chain: 'system', seq: before + 2 });
  });

  it('are out of reach of a tenant and of a load', async () => {
    for (const pool of [database.pools.tenant, database.pools.loader]) {
      await expect(pool.query('SELECT token FROM slack_installation')).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('what a browser brings back from Slack', () => {
  it('counts once, for two replicas at once too', async () => {
    const spent = await Promise.all(Array.from({ length: 5 }, () => store.spend('nonce', NOON, 600_000)));
    expect(spent.filter(Boolean)).toHaveLength(1);
    expect(await store.spend('another', NOON, 600_000)).toBe(true);
  });

  it('is forgotten when it would be too old anyway', async () => {
    await store.spend('old', NOON, 600_000);
    await store.spend('new', new Date(NOON.getTime() + 600_001), 600_000);
    const { rows: kept } = await database.pools.owner.query('SELECT nonce FROM slack_install_state');
    expect(kept).toEqual([{ nonce: 'new' }]);
  });
});

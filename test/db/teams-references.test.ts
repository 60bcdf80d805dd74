import { beforeEach, describe, expect, it } from 'vitest';
import { sqlOn } from '../../src/db/sql.ts';
import { teamsConsents, teamsReferences } from '../../src/db/teams-references.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();
const sql = sqlOn(database.pools.system);
const references = teamsReferences(sql);
const consents = teamsConsents(sql);
const SERVICE = 'https://smba.trafficmanager.net/emea/';
const CHAT = {
  tenantId: 't',
  userId: 'u',
  conversationId: 'a:1',
  serviceUrl: SERVICE,
  memberId: '29:u',
  botId: '28:b',
};
const at = (minute: number) => new Date(Date.UTC(2026, 10, 3, 12, minute));

beforeEach(async () => {
  await database.pools.owner.query('TRUNCATE teams_reference, teams_consent');
});

const version = async () =>
  (await database.pools.owner.query<{ xmin: string }>('SELECT xmin FROM teams_reference')).rows[0]?.xmin;

describe('references', () => {
  it('are found as they were seen last', async () => {
    expect(await references.find('t', 'u')).toBeUndefined();
    await references.seen(CHAT, at(0));
    expect(await references.find('t', 'u')).toEqual(CHAT);
    await references.seen({ ...CHAT, serviceUrl: 'https://smba.trafficmanager.net/amer/' }, at(1));
    expect(await references.find('t', 'u')).toMatchObject({ serviceUrl: 'https://smba.trafficmanager.net/amer/' });
    expect(await references.find('t', 'other')).toBeUndefined();
    expect(await references.find('other', 'u')).toBeUndefined();
  });

  it('are written only where something is new', async () => {
    await references.seen(CHAT, at(0));
    const before = await version();
    await references.seen(CHAT, at(1));
    await references.seen({ tenantId: 't', userId: 'u', serviceUrl: SERVICE, memberId: '29:u' }, at(2));
    expect(await version()).toBe(before);
  });

  it('keep the personal chat of somebody who is seen elsewhere', async () => {
    await references.seen(CHAT, at(0));
    await references.seen({ tenantId: 't', userId: 'u', memberId: '29:new' }, at(1));
    expect(await references.find('t', 'u')).toEqual({ ...CHAT, memberId: '29:new' });
  });

  it('end, and begin again with the personal chat, not with what is seen elsewhere', async () => {
    await references.seen(CHAT, at(0));
    await references.end('t', 'u', at(1));
    expect(await references.find('t', 'u')).toMatchObject({ endedAt: at(1) });
    await references.seen({ tenantId: 't', userId: 'u', serviceUrl: SERVICE }, at(2));
    expect(await references.find('t', 'u')).toMatchObject({ endedAt: at(1) });
    await references.seen(CHAT, at(3));
    expect(await references.find('t', 'u')).toEqual(CHAT);
  });

  it('do not end by what is told late of the time before they began, nor begin by it', async () => {
    await references.seen(CHAT, at(5));
    await references.end('t', 'u', at(4));
    expect(await references.find('t', 'u')).toEqual(CHAT);
    await references.end('t', 'u', at(7));
    await references.seen(CHAT, at(6));
    expect(await references.find('t', 'u')).toMatchObject({ endedAt: at(7) });
  });

  it('tell where a tenant is spoken to, by whoever was seen last', async () => {
    expect(await references.serviceUrlOf('t')).toBeUndefined();
    await references.seen(CHAT, at(0));
    await references.seen({ tenantId: 't', userId: 'v' }, at(1));
    expect(await references.serviceUrlOf('t')).toBe(SERVICE);
    await references.seen({ tenantId: 't', userId: 'w', serviceUrl: 'https://smba.trafficmanager.net/in/' }, at(2));
    expect(await references.serviceUrlOf('t')).toBe('https://smba.trafficmanager.net/in/');
    expect(await references.serviceUrlOf('other')).toBeUndefined();
  });

  it('are out of reach of the roles that serve accounts and loads', async () => {
    for (const pool of [database.pools.tenant, database.pools.loader]) {
      await expect(pool.query('SELECT * FROM teams_reference')).rejects.toMatchObject({ code: '42501' });
      await expect(pool.query('SELECT * FROM teams_consent')).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('answers to consent cards', () => {
  it('are served by one of two that come at once', async () => {
    const claims = await Promise.all([1, 2, 3].map(() => consents.claim('card', at(0))));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('are taken over from whoever was stopped in the middle, and never once they were served', async () => {
    await consents.claim('card', at(0));
    expect(await consents.claim('card', at(2))).toBe(false);
    expect(await consents.claim('card', at(3))).toBe(true);
    await consents.answered('card', at(3));
    expect(await consents.claim('card', at(30))).toBe(false);
  });

  it('may be given again after they came to nothing', async () => {
    await consents.claim('card', at(0));
    await consents.release('card');
    expect(await consents.claim('card', at(0))).toBe(true);
  });

  it('are forgotten when no file is left that they could be about', async () => {
    await consents.claim('old', at(0));
    await consents.answered('old', at(0));
    await consents.claim('new', at(2 * 24 * 60 + 1));
    const { rows } = await database.pools.owner.query('SELECT id FROM teams_consent');
    expect(rows).toEqual([{ id: 'new' }]);
  });
});

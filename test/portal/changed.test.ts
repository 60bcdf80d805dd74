import { describe, expect, it } from 'vitest';
import { sqlOn } from '../../src/db/sql.ts';
import { openSystem } from '../../src/portal/system.ts';
import { testDatabase } from '../support/database.ts';
import { portalWorld } from '../support/portal.ts';

const database = await testDatabase();

describe('what shows an account', () => {
  it('is told of every change of it once it is committed, and of nothing that changed nothing', async () => {
    const world = await portalWorld(database);
    const account = await world.account({ ann: ['finance'], mia: ['management'] });
    const changed: string[] = [];
    const services = { ...world.services, changed: (accountId: string) => changed.push(accountId) };
    const [ann, mia] = ['ann', 'mia'].map((name) => world.portalFor(account, name, services));
    const waiting = async () => (await mia!.access.list({})).length;

    await ann!.own.setLanguage({ locale: 'pl', key: 'k1' });
    expect(changed.splice(0)).toEqual([account.id]);
    await ann!.own.setLanguage({ locale: 'pl', key: 'k1' });
    await ann!.invoices.list({});
    await expect(ann!.access.decline({ id: account.id, key: 'k2' })).rejects.toThrow();
    expect(changed).toEqual([]);

    await ann!.access.request({ role: 'technical', key: 'k3' });
    expect(changed.splice(0)).toContain(account.id);
    expect(await waiting()).toBe(1);
    world.clock.move(25 * 3_600_000);
    const { access } = openSystem(services, sqlOn(database.pools.system));
    for (const one of await access.unreminded()) await access.remind(one);
    expect(changed).toContain(account.id);
  });
});

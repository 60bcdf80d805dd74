import { beforeEach, describe, expect, it } from 'vitest';
import type { TestAccount } from '../../support/account.ts';
import { testDatabase } from '../../support/database.ts';
import { portalWorld, type World } from '../../support/portal.ts';
import { digestsOf, linkAll, reminding } from './support.ts';

const database = await testDatabase();

describe('a summary of what is overdue', () => {
  let world: World;
  let account: TestAccount;
  const at = (iso: string) => world.clock.move(Date.parse(iso) - world.clock.now().getTime());

  beforeEach(async () => {
    world = await portalWorld(database);
    account = await world.account({ ann: ['finance'] });
    await linkAll(account);
    await account.invoice({ number: 'INV-1', total: '100.00', dueOn: '2026-10-01' });
  });

  it('comes once, at nine of the next working day in the person’s time zone', async () => {
    const run = reminding(world);
    await run();
    expect(await digestsOf(account)).toEqual([]);
    at('2026-11-04T07:59:00Z');
    await run();
    expect(await digestsOf(account)).toEqual([]);
    at('2026-11-04T08:00:00Z');
    await run();
    await run();
    at('2026-11-05T08:00:00Z');
    await run();
    expect(await digestsOf(account)).toEqual([{ to: 'ann', at: '2026-11-04T08:00:00.000Z' }]);
  });
});

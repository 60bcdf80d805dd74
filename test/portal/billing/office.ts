import { copyTransactions } from '../../../src/db/copy.ts';
import { sqlOn } from '../../../src/db/sql.ts';
import { systemIds } from '../../../src/lib/clock.ts';
import { loadDocument } from '../../../src/loader/load.ts';
import type { PortalServices } from '../../../src/portal/operation.ts';
import { openSystem } from '../../../src/portal/system.ts';
import { testDatabase } from '../../support/database.ts';
import { portalWorld } from '../../support/portal.ts';
import { billingOf } from './support.ts';

/** A portal for the file's tests, and an account for each: Anna and Jan look after billing, Ewa manages, Tom orders. */
export async function billingOffice() {
  const world = await portalWorld(await testDatabase());
  const { gateway } = world.services;
  const { pools } = world.database;
  const { billing: system } = openSystem(world.services, sqlOn(pools.system));
  gateway.onEvent(system.onEvent);

  async function office() {
    const account = await world.account({
      ...{ anna: ['finance'], jan: ['finance'], ewa: ['management'], tom: ['technical'] },
    });
    await billingOf(account);
    const door = (name: string, others: Partial<PortalServices> = {}) => world.portalFor(account, name, others).billing;
    /** Loads rows of the account. */
    const load = (rows: Record<string, readonly object[]>) =>
      loadDocument('rows.json', rows, {
        ...{ inTransaction: copyTransactions(pools.loader), clock: world.clock, ids: systemIds },
        audit: async () => undefined,
      });
    return { account, door, anna: door('anna'), jan: door('jan'), load };
  }

  return { ...world, gateway, system, office };
}

/** The session that a page's address ends with. */
export const sessionIn = ({ url }: { url: string }): string => url.split('/').at(-1)!;

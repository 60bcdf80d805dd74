import { sqlOn } from '../../../src/db/sql.ts';
import type { Locale } from '../../../src/lib/locale.ts';
import type { PortalServices } from '../../../src/portal/operation.ts';
import { openSystem } from '../../../src/portal/system.ts';
import { testDatabase } from '../../support/database.ts';
import { portalWorld } from '../../support/portal.ts';

/**
 * A portal for the file's tests, and an account for each: Anna and Jan pay, Ewa manages, Piotr is the primary contact
 * and orders things.
 */
export async function paymentOffice() {
  const world = await portalWorld(await testDatabase());
  const system = openSystem(world.services, sqlOn(world.database.pools.system));
  world.services.gateway.onEvent(system.payments.onEvent);
  const { payments } = system;

  async function office(others: Partial<PortalServices> = {}) {
    const account = await world.account({
      piotr: ['technical'],
      anna: ['finance'],
      jan: ['finance'],
      ewa: ['management'],
    });
    const method = { id: await account.method({ isDefault: true }) };
    const portal = (name: string, more = others, locale: Locale = 'en') => world.portalFor(account, name, more, locale);
    return {
      account,
      method,
      portal,
      anna: portal('anna'),
      jan: portal('jan'),
      ewa: portal('ewa'),
      piotr: portal('piotr'),
    };
  }

  /** What the scheduled jobs do in one round. */
  async function runJobs(): Promise<void> {
    for (const one of await payments.unsettled()) await payments.settle(one);
    for (const one of await payments.reviewed()) await payments.endReview(one);
    for (const one of await payments.lapsing()) await payments.lapse(one);
    for (const one of await payments.unreminded()) await payments.remind(one);
  }

  return { ...world, gateway: world.services.gateway, system, office, runJobs };
}

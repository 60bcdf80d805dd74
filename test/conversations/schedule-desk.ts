import { randomUUID } from 'node:crypto';
import type { Locale } from '../../src/lib/locale.ts';
import type { TestAccount } from '../support/account.ts';
import type { testDatabase } from '../support/database.ts';
import { portalWorld } from '../support/portal.ts';
import { talkIn } from '../support/talk.ts';

interface NewSubscription {
  product: string;
  quantity?: string;
  startsOn?: string;
  endsOn?: string | null;
  /** Charge dates with amounts, PLN where no currency is said. */
  charges?: readonly (readonly [on: string, amount: string, currency?: string])[];
}

/** Adds a plan with subscriptions as a load would; the subscriptions' ids. */
export async function addPlan(
  { sql, id }: TestAccount,
  name: string,
  subscriptions: readonly NewSubscription[],
): Promise<string[]> {
  const planId = randomUUID();
  await sql.query(`INSERT INTO plan (id, "accountId", "externalId", name) VALUES ($1::uuid, $2, $1::text, $3)`, [
    ...[planId, id, name],
  ]);
  const ids: string[] = [];
  for (const { product, quantity = '1', startsOn = '2026-01-01', endsOn = null, charges = [] } of subscriptions) {
    const subscriptionId = randomUUID();
    await sql.query(
      `INSERT INTO subscription (id, "accountId", "planId", "externalId", product, quantity, "startsOn", "endsOn")
       VALUES ($1::uuid, $2, $3, $1::text, $4, $5, $6, $7)`,
      [subscriptionId, id, planId, product, quantity, startsOn, endsOn],
    );
    for (const [on, amount, currency = 'PLN'] of charges) {
      await sql.query(
        `INSERT INTO scheduled_charge ("accountId", "subscriptionId", "chargeOn", currency, amount, "periodFrom", "periodTo")
         VALUES ($1, $2, $3::date, $4, $5, $3::date, $3::date + 29)`,
        [id, subscriptionId, on, currency, amount],
      );
    }
    ids.push(subscriptionId);
  }
  return ids;
}

/** An account with two plans and their schedules; Ann (finance) pays, Tom (technical) does not see the schedule. */
export async function scheduleDesk(database: Awaited<ReturnType<typeof testDatabase>>, locale: Locale) {
  const world = await portalWorld(database);
  const account = await world.account({ mia: ['management'], tom: ['technical'], ann: ['finance'] });
  await account.sql.query('UPDATE contact SET locale = $2, "timeZone" = $3 WHERE "accountId" = $1', [
    ...[account.id, locale, 'Europe/Warsaw'],
  ]);
  await addPlan(account, 'Cloud Services, yearly', [
    {
      ...{ product: 'Cloud Database, 4 processors', endsOn: '2027-09-29' },
      charges: [
        ['2026-10-21', '1845.00'],
        ['2026-11-21', '1845.00'],
        ['2026-12-21', '1845.00'],
      ],
    },
    { product: 'Backup storage, TB', quantity: '4', endsOn: '2026-10-31', charges: [['2026-10-21', '301.35']] },
  ]);
  await addPlan(account, 'Developer tools', [
    { product: 'Build service, team', startsOn: '2026-04-07', charges: [['2026-11-14', '149.00', 'EUR']] },
  ]);
  const talk = await talkIn(world);
  return {
    ...{ world, account, talk },
    ann: await talk.person(account, 'ann'),
    by: <T>(texts: Record<Locale, T>): T => texts[locale],
  };
}

export type Desk = Awaited<ReturnType<typeof scheduleDesk>>;

import { randomUUID } from 'node:crypto';
import { sqlOn } from '../../src/db/sql.ts';
import { type SimulatedGateway, simulatedGateway } from '../../src/gateways/simulated/gateway.ts';
import { systemIds } from '../../src/lib/clock.ts';
import type { Locale } from '../../src/lib/locale.ts';
import type { Head } from '../../src/portal/audit/chain.ts';
import { openPortal, type Portal } from '../../src/portal/open.ts';
import type { PortalServices } from '../../src/portal/operation.ts';
import type { ContactRole } from '../../src/portal/policy.ts';
import { mintPrincipal } from '../../src/portal/principal.ts';
import { type PeopleOf, type TestAccount, testAccount } from './account.ts';
import type { testDatabase } from './database.ts';
import { quietLog } from './log.ts';

type TestDatabase = Awaited<ReturnType<typeof testDatabase>>;

/** A clock that stands still until it is moved. */
export function standingClock(start = '2026-11-03T10:00:00Z') {
  let time = Date.parse(start);
  return {
    now: () => new Date(time),
    move(ms: number) {
      time += ms;
    },
  };
}

export interface World {
  database: TestDatabase;
  services: PortalServices & { gateway: SimulatedGateway };
  clock: ReturnType<typeof standingClock>;
  /** The heads of the audit chains, as they would stand outside the database. */
  heads: Head[];
  /** An account with these people by the part of their e-mail before the @; the first is the primary contact. */
  account(people: Record<string, readonly ContactRole[]>): Promise<TestAccount>;
  /** The portal's door for a person of the account. */
  portalFor(account: PeopleOf, name: string, services?: Partial<PortalServices>, locale?: Locale): Portal;
}

/** A portal on the file's test database, with the simulated gateway and a clock standing at 10:00 UTC on 3 November 2026. */
export async function portalWorld(database: TestDatabase): Promise<World> {
  const clock = standingClock();
  const sql = sqlOn(database.pools.owner);
  const gateway = await simulatedGateway({ sql, clock, ids: systemIds, publicUrl: 'http://localhost', payee: 'Acme' });
  const heads: Head[] = [];
  const services = {
    db: database,
    clock,
    ids: systemIds,
    log: quietLog,
    gateway,
    payments: 'on-file' as const,
    audit: {
      key: Buffer.alloc(32, 1),
      heads: {
        async keep(head: Head) {
          heads.push(head);
        },
        read: async () => [...heads],
      },
    },
    secretsKey: Buffer.alloc(32, 2),
    payee: 'Northern Cloud Ltd',
    afterCommit: () => undefined,
    changed: () => undefined,
  };
  return {
    ...{ database, services, clock, heads },
    account: (people) => testAccount(sql, randomUUID(), people),
    portalFor(account, name, others = {}, locale = 'en') {
      const person = mintPrincipal({
        contactId: account.person(name),
        accountId: account.id,
        locale,
        timeZone: account.timeZone,
      });
      return openPortal({ ...services, ...others }, person, 'web');
    },
  };
}

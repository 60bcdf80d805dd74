import { Pool } from 'pg';
import { CodedError } from '../lib/errors.ts';
import type { Logger } from '../lib/logger.ts';
import { withSession } from './connection.ts';
import { prepareStatements } from './prepared.ts';
import { assertTenantRole, ROLES } from './roles.ts';

/**
 * One pool for each set of rights. `owner` has none of the roles: it is for what only an owner may do, such as
 * making the queue's schema, and never for serving anybody.
 */
export interface Pools {
  tenant: Pool;
  system: Pool;
  /**
   * The system's rights for taking events in, apart from its other work: a platform that waits three seconds for its
   * acknowledgement waits for one insert and not behind turns.
   */
  intake: Pool;
  loader: Pool;
  owner: Pool;
}

const SIZES: Readonly<Record<keyof Pools, number>> = { tenant: 10, system: 10, intake: 4, loader: 2, owner: 2 };
const CONNECT_MS = 10_000;
/**
 * How long taking an event in may wait for a connection, and how long the insert may take: a late one is cancelled. What
 * comes through all the same after somebody was told that nothing is done is withdrawn by whoever told them.
 */
const INTAKE_MS = 2_000;
const ROLE_OF = { ...ROLES, intake: ROLES.system } as const;

/**
 * @param url connection string of the owner, who may take the three roles
 * @throws CodedError `internal`: `session_not_utc` or `tenant_role_unsafe`
 */
export async function openPools(url: string, log: Logger): Promise<Pools> {
  const open = (pool: keyof Pools) => {
    const role = pool === 'owner' ? {} : { role: ROLE_OF[pool] };
    const special = { tenant: { planEach: true }, intake: { limit: INTAKE_MS }, system: {}, loader: {}, owner: {} };
    const session = withSession(url, { name: `portal ${pool}`, ...role, ...special[pool] });
    const connectionTimeoutMillis = pool === 'intake' ? INTAKE_MS : CONNECT_MS;
    const opened = new Pool({ ...session, max: SIZES[pool], connectionTimeoutMillis });
    // One that the pool has let go of still hears of its server's end; without a listener that would end the process.
    opened.on('connect', (client) => void client.on('error', () => undefined));
    // A connection lost while idle is replaced by the next query; without a listener it would end the process.
    return opened.on('error', (err) => {
      // `pool.end` does not wait for the sockets, so a server that stops right after it is still heard.
      if (!opened.ending) log.warn({ err, pool }, 'lost an idle database connection');
    });
  };
  const [system, intake] = [prepareStatements(open('system')), prepareStatements(open('intake'))];
  const pools = { tenant: open('tenant'), system, intake, loader: open('loader'), owner: open('owner') };
  try {
    await Promise.all(Object.values(pools).map(assertUtc));
    await assertTenantRole(pools.tenant);
    return pools;
  } catch (error) {
    await closePools(pools);
    throw error;
  }
}

/** Waits for what is under way and closes all connections. */
export async function closePools(pools: Pools): Promise<void> {
  await Promise.all(Object.values(pools).map((pool) => pool.end()));
}

async function assertUtc(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ TimeZone: string }>('SHOW TimeZone');
  if (rows[0]?.TimeZone !== 'UTC') throw new CodedError('internal', 'session_not_utc', { ...rows[0] });
}

import type { Ids } from '../../lib/clock.ts';
import { CodedError } from '../../lib/errors.ts';
import type { Locale } from '../../lib/locale.ts';
import type { Query, Sql } from '../../lib/sql.ts';
import type { AddedMethod, SetupRequest } from '../../portal/ports.ts';
import { lockKey } from './charges.ts';
import { recordEvent } from './events.ts';
import { keepMethod } from './methods.ts';

/** A session of the page on which one method can be added. */
export interface Setup {
  session: string;
  key: string;
  kind: AddedMethod['kind'];
  customer: SetupRequest['customer'];
  locale: Locale;
  expiresAt: Date;
  status: 'open' | 'done' | 'cancelled' | 'expired';
  /** What was added, as it may be shown. */
  added?: { kind: AddedMethod['kind']; brand: string | null; last4: string };
}

interface SetupRow extends Omit<Setup, 'expiresAt' | 'added'> {
  expires_at: Date;
  added: Setup['added'] | null;
}

async function setupBy(tx: Query, column: 'key' | 'session', value: string): Promise<Setup | undefined> {
  const { rows } = await tx.query<SetupRow>(
    `select s.session, s.key, s.kind, jsonb_build_object('id', s.customer_id, 'name', s.customer) as customer, s.locale,
       s.expires_at, s.status,
       case when m.token is not null then jsonb_build_object('kind', m.kind, 'brand', m.brand, 'last4', m.last4) end as added
     from simulated_gateway.setup s left join simulated_gateway.method m using (token) where s.${column} = $1`,
    [value],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { expires_at: expiresAt, added, ...rest } = row;
  return { ...rest, expiresAt, ...(added && { added }) };
}

/** The setup with this session, whatever became of it. */
export const setupAt = (tx: Query, session: string): Promise<Setup | undefined> => setupBy(tx, 'session', session);

/**
 * Opens a setup, or finds the one opened with the same key and parameters. Throws CodedError `conflict` `key_reused`
 * when the key was used with others.
 */
export async function openSetup(sql: Sql, ids: Ids, request: SetupRequest): Promise<Setup> {
  const { key, kind, customer, locale, expiresAt } = request;
  return sql.transaction(async (tx) => {
    await lockKey(tx, key);
    const known = await setupBy(tx, 'key', key);
    if (known) {
      const same = known.kind === kind && known.customer.id === customer.id && +known.expiresAt === +expiresAt;
      if (!same) throw new CodedError('conflict', 'key_reused', { key });
      return known;
    }
    await tx.query(
      `insert into simulated_gateway.setup (session, key, kind, customer_id, customer, locale, expires_at, status)
       values ($1, $2, $3, $4, $5, $6, $7, 'open')`,
      [ids.token(24), key, kind, customer.id, customer.name, locale, expiresAt],
    );
    return (await setupBy(tx, 'key', key))!;
  });
}

/** Ends open setups whose time is over, and keeps the event of each. */
export async function expireSetups(sql: Query, now: Date): Promise<void> {
  await sql.query(
    `with ended as (
       update simulated_gateway.setup set status = 'expired' where status = 'open' and expires_at <= $1 returning key
     ) insert into simulated_gateway.event (type, key, at) select 'method.expired', key, $1 from ended`,
    [now],
  );
}

/** Adds a method once: of two submits at once the second finds the setup done and is left without effect. */
export const finishSetup = (sql: Sql, session: string, added: AddedMethod, now: Date): Promise<void> =>
  ending(sql, session, async (tx, { key, customer }) => {
    const method = await keepMethod(tx, customer.id, added);
    await tx.query(`update simulated_gateway.setup set status = 'done', token = $2 where session = $1`, [
      ...[session, method.token],
    ]);
    await recordEvent(tx, { type: 'method.added', key, method }, now);
  });

/** Ends a setup at the person's own wish. */
export const cancelSetup = (sql: Sql, session: string, now: Date): Promise<void> =>
  ending(sql, session, async (tx, { key }) => {
    await tx.query(`update simulated_gateway.setup set status = 'cancelled' where session = $1`, [session]);
    await recordEvent(tx, { type: 'method.cancelled', key }, now);
  });

/** Runs `end` where the setup is still open once nobody else can change it. */
async function ending(sql: Sql, session: string, end: (tx: Query, setup: Setup) => Promise<void>): Promise<void> {
  const { key } = (await setupAt(sql, session)) ?? {};
  if (key === undefined) return;
  await sql.transaction(async (tx) => {
    await lockKey(tx, key);
    const setup = await setupBy(tx, 'key', key);
    if (setup?.status === 'open') await end(tx, setup);
  });
}

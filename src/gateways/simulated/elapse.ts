import type { Query, Sql } from '../../lib/sql.ts';
import { type ChargeRequest, chargeOf, lockKey, type Plan, record } from './charges.ts';
import { isRemoved } from './methods.ts';
import { declineOf } from './tokens.ts';

/** What a charge of this method comes to when nothing goes wrong. */
export async function normally(tx: Query, request: ChargeRequest): Promise<Plan> {
  const reason = (await isRemoved(tx, request.method)) ? 'unknown_method' : declineOf(request.method);
  return reason ? { status: 'declined', reason } : { status: 'succeeded' };
}

/**
 * Lets the time until `now` pass at the provider: pending charges whose time has come are settled, late requests are
 * executed unless their key was charged meanwhile. With `everything`, all of them, whenever they were due.
 */
export async function elapse(sql: Sql, now: Date, everything: boolean, newReference: () => string): Promise<void> {
  if (!(await anythingDue(sql, now, everything))) return;
  await sql.query(
    `update simulated_gateway.charge
        set status = becomes, reason = case becomes when 'declined' then 'declined' end
      where status = 'pending' and ($2 or due_at <= $1)`,
    [now, everything],
  );
  for (;;) {
    const executed = await sql.transaction(async (tx) => {
      const request = await nextLate(tx, now, everything);
      if (!request) return false;
      await lockKey(tx, request.key);
      if (!(await chargeOf(tx, request.key)))
        await record(tx, request, await normally(tx, request), newReference(), now);
      return true;
    });
    if (!executed) return;
  }
}

/** Keeps a request that will be executed after its caller has given up. */
export async function postpone(tx: Query, request: ChargeRequest, dueAt: Date | undefined): Promise<void> {
  await tx.query('insert into simulated_gateway.late_request (request, due_at) values ($1, $2)', [
    JSON.stringify(request),
    dueAt ?? null,
  ]);
}

async function anythingDue(sql: Query, now: Date, everything: boolean): Promise<boolean> {
  const { rows } = await sql.query<{ due: boolean }>(
    `select exists (select from simulated_gateway.charge where status = 'pending' and ($2 or due_at <= $1))
         or exists (select from simulated_gateway.late_request where $2 or due_at <= $1) as due`,
    [now, everything],
  );
  return rows[0]?.due === true;
}

async function nextLate(tx: Query, now: Date, everything: boolean): Promise<ChargeRequest | undefined> {
  const { rows } = await tx.query<{ request: ChargeRequest }>(
    `delete from simulated_gateway.late_request where id = (
       select id from simulated_gateway.late_request where $2 or due_at <= $1 order by id limit 1 for update skip locked
     ) returning request`,
    [now, everything],
  );
  return rows[0]?.request;
}

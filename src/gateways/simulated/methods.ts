import type { Query } from '../../lib/sql.ts';
import type { AddedMethod } from '../../portal/ports.ts';

/** Keeps a method that was added on the page: all there is of it. */
export async function keepMethod(tx: Query, method: AddedMethod): Promise<void> {
  const { token, kind, brand, last4, expMonth, expYear } = method;
  await tx.query(
    `insert into simulated_gateway.method (token, kind, brand, last4, exp_month, exp_year)
     values ($1, $2, $3, $4, $5, $6)`,
    [token, kind, brand ?? null, last4, expMonth ?? null, expYear ?? null],
  );
}

/** Takes a method away. Those of loaded data are in no book here, and several accounts may name the same one. */
export async function removeMethod(sql: Query, token: string, now: Date): Promise<void> {
  await sql.query('update simulated_gateway.method set removed_at = $2 where token = $1 and removed_at is null', [
    ...[token, now],
  ]);
}

/** Whether the method was taken away. */
export async function isRemoved(tx: Query, token: string): Promise<boolean> {
  const { rows } = await tx.query(
    'select 1 from simulated_gateway.method where token = $1 and removed_at is not null',
    [token],
  );
  return rows.length > 0;
}

import type { Query } from '../../lib/sql.ts';
import type { AddedMethod } from '../../portal/ports.ts';
import { lockKey } from './charges.ts';

/** Keeps a method that was added on the page, all there is of it, and finds those that are the same. */
export async function keepMethod(tx: Query, customerId: string, method: AddedMethod): Promise<AddedMethod> {
  const { token, kind, brand, last4, expMonth, expYear } = method;
  await lockKey(tx, `customer ${customerId}`);
  const { rows } = await tx.query<{ token: string }>(
    `select token from simulated_gateway.method
      where customer_id = $1 and split_part(token, '.', 1) = split_part($2, '.', 1) and removed_at is null
        and exp_month is not distinct from $3 and exp_year is not distinct from $4`,
    [customerId, token, expMonth ?? null, expYear ?? null],
  );
  await tx.query(
    `insert into simulated_gateway.method (token, customer_id, kind, brand, last4, exp_month, exp_year)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [token, customerId, kind, brand ?? null, last4, expMonth ?? null, expYear ?? null],
  );
  return rows.length > 0 ? { ...method, sameAs: rows.map((one) => one.token) } : method;
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

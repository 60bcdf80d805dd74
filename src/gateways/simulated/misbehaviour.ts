import type { Query } from '../../lib/sql.ts';

/** How the simulated provider goes wrong (PRODUCT.md section 3). Each step is used up by the next call it fits. */
export type Misbehaviour =
  | { kind: 'decline'; reason?: 'declined' | 'insufficient_funds' | 'expired' }
  /** Charged, but the caller never hears of it. */
  | { kind: 'time_out_after_charging' }
  /** The request got lost on its way. */
  | { kind: 'time_out_before_charging' }
  /** The caller hears nothing, look-ups say "not found", and after `afterMs` (or at `advance()`) it is charged after all. */
  | { kind: 'execute_late'; afterMs?: number }
  /** Charged at once, answered after `afterMs`, or at `advance()`. */
  | { kind: 'answer_late'; afterMs?: number }
  /** Answered "pending"; after `afterMs` (or at `advance()`) it becomes what `then` says. */
  | { kind: 'pending'; then: 'succeeded' | 'declined'; afterMs?: number }
  /** Lasts until `behave()`: a key older than `afterMs` is forgotten, so that a repeat charges again. */
  | { kind: 'forget_keys'; afterMs: number }
  /** The next submit on a page that was voided, cancelled or has expired pays it nevertheless. */
  | { kind: 'pay_ended_page' };

type Kind = Misbehaviour['kind'];
type Step<K extends Kind> = Extract<Misbehaviour, { kind: K }>;

/** The kinds a charge uses up, one a charge, in the order they were told. */
export const CHARGE_KINDS = [
  'decline',
  'time_out_after_charging',
  'time_out_before_charging',
  'execute_late',
  'answer_late',
  'pending',
] as const satisfies readonly Kind[];

/** Appends steps to the script. */
export async function tell(sql: Query, script: readonly Misbehaviour[]): Promise<void> {
  await sql.query(
    `insert into simulated_gateway.misbehaviour (step)
     select step from jsonb_array_elements($1::jsonb) with ordinality as told (step, place) order by place`,
    [JSON.stringify(script)],
  );
}

/** Removes and returns the first step of one of `kinds`; two calls at once never get the same one. */
export async function take<K extends Kind>(tx: Query, kinds: readonly K[]): Promise<Step<K> | undefined> {
  const { rows } = await tx.query<{ step: Step<K> }>(
    `delete from simulated_gateway.misbehaviour where id = (
       select id from simulated_gateway.misbehaviour where step ->> 'kind' = any ($1) order by id limit 1
       for update skip locked
     ) returning step`,
    [kinds],
  );
  return rows[0]?.step;
}

/** How old a key may be before it is forgotten, in milliseconds; undefined: never. */
export async function forgetsAfter(tx: Query): Promise<number | undefined> {
  const { rows } = await tx.query<{ step: Step<'forget_keys'> }>(
    `select step from simulated_gateway.misbehaviour where step ->> 'kind' = 'forget_keys' order by id desc limit 1`,
  );
  return rows[0]?.step.afterMs;
}

/** Ends all misbehaviour not yet used up. */
export async function forgive(sql: Query): Promise<void> {
  await sql.query('delete from simulated_gateway.misbehaviour');
}

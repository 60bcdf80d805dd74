import type { Query } from '../lib/sql.ts';
import { orders } from './kinds/orders.ts';
import { staged } from './stage.ts';

/** What of an order is told when it changes: its state, its events, and when and by whom it comes. */
const TOLD = ['state', '"expectedOn"', 'carrier', '"trackingNumber"', 'events'];
const standing = (
  event: string,
) => `o.id, o."accountId", o.number, o.state, o."expectedOn", o.carrier, o."trackingNumber",
  (SELECT jsonb_agg(jsonb_build_array(e.at, e.state, e.note) ORDER BY e.position)
   FROM order_event e WHERE e."orderId" = o.id AND ${event}) AS events`;
/** That it was booked here, by paying it (src/portal/dues/mark-paid.ts), was told then: the file's own word is no news. */
const OURS = 'e.position < 1';

/** Keeps how the staged orders that somebody watches stand before they are merged, for `tellWatchers`. */
export async function rememberWatched(tx: Query): Promise<void> {
  await tx.query(
    `CREATE TEMP TABLE load_watched ON COMMIT DROP AS
     SELECT ${standing(`NOT ${OURS}`)}, EXISTS (SELECT FROM order_event e WHERE e."orderId" = o.id AND ${OURS}) AS "bookedHere"
     FROM ${staged(orders)} s JOIN account a ON a."externalId" = s.account
     JOIN ${orders.table} o ON o."accountId" = a.id AND o."externalId" = s."externalId"
     WHERE EXISTS (SELECT FROM order_watch w WHERE w."orderId" = o.id)`,
  );
}

/**
 * Tells those who watch an order that the load has changed it (PRODUCT.md section 5): one notice a load and person,
 * however many of their orders have changed. Its details are `{ orders: { id, was: { state, expectedOn } }[] }`.
 */
export async function tellWatchers(tx: Query, load: string, now: Date): Promise<void> {
  const of = (name: string) => `(${TOLD.map((column) => `${name}.${column}`).join(', ')})`;
  await tx.query(
    `INSERT INTO notice ("accountId", "contactId", kind, details, key, "createdAt")
     SELECT w."accountId", w."contactId", 'orders.changed', jsonb_build_object('orders', jsonb_agg(
         jsonb_build_object('id', was.id, 'was', jsonb_build_object('state', was.state, 'expectedOn', was."expectedOn"))
         ORDER BY was.number)),
       'orders.changed:' || $1 || ':' || w."contactId", $2
     FROM load_watched was JOIN order_watch w ON w."orderId" = was.id
     JOIN (SELECT ${standing(`NOT ${OURS} AND NOT (b."bookedHere" AND e.state = 'booked')`)}
       FROM ${orders.table} o JOIN load_watched b USING (id)) is_now ON is_now.id = was.id
     WHERE ${of('is_now')} IS DISTINCT FROM ${of('was')}
     GROUP BY w."accountId", w."contactId"`,
    [load, now],
  );
}

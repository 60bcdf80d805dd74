import type { Clock } from '../../lib/clock.ts';
import type { Query } from '../../lib/sql.ts';
import type { AddedMethod, GatewayEvent } from '../../portal/ports.ts';

export type EventListener = (event: GatewayEvent) => Promise<void>;

/** What a round of deliveries came to: how many events arrived, and why the others did not. */
export interface Deliveries {
  delivered: number;
  failures: unknown[];
}

interface EventRow {
  id: string;
  type: GatewayEvent['type'];
  key: string;
  reference: string | null;
  method: AddedMethod | null;
}

/** Keeps an event, in the transaction of what it tells of, until it is delivered. */
export async function recordEvent(tx: Query, event: GatewayEvent, now: Date): Promise<void> {
  await tx.query('insert into simulated_gateway.event (type, key, reference, method, at) values ($1, $2, $3, $4, $5)', [
    ...[event.type, event.key, event.reference ?? null],
    ...[event.method ? JSON.stringify(event.method) : null, now],
  ]);
}

/**
 * Delivers what is undelivered to every listener, at least once, one event's failure holding up no other. Without a
 * listener everything stays undelivered, so that a process that does not listen takes nothing from one that does.
 */
export async function deliver(sql: Query, clock: Clock, listeners: readonly EventListener[]): Promise<Deliveries> {
  const result: Deliveries = { delivered: 0, failures: [] };
  if (listeners.length === 0) return result;
  const { rows } = await sql.query<EventRow>(
    `select id, type, key, reference, method from simulated_gateway.event
      where delivered_at is null order by id limit 1000`,
  );
  for (const { id, type, key, reference, method } of rows) {
    const event: GatewayEvent = { type, key, ...(reference && { reference }), ...(method && { method }) };
    try {
      for (const listener of listeners) await listener(event);
      await sql.query('update simulated_gateway.event set delivered_at = $2 where id = $1', [id, clock.now()]);
      result.delivered += 1;
    } catch (failure) {
      result.failures.push(failure);
    }
  }
  return result;
}

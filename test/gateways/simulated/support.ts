import { Pool } from 'pg';
import { onTestFinished } from 'vitest';
import { sqlOn } from '../../../src/db/sql.ts';
import { type SimulatedGateway, simulatedGateway } from '../../../src/gateways/simulated/gateway.ts';
import { systemIds } from '../../../src/lib/clock.ts';
import type { Sql } from '../../../src/lib/sql.ts';

/** A clock that stands still until it is moved. */
function standingClock(start = '2026-11-03T10:00:00Z') {
  let time = Date.parse(start);
  return {
    now: () => new Date(time),
    move: (ms: number) => {
      time += ms;
    },
  };
}

/**
 * The provider with empty books, and a way to make another process of it on the same ones.
 * @param url of the database of the test file that asks
 */
export async function providerOn(url: string) {
  const clock = standingClock();
  async function another(): Promise<{ gateway: SimulatedGateway; sql: Sql }> {
    const pool = new Pool({ connectionString: url, max: 5 });
    pool.on('connect', (client) => client.on('error', () => undefined));
    pool.on('error', () => undefined);
    onTestFinished(() => pool.end());
    const sql = sqlOn(pool);
    const publicUrl = 'http://localhost:3978';
    return { gateway: await simulatedGateway({ sql, clock, ids: systemIds, publicUrl, payee: 'Acme <Poland>' }), sql };
  }
  const { gateway, sql } = await another();
  await sql.query('truncate simulated_gateway.charge, simulated_gateway.late_request, simulated_gateway.page');
  await sql.query('truncate simulated_gateway.event, simulated_gateway.misbehaviour');
  await sql.query('truncate simulated_gateway.setup, simulated_gateway.method');
  return { gateway, sql, clock, another: async () => (await another()).gateway };
}

const euros = (amount: string) => ({ amount, currency: 'EUR' });

/** A request that succeeds unless told otherwise. */
export const request = (key: string, method = 'tok_visa_4242', amount = '10.50') => ({
  key,
  method,
  amount: euros(amount),
  description: 'Invoice 123',
});

/** A page request that ends half an hour after the clock's start. */
export const pageRequest = (key: string, locale: 'en' | 'pl' = 'en') => ({
  key,
  locale,
  amount: euros('1250.50'),
  description: 'Invoice <b>123</b>',
  expiresAt: new Date('2026-11-03T10:30:00Z'),
});

export const sessionOf = ({ url }: { url: string }) => url.split('/').at(-1)!;

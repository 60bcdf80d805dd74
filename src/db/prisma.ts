import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import type { Query } from '../lib/sql.ts';
import { type Prisma, PrismaClient } from './generated/client.ts';
import { statementName } from './prepared.ts';
import { retryConflicts } from './retry.ts';

/** The client of one transaction: all a portal operation gets to see of the database. */
export type Tx = Prisma.TransactionClient;

/**
 * Runs `fn` in one transaction that sees and changes nothing but `accountId`'s rows, and again from the start when
 * it met another one (so outside the database `fn` has no effects). It must not wait for anything slow, such as a
 * payment gateway, and must let the database's errors through: a swallowed one "succeeds" and stores nothing.
 * @param accountId a UUID
 * @param isolation default: ReadCommitted
 */
export type TenantTransaction = <T>(
  accountId: string,
  fn: (tx: Tx) => Promise<T>,
  options?: { isolation?: Prisma.TransactionIsolationLevel },
) => Promise<T>;

/** Plain SQL in a Prisma transaction, for what is shared with callers that have no Prisma. */
export const queryIn = (tx: Tx): Query => ({
  query: async <Row>(text: string, values: readonly unknown[] = []) => ({
    rows: await tx.$queryRawUnsafe<Row[]>(text, ...values),
  }),
});

// Prisma's own (2 s, 5 s) fail under a burst that is over a moment later.
const MAX_WAIT_MS = 10_000;
const TIMEOUT_MS = 20_000;

/** @param tenant the pool whose role is under row-level security */
export function openPrisma(tenant: Pool): PrismaClient {
  // Minimal: the longer forms of an error repeat the query's arguments, people's data, into the log.
  const statementNameGenerator = ({ sql, args }: { sql: string; args: unknown[] }) =>
    args.length > 0 ? statementName(sql) : '';
  const adapter = new PrismaPg(tenant, { statementNameGenerator });
  return new PrismaClient({ adapter, errorFormat: 'minimal' });
}

/** @param random 0 to 1, for the pauses before another go */
export function openTenantTransaction(prisma: PrismaClient, random: () => number): TenantTransaction {
  return (accountId, fn, { isolation } = {}) =>
    retryConflicts(
      () =>
        prisma.$transaction(
          async (tx) => {
            await tx.$queryRaw`SELECT set_config('app.account_id', ${accountId}, true)`;
            return fn(tx);
          },
          { maxWait: MAX_WAIT_MS, timeout: TIMEOUT_MS, ...(isolation && { isolationLevel: isolation }) },
        ),
      random,
    );
}

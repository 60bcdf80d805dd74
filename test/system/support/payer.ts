// A process that does one thing with payments and may be killed on the way:
// `payer.ts '{"url":..,"do":"pay"|"approve"|"jobs","die":"commit 2",...}'`. It prints the result, or
// the reason it was refused for, as one JSON line.
import { openDatabase } from '../../../src/db/database.ts';
import { sqlOn } from '../../../src/db/sql.ts';
import { simulatedGateway } from '../../../src/gateways/simulated/gateway.ts';
import { paymentJobs } from '../../../src/jobs/payments.ts';
import { systemClock, systemIds } from '../../../src/lib/clock.ts';
import { isCoded } from '../../../src/lib/errors.ts';
import { openPortal } from '../../../src/portal/open.ts';
import type { PaymentGateway } from '../../../src/portal/ports.ts';
import { mintPrincipal } from '../../../src/portal/principal.ts';
import { openSystem } from '../../../src/portal/system.ts';
import { quietLog } from '../../support/log.ts';

/** What to do, and before or after which step to be killed, e.g. `commit 2`, `inside 1`, `before charge`. */
export interface Order {
  url: string;
  do: 'pay' | 'approve' | 'jobs';
  die?: string;
  accountId: string;
  contactId: string;
  key: string;
  invoiceId: string;
  method: { id: string } | { page: true };
  paymentId?: string;
}

const order = JSON.parse(process.argv[2] ?? '') as Order;

/** kill -9 by our own hand, when this is the step. */
function reached(step: string): void {
  if (order.die === step) process.kill(process.pid, 'SIGKILL');
}

const database = await openDatabase({ dataDir: '', databaseUrl: order.url, log: quietLog });
const sql = sqlOn(database.pools.owner);
const real = await simulatedGateway({ sql, clock: systemClock, ids: systemIds, publicUrl: 'http://x', payee: 'A' });

let transactions = 0;
const db = {
  tenantTransaction: (async (accountId, work, options) => {
    transactions += 1;
    const nth = transactions;
    const result = await database.tenantTransaction(
      accountId,
      async (tx) => {
        const done = await work(tx);
        reached(`inside ${nth}`);
        return done;
      },
      options,
    );
    reached(`commit ${nth}`);
    return result;
  }) as typeof database.tenantTransaction,
};

async function killable<T>(name: string, call: () => Promise<T>): Promise<T> {
  reached(`before ${name}`);
  const answer = await call();
  reached(`after ${name}`);
  return answer;
}
const gateway: PaymentGateway = {
  ...real,
  charge: (request) => killable('charge', () => real.charge(request)),
  openPage: (request) => killable('openPage', () => real.openPage(request)),
};

const services = {
  ...{ db, gateway, clock: systemClock, ids: systemIds, log: quietLog, payments: 'on-file' as const },
  audit: { key: Buffer.alloc(32, 1), heads: { keep: async () => undefined, read: async () => [] } },
  secretsKey: Buffer.alloc(32, 2),
  payee: 'A',
  afterCommit: () => undefined,
  changed: () => undefined,
};
const { accountId, contactId, key, invoiceId, method, paymentId = '' } = order;
const portal = openPortal(services, mintPrincipal({ accountId, contactId, locale: 'en', timeZone: 'UTC' }), 'web');

async function run(): Promise<unknown> {
  if (order.do === 'approve') return portal.payments.approve({ key, id: paymentId });
  if (order.do === 'pay') {
    const items = [{ invoiceId, amount: { amount: '100.00', currency: 'PLN' } }];
    return (await portal.payments.pay({ key, items, method })).payments;
  }
  const system = openSystem(services, sqlOn(database.pools.system));
  real.onEvent(system.payments.onEvent);
  const jobs = paymentJobs({ system, log: quietLog, redeliver: real.deliverEvents });
  for (const job of jobs) await job.run();
  return {};
}

const said = await run().catch((error: unknown) => {
  if (!isCoded(error)) throw error;
  return { refused: error.reason };
});
console.log(JSON.stringify(said));
await database.close();

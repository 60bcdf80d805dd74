import type { Logger } from '../lib/logger.ts';
import type { System } from '../portal/system.ts';
import { each } from './each.ts';
import type { Job } from './job.ts';

interface Deps {
  system: System;
  log: Logger;
  /** Has the gateway tell again what has not arrived; says what still failed. */
  redeliver(): Promise<{ failures: readonly unknown[] }>;
}

/** What payments need without a person (PRODUCT.md section 3). */
export function paymentJobs({ system: { payments }, log, redeliver }: Deps): Job[] {
  return [
    {
      name: 'payments-events',
      async run() {
        const { failures } = await redeliver();
        for (const err of failures) log.error({ err }, 'an event of the payment gateway could not be taken in');
      },
    },
    {
      name: 'payments-settle',
      async run() {
        await each(log, await payments.unsettled(), payments.settle);
        await each(log, await payments.reviewed(), payments.endReview);
      },
    },
    { name: 'payments-lapse', run: async () => each(log, await payments.lapsing(), payments.lapse) },
    { name: 'payments-remind', run: async () => each(log, await payments.unreminded(), payments.remind) },
  ];
}

import type { Logger } from '../lib/logger.ts';
import type { System } from '../portal/system.ts';
import { each } from './each.ts';
import type { Job } from './job.ts';

/** What the billing profile needs without a person: the provider's answer may have been missing when it was asked. */
export const billingJobs = ({ system: { billing }, log }: { system: System; log: Logger }): Job[] => [
  { name: 'billing-detach', run: async () => each(log, await billing.attached(), billing.detach) },
];

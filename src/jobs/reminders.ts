import type { Logger } from '../lib/logger.ts';
import type { System } from '../portal/system.ts';
import { each } from './each.ts';
import type { Job } from './job.ts';

/** Tells people what stands without being asked, once, in their hours (PRODUCT.md section 11). */
export function reminderJobs({ system: { reminders }, log }: { system: System; log: Logger }): Job[] {
  return [{ name: 'reminders', run: async () => each(log, await reminders.due(), reminders.look) }];
}

import type { Logger } from '../lib/logger.ts';
import type { System } from '../portal/system.ts';
import { each } from './each.ts';
import type { Job } from './job.ts';

/** What invitations and role requests need without a person (PRODUCT.md section 6). */
export function peopleJobs({ system: { invitations, access }, log }: { system: System; log: Logger }): Job[] {
  return [
    { name: 'invitations-lapse', run: async () => each(log, await invitations.lapsing(), invitations.lapse) },
    { name: 'invitations-remind', run: async () => each(log, await invitations.unreminded(), invitations.remind) },
    { name: 'access-remind', run: async () => each(log, await access.unreminded(), access.remind) },
  ];
}

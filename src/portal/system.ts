import type { Sql } from '../lib/sql.ts';
import { accessSystem } from './access/system.ts';
import { billingSystem } from './billing/system.ts';
import { invitationsSystem } from './invitations/system.ts';
import type { PortalServices } from './operation.ts';
import { paymentsSystem } from './payments/system.ts';
import { remindersSystem } from './reminders/system.ts';

/**
 * The door for what runs without a person (ARCHITECTURE.md, "Doors"): a short list of operations, each audited as the
 * system's, none of them a way around the policy for a person.
 * @param system the system's role: reads all accounts and changes none of their data
 */
export function openSystem(services: PortalServices, system: Sql) {
  return Object.freeze({
    access: accessSystem(services, system),
    billing: billingSystem(services, system),
    invitations: invitationsSystem(services, system),
    payments: paymentsSystem(services, system),
    reminders: remindersSystem(services, system),
  });
}

export type System = ReturnType<typeof openSystem>;

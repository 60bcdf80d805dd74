import { read } from './files/read.ts';
import { invoices } from './invoices/index.ts';
import type { Registry } from './operation.ts';
import { payments } from './payments/operations.ts';
import { users } from './people/index.ts';
import { handover } from './support/handover.ts';

/** Every operation a person can ask the portal for, by module; a module's own index.ts lists its operations. */
export const operations = {
  files: { read },
  invoices,
  payments,
  support: { handover },
  users,
} as const satisfies Registry;

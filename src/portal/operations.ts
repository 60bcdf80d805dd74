import { access } from './access/index.ts';
import { list as auditList } from './audit/list.ts';
import { billing } from './billing/index.ts';
import { contracts } from './contracts/index.ts';
import { dues } from './dues/index.ts';
import { read } from './files/read.ts';
import { invitations } from './invitations/index.ts';
import { invoices } from './invoices/index.ts';
import { links } from './links/index.ts';
import type { Registry } from './operation.ts';
import { orders } from './orders/index.ts';
import { setLanguage } from './own/set-language.ts';
import { payments } from './payments/index.ts';
import { users } from './people/index.ts';
import { plans } from './plans/index.ts';
import { reminders } from './reminders/index.ts';
import { rewards } from './rewards/index.ts';
import { support } from './support/index.ts';

/** Every operation a person can ask the portal for, by module; a module's own index.ts lists its operations. */
export const operations = {
  access,
  audit: { list: auditList },
  billing,
  contracts,
  dues,
  files: { read },
  invitations,
  invoices,
  links,
  orders,
  own: { setLanguage },
  payments,
  plans,
  reminders,
  rewards,
  support,
  users,
} as const satisfies Registry;

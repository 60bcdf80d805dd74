import type { Kind } from '../kind.ts';
import { accounts } from './accounts.ts';
import { contacts } from './contacts.ts';
import { contracts } from './contracts.ts';
import { invoices } from './invoices.ts';
import { methods } from './methods.ts';
import { orderingDocuments } from './ordering-documents.ts';
import { orders } from './orders.ts';
import { paymentsDue } from './payments-due.ts';
import { plans } from './plans.ts';
import { rewards } from './rewards.ts';
import { subscriptions } from './subscriptions.ts';

/** The sections of a file, in any order there. */
export const SECTIONS: readonly Kind[] = [
  accounts,
  orderingDocuments,
  contacts,
  invoices,
  methods,
  paymentsDue,
  contracts,
  orders,
  plans,
  rewards,
];

/** All kinds of rows in the order they are merged: what others refer to first. */
export const KINDS: readonly Kind[] = [
  accounts,
  orderingDocuments,
  contacts,
  methods,
  orders,
  contracts,
  plans,
  subscriptions,
  invoices,
  paymentsDue,
  rewards,
];

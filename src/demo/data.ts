import type { IsoDate } from '../lib/dates.ts';
import { acme } from './acme.ts';
import { northwind } from './northwind.ts';

/**
 * The books of two invented companies as a document to load (docs/loading.md), every date relative to `today`, so that
 * a demonstration always has something overdue and something about to expire.
 */
export function demoDocument(today: IsoDate) {
  const [one, other] = [acme(today), northwind(today)];
  return {
    accounts: [...one.accounts, ...other.accounts],
    orderingDocuments: [...one.orderingDocuments, ...other.orderingDocuments],
    contacts: [...one.contacts, ...other.contacts],
    invoices: [...one.invoices, ...other.invoices],
    methods: [...one.methods, ...other.methods],
    paymentsDue: [...one.paymentsDue, ...other.paymentsDue],
    contracts: [...one.contracts, ...other.contracts],
    orders: [...one.orders, ...other.orders],
    plans: [...one.plans, ...other.plans],
    rewards: [...one.rewards, ...other.rewards],
  };
}

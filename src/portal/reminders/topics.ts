import type { Topic } from '../../lib/topic-words.ts';
import type { Permission } from '../policy.ts';

/** Topics whose things are told once a state, all of a day together. */
export type DigestTopic = Extract<Topic, 'overdue_invoices' | 'renewals' | 'expiring_cards'>;

/** What a thing is that somebody is reminded of. */
export type ItemKind = 'invoice' | 'contract' | 'due' | 'card';

/** Who is told of what: whoever can do something about it (PRODUCT.md sections 11 and 12). */
export const TOLD_TO: Record<ItemKind, Permission> = {
  invoice: 'invoices.read',
  contract: 'contracts.renew',
  due: 'due.pay',
  card: 'billing.change',
};

/** What somebody has to hold, one of them, to be told anything of a topic. */
export const TOPIC_PERMISSIONS: Record<Topic, readonly Permission[]> = {
  overdue_invoices: [TOLD_TO.invoice],
  renewals: [TOLD_TO.contract, TOLD_TO.due],
  expiring_cards: [TOLD_TO.card],
  orders: ['orders.read'],
  approvals: ['payments.decide', 'invitations.decide', 'access.decide'],
};

import type { IntentName } from '../kit/contract.ts';

/** Wishes that cost money, change something or send something: never started from a text that only speaks of them. */
const CHANGES: readonly IntentName[] = [
  'invoices.email',
  'invoices.pay',
  'invoices.dispute',
  'payments.due.pay',
  'payments.approve',
  'payments.decline',
  'payments.withdraw',
  'billing.contact.update',
  'billing.methods.add',
  'billing.methods.remove',
  'billing.methods.default',
  'contracts.renew',
  'contracts.autorenew',
  'orders.watch',
  'rewards.redeem',
  'users.invite',
  'users.role.change',
  'users.remove',
  'users.suspend',
  'users.reinstate',
  'invites.approve',
  'invites.decline',
  'invites.revoke',
  'invites.resend',
  'access.request',
  'access.approve',
  'access.decline',
  'account.switch',
  'account.link',
  'account.unlink',
  'language.set',
  'notifications.set',
  'notifications.snooze',
];
const changing = new Set<IntentName>(CHANGES);

export const isChange = (intent: IntentName): boolean => changing.has(intent);

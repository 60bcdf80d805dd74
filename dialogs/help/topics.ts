import type { IntentName } from '../../src/kit/contract.ts';

interface Topic {
  /** The dialogs that do what the article is about, the first above all: whose right it takes is said. */
  does: readonly IntentName[];
  /** What else to read. */
  related: readonly string[];
}

/** What each article of docs/help leads to. */
export const TOPICS: Readonly<Record<string, Topic>> = {
  portal: { does: ['help.menu'], related: ['access', 'getting-in', 'talking'] },
  access: { does: ['users.list', 'users.invite'], related: ['roles', 'getting-in', 'inviting'] },
  'getting-in': { does: ['account.link'], related: ['access', 'chat-links', 'inviting'] },
  'chat-links': { does: ['links.list', 'account.unlink'], related: ['getting-in', 'privacy'] },
  accounts: { does: ['account.switch'], related: ['chat-links', 'access'] },
  roles: { does: ['access.explain', 'access.request'], related: ['role-request', 'primary-contact', 'access'] },
  'role-request': { does: ['access.explain', 'access.request'], related: ['roles', 'managing-people'] },
  'primary-contact': { does: ['users.list'], related: ['roles', 'managing-people'] },
  invoices: { does: ['invoices.list'], related: ['invoice-statuses', 'pay-invoice', 'invoice-download'] },
  'invoice-statuses': { does: ['invoices.list'], related: ['invoices', 'pay-invoice', 'disputes'] },
  'invoice-download': { does: ['invoices.download'], related: ['invoice-email', 'invoices'] },
  'invoice-email': { does: ['invoices.email'], related: ['invoice-download', 'invoices'] },
  'pay-invoice': { does: ['invoices.pay'], related: ['payment-methods', 'approval-limits', 'rewards'] },
  payments: { does: ['payments.list', 'payments.withdraw'], related: ['pay-invoice', 'approval-limits'] },
  'payment-methods': {
    does: ['billing.methods.list', 'billing.methods.add'],
    related: ['card-security', 'billing-profile', 'pay-invoice'],
  },
  'card-security': { does: ['billing.methods.add'], related: ['payment-methods', 'privacy'] },
  'approval-limits': { does: ['payments.approve', 'payments.list'], related: ['pay-invoice', 'payments', 'roles'] },
  disputes: { does: ['invoices.dispute', 'human.handover'], related: ['invoices', 'talk-to-person'] },
  'payments-due': { does: ['payments.due.list', 'payments.due.pay'], related: ['renewals', 'payment-methods'] },
  'billing-profile': {
    does: ['billing.profile.show', 'billing.contact.update'],
    related: ['payment-methods', 'plans', 'payments-due'],
  },
  plans: { does: ['plans.list', 'billing.schedule.download'], related: ['contracts', 'billing-profile'] },
  contracts: { does: ['contracts.list'], related: ['renewals', 'plans'] },
  renewals: { does: ['contracts.renew', 'contracts.autorenew'], related: ['contracts', 'payments-due'] },
  orders: { does: ['orders.list', 'orders.track'], related: ['watching', 'payments-due'] },
  watching: { does: ['orders.watch'], related: ['orders', 'reminders'] },
  rewards: { does: ['rewards.show', 'rewards.redeem'], related: ['pay-invoice', 'contracts'] },
  inviting: { does: ['users.invite'], related: ['invitations', 'roles'] },
  invitations: { does: ['invites.list', 'invites.approve'], related: ['inviting', 'getting-in'] },
  'managing-people': { does: ['users.list', 'users.role.change'], related: ['roles', 'primary-contact', 'audit'] },
  'talk-to-person': { does: ['human.handover'], related: ['disputes', 'portal'] },
  reminders: { does: ['notifications.set', 'notifications.snooze'], related: ['watching', 'languages'] },
  undo: { does: [], related: ['talking', 'payments'] },
  talking: { does: ['help.menu'], related: ['undo', 'languages', 'portal'] },
  languages: { does: ['language.set'], related: ['talking', 'reminders'] },
  privacy: { does: ['links.list'], related: ['card-security', 'audit'] },
  audit: { does: ['audit.list'], related: ['privacy', 'managing-people'] },
};

/**
 * The contract between people's words and the dialogs (INTENTS.md): every intent with the slots a text may give it.
 * Understanding may answer with nothing else, and each dialog answers exactly one of them.
 */
export const INTENTS = {
  'invoices.list': ['status', 'period'],
  'invoices.show': ['invoice', 'ordinal'],
  'invoices.download': ['invoice', 'ordinal'],
  'invoices.email': ['status', 'period', 'email', 'name', 'mention', 'invoice', 'ordinal'],
  'invoices.pay': ['invoice', 'ordinal', 'status', 'amount', 'method'],
  'invoices.dispute': ['invoice', 'ordinal', 'reason'],
  'payments.list': ['invoice', 'period'],
  'payments.due.list': [],
  'payments.due.pay': ['order', 'contract', 'ordinal', 'method'],
  'payments.approve': ['invoice', 'order', 'contract', 'ordinal'],
  'payments.decline': ['invoice', 'order', 'contract', 'ordinal', 'reason'],
  'payments.withdraw': ['invoice', 'ordinal'],
  'billing.profile.show': [],
  'billing.contact.update': ['name', 'email', 'phone'],
  'billing.methods.list': [],
  'billing.methods.add': ['method'],
  'billing.methods.remove': ['method', 'ordinal'],
  'billing.methods.default': ['method', 'ordinal'],
  'plans.list': [],
  'billing.schedule.download': ['format', 'period'],
  'contracts.list': ['status'],
  'contracts.show': ['contract', 'ordinal'],
  'contracts.renew': ['contract', 'ordinal'],
  'contracts.autorenew': ['contract', 'ordinal', 'enabled'],
  'orders.list': ['status', 'period'],
  'orders.track': ['order', 'ordinal'],
  'orders.watch': ['order', 'ordinal', 'enabled'],
  'rewards.show': [],
  'rewards.redeem': ['amount', 'invoice', 'ordinal'],
  'users.list': ['role'],
  'users.invite': ['email', 'name', 'mention', 'role'],
  'users.role.change': ['email', 'name', 'mention', 'ordinal', 'role'],
  'users.remove': ['email', 'name', 'mention', 'ordinal'],
  'users.suspend': ['email', 'name', 'mention', 'ordinal'],
  'users.reinstate': ['email', 'name', 'mention', 'ordinal'],
  'invites.list': [],
  'invites.approve': ['email', 'name', 'mention', 'ordinal'],
  'invites.decline': ['email', 'name', 'mention', 'ordinal', 'reason'],
  'invites.revoke': ['email', 'name', 'mention', 'ordinal'],
  'invites.resend': ['email', 'name', 'mention', 'ordinal'],
  'access.explain': [],
  'access.request': ['role'],
  'access.list': [],
  'access.approve': ['email', 'name', 'mention', 'role', 'ordinal'],
  'access.decline': ['email', 'name', 'mention', 'role', 'ordinal', 'reason'],
  'audit.list': ['period', 'invoice', 'name'],
  'account.switch': ['organization', 'ordinal'],
  'account.link': ['email'],
  'account.unlink': ['email'],
  'links.list': [],
  'language.set': ['locale'],
  'notifications.set': ['topic', 'enabled'],
  'notifications.snooze': ['topic', 'period'],
  'help.menu': [],
  'help.ask': ['question'],
  'human.handover': [],
  'smalltalk.greet': [],
  'smalltalk.thanks': [],
  'smalltalk.bye': [],
  'dialog.confirm': [],
  'dialog.deny': [],
  'dialog.cancel': [],
  'dialog.next': [],
  'dialog.undo': [],
  none: [],
} as const satisfies Record<string, readonly (keyof Slots)[]>;

/** A name of the contract; `dialog.fill` is no intent of its own: it carries a value for the question that is open. */
export type IntentName = keyof typeof INTENTS | 'dialog.fill';

export type Amount = { value: string; currency?: string };
/** Inclusive calendar dates, `YYYY-MM-DD`. */
export type Period = { from: string; to: string };

/** What a text itself says, in the normal forms of INTENTS.md ("Slots"). */
export interface Slots {
  invoice?: string;
  order?: string;
  contract?: string;
  status?: string;
  ordinal?: string;
  amount?: Amount;
  email?: string;
  name?: string;
  mention?: string;
  phone?: string;
  role?: string;
  method?: string;
  format?: string;
  period?: Period;
  organization?: string;
  locale?: string;
  topic?: string;
  enabled?: string;
  question?: string;
  reason?: string;
}

export type SlotName = keyof Slots;

import type { Facts } from './audit-facts.ts';
import { aboutSaid } from './notifications-slots.ts';

/** `wish`: what was refused; `done`: what happened, a sentence. */
export interface Deed {
  wish: string;
  done(facts: Facts): string;
}

/** What every recorded action is, in English. */
export const DEEDS_EN: Record<string, Deed> = {
  'access.request': { wish: 'asking for a role', done: ({ roles }) => `Asked for a role: ${roles}.` },
  'access.approve': {
    wish: 'giving a role asked for',
    done: ({ of, roles }) => `Gave ${of} the role asked for: ${roles}.`,
  },
  'access.decline': {
    wish: 'declining a role request',
    done: ({ of, roles, reason }) => `Declined the request of ${of} for a role: ${roles}${reason}.`,
  },
  'access.remind': { wish: 'reminding of a role request', done: ({ of }) => `Reminded of the role request of ${of}.` },
  'billing.updateContact': {
    wish: 'changing the billing contact',
    done: ({ from, to }) => `Changed the billing contact from ${from} to ${to}.`,
  },
  'billing.addMethod': {
    wish: 'adding a payment method',
    done: () => 'Asked for a page to add a payment method on.',
  },
  'billing.methodAdded': {
    wish: 'adding a payment method by somebody who may not, or too late',
    done: ({ of }) => `The payment method ending ${of} was added.`,
  },
  'billing.methodAgain': {
    wish: 'adding a payment method that is on file',
    done: ({ of }) => `The payment method ending ${of} was added again and stays on file once.`,
  },
  'billing.setupEnded': {
    wish: 'ending a page for adding a payment method',
    done: () => 'A page for adding a payment method ended with nothing added.',
  },
  'billing.removeMethod': {
    wish: 'removing a payment method',
    done: ({ of, to }) =>
      `Removed the payment method ending ${of}${to && `; the one ending ${to} became the default`}.`,
  },
  'billing.detachMethod': {
    wish: 'taking a payment method away at the provider',
    done: ({ of }) => `The payment provider took away the method ending ${of}.`,
  },
  'billing.setDefault': {
    wish: 'choosing the default payment method',
    done: ({ of, from }) => `Made the payment method ending ${of} the default${from && ` in place of ${from}`}.`,
  },
  'contracts.autoRenewOff': {
    wish: 'turning automatic renewal off',
    done: ({ of }) => `Turned automatic renewal of contract ${of} off.`,
  },
  'contracts.autoRenewOn': {
    wish: 'turning automatic renewal on',
    done: ({ of }) => `Turned automatic renewal of contract ${of} on.`,
  },
  'contracts.extend': {
    wish: 'extending a contract',
    done: ({ of }) => `Contract ${of} was extended, since its renewal was paid.`,
  },
  'contracts.renew': {
    wish: 'renewing a contract',
    done: ({ of, payment }) => `Put the renewal of contract ${of} into payments due${payment && `: ${payment}`}.`,
  },
  'invitations.invite': { wish: 'an invitation', done: ({ of, roles }) => `Invited ${of} with the roles: ${roles}.` },
  'invitations.approve': { wish: 'approving an invitation', done: ({ of }) => `Approved the invitation of ${of}.` },
  'invitations.decline': {
    wish: 'declining an invitation',
    done: ({ of, reason }) => `Declined the invitation of ${of}${reason}.`,
  },
  'invitations.revoke': { wish: 'revoking an invitation', done: ({ of }) => `Revoked the invitation of ${of}.` },
  'invitations.resend': {
    wish: 'sending an invitation again',
    done: ({ of }) => `Sent the invitation of ${of} again.`,
  },
  'invitations.accept': { wish: 'accepting an invitation', done: ({ of }) => `Accepted the invitation of ${of}.` },
  'invitations.lapse': { wish: 'ending an invitation', done: ({ of }) => `The invitation of ${of} expired.` },
  'invitations.remind': {
    wish: 'reminding of an invitation',
    done: ({ of }) => `Reminded of the invitation of ${of}.`,
  },
  'invoices.pdf': { wish: 'downloading an invoice', done: ({ of }) => `Downloaded invoice ${of}.` },
  'invoices.email': { wish: 'e-mailing invoices', done: ({ of, to }) => `E-mailed invoices (${of}) to ${to}.` },
  'invoices.dispute': { wish: 'disputing an invoice', done: ({ of, reason }) => `Disputed invoice ${of}${reason}.` },
  'links.askCode': {
    wish: 'a code for connecting a chat',
    done: ({ of }) => `Sent ${of} a code for connecting a chat.`,
  },
  'links.link': { wish: 'connecting a chat', done: ({ of }) => `Connected a chat of ${of}.` },
  'links.end': { wish: 'disconnecting a chat', done: ({ of }) => `Disconnected a chat of ${of}.` },
  'dues.pay': { wish: 'paying what is due', done: ({ of }) => `Paid what was due: ${of}.` },
  'orders.book': { wish: 'booking an order', done: ({ of }) => `Order ${of} was booked, since it was paid.` },
  'orders.watch': { wish: 'watching an order', done: ({ of }) => `Started to watch order ${of}.` },
  'orders.unwatch': { wish: 'no longer watching an order', done: ({ of }) => `Stopped watching order ${of}.` },
  'own.setLanguage': {
    wish: 'changing the language',
    done: ({ from, to }) => `Changed the language from ${from} to ${to}.`,
  },
  'payments.pay': { wish: 'paying', done: ({ of, payment }) => `Submitted payment ${of}: ${payment}.` },
  'payments.approve': { wish: 'approving a payment', done: ({ of }) => `Approved payment ${of}.` },
  'payments.decline': { wish: 'declining a payment', done: ({ of, reason }) => `Declined payment ${of}${reason}.` },
  'payments.withdraw': { wish: 'withdrawing a payment', done: ({ of }) => `Withdrew payment ${of}.` },
  'payments.settle': {
    wish: 'settling a payment',
    done: ({ of, state, reason }) => `Payment ${of} is now: ${state}${reason}.`,
  },
  'payments.lapse': { wish: 'ending a payment', done: ({ of, reason }) => `Payment ${of} expired${reason}.` },
  'payments.remind': {
    wish: 'reminding of a payment',
    done: ({ of }) => `Reminded of payment ${of}, which waits for approval.`,
  },
  'payments.second_charge': {
    wish: 'a second charge',
    done: ({ of }) => `A second charge for payment ${of} was reported; it is being looked into.`,
  },
  'rewards.redeem': { wish: 'using rewards', done: ({ payment }) => `Used rewards: ${payment}.` },
  'plans.schedule': {
    wish: 'downloading the subscription billing schedule',
    done: ({ of }) => `Downloaded the subscription billing schedule (${of}).`,
  },
  'reminders.switchOn': {
    wish: 'turning reminders on',
    done: ({ of }) => `Turned on reminders${aboutSaid('en', of)}.`,
  },
  'reminders.switchOff': {
    wish: 'turning reminders off',
    done: ({ of }) => `Turned off reminders${aboutSaid('en', of)}.`,
  },
  'reminders.snooze': {
    wish: 'putting reminders off',
    done: ({ of, to }) => `Put off reminders${aboutSaid('en', of)}${to && ` until ${to}`}.`,
  },
  'reminders.restore': {
    wish: 'setting reminders as before',
    done: ({ of }) => `Set reminders${aboutSaid('en', of)} as they were before.`,
  },
  'support.handover': {
    wish: 'talking to a person',
    done: ({ of }) => `Asked for a person to get in touch: case ${of}.`,
  },
  'support.add': { wish: 'adding to a case', done: ({ of }) => `Added to case ${of}.` },
  'tenants.allow': { wish: 'allowing a chat workspace', done: () => 'Allowed a chat workspace for the account.' },
  'tenants.forbid': { wish: 'no longer allowing a chat workspace', done: () => 'No longer allowed a chat workspace.' },
  'users.changeRoles': {
    wish: 'changing roles',
    done: ({ of, before, after }) => `Changed the roles of ${of} from ${before || 'none'} to ${after}.`,
  },
  'users.suspend': { wish: 'suspending somebody', done: ({ of }) => `Suspended the access of ${of}.` },
  'users.reinstate': { wish: 'giving somebody access back', done: ({ of }) => `Gave ${of} access again.` },
  'users.remove': { wish: 'removing somebody', done: ({ of }) => `Removed ${of} from the account.` },
};

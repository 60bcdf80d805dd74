import type { Prompt } from '../../src/kit/dialog.ts';

/** Texts to begin with, those first that people come for most; each is understood as its intent, as a test holds. */
export const prompts: readonly Prompt[] = [
  {
    intent: 'account.link',
    title: { en: 'Connect to the portal', pl: 'Połącz z portalem' },
    message: { en: 'Connect me to the portal', pl: 'Połącz mnie z portalem' },
  },
  {
    intent: 'invoices.list',
    title: { en: 'Overdue invoices', pl: 'Zaległe faktury' },
    message: { en: 'Show my overdue invoices', pl: 'Pokaż zaległe faktury' },
  },
  {
    intent: 'payments.approve',
    title: { en: 'Approve a payment', pl: 'Zatwierdź płatność' },
    message: { en: 'I want to approve a payment', pl: 'Chcę zatwierdzić płatność' },
  },
  {
    intent: 'invoices.pay',
    title: { en: 'Pay an invoice', pl: 'Zapłać fakturę' },
    message: { en: 'I want to pay an invoice', pl: 'Chcę zapłacić fakturę' },
  },
  {
    intent: 'orders.list',
    title: { en: 'My orders', pl: 'Moje zamówienia' },
    message: { en: 'Show my orders', pl: 'Pokaż moje zamówienia' },
  },
  {
    intent: 'users.list',
    title: { en: 'Who has access', pl: 'Kto ma dostęp' },
    message: { en: 'List the people who have access', pl: 'Pokaż, kto ma dostęp' },
  },
  {
    intent: 'users.invite',
    title: { en: 'Invite a colleague', pl: 'Zaproś współpracownika' },
    message: { en: 'I want to invite a colleague', pl: 'Chcę zaprosić współpracownika' },
  },
  {
    intent: 'help.menu',
    title: { en: 'What can you do?', pl: 'Co potrafisz?' },
    message: { en: 'What can you do?', pl: 'Co potrafisz?' },
  },
];

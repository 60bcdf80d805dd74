import type { Confirmation } from '../../src/kit/dialog.ts';
import { defineDialog } from '../define.ts';
import { type EmailTexts, emailTexts } from './email-texts.ts';
import { recipientSlot } from './recipient.ts';
import { whatSlot } from './what.ts';

/** Invoices by e-mail, as PDF and CSV, to oneself or, after confirmation, to a colleague who may see them. */
export const emailInvoices = defineDialog({
  intent: 'invoices.email',
  permission: 'invoices.read',
  title: { en: 'E-mail invoices', pl: 'Wyślij faktury e-mailem' },
  slots: { what: whatSlot, to: recipientSlot },
  texts: emailTexts,
  confirm(_ctx, { what, to }, texts: EmailTexts): Confirmation | undefined {
    if (!to || to.isYou) return undefined;
    const text = texts.confirm(what.title, to);
    return { text, shows: { what, to: { id: to.id, name: to.name, email: to.email } }, yes: texts.yes(to.name) };
  },
  async run({ portal }, { what: { of, title }, to }, { texts, key }) {
    const sent = await portal.invoices.email({ key, what: of, ...(to && { to: [to.id] }) });
    const [{ name, email }] = sent.recipients as [{ name: string; email: string }];
    const text = to && !to.isYou ? texts.sentTo(title, name, email) : texts.sent(title, email);
    return { replies: [{ text }], undo: { impossible: texts.notUndone } };
  },
});

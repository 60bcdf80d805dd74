import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { showMoney } from '../../lib/money.ts';
import { changing } from '../operation.ts';
import { openCase } from '../support/open-case.ts';
import { DISPUTE_TEXTS } from '../support/texts.ts';
import { readDetails } from './details.ts';

/** So long may what is wrong be, in characters. */
const MOST_REASON = 2000;

/**
 * Marks an invoice as disputed, with a case and a mail to the account's support address (PRODUCT.md section 3). Returns
 * the case's number. Throws `not_found`, and `conflict` `already_disputed` with the number of the case that is open.
 */
export const dispute = changing({
  permission: 'invoices.read',
  input: z.strictObject({ id: z.uuid(), reason: z.string().trim().min(1).max(MOST_REASON) }),
  async handle(scope, { id, reason }) {
    const { tx, account, actor, locale } = scope;
    // Two at once: the second waits here, and then finds the first one's dispute.
    await tx.$executeRaw`SELECT FROM invoice WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    const invoice = await readDetails(scope, id);
    const { number, total, left } = invoice;
    const open = invoice.disputes.find(({ state }) => state === 'open');
    if (open) throw new CodedError('conflict', 'already_disputed', { number, caseNumber: open.caseNumber });
    const one = await openCase(scope, 'dispute', reason);
    await tx.dispute.create({
      data: { invoiceId: id, contactId: actor.id, caseId: one.id, reason, createdAt: scope.now },
    });
    const texts = DISPUTE_TEXTS[locale];
    const [shownTotal, shownLeft] = [showMoney(locale, total), showMoney(locale, left)];
    await scope.mail({
      to: account.supportEmail,
      subject: texts.subject(one.number, account.name, number),
      text: texts.text({
        ...{ number: one.number, account: account.name, name: actor.name, email: actor.email, via: scope.via },
        ...{ body: reason, invoice: number, total: shownTotal, left: shownLeft },
      }),
    });
    const details = { case: one.number, reason };
    scope.audit({ action: 'invoices.dispute', object: `invoice:${number}`, outcome: 'done', details });
    return { number: one.number, invoice: number };
  },
});

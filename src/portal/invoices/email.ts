import { z } from 'zod';
import { invoiceListCsv } from '../../documents/invoice-list-csv.ts';
import { invoiceListPdf } from '../../documents/invoice-list-pdf.ts';
import { CodedError } from '../../lib/errors.ts';
import type { Locale } from '../../lib/locale.ts';
import { changing } from '../operation.ts';
import type { Scope } from '../scope.ts';
import { readDetails } from './details.ts';
import { invoiceFile, listRow, type MadeFile } from './document.ts';
import { EMAIL_TEXTS, invoiceTitle, listTitle } from './email-texts.ts';
import { filterFields } from './filter.ts';
import { readRows } from './pages.ts';
import { readRecipients } from './recipients.ts';
import { type InvoiceRow, withBalances } from './row.ts';

/** PRODUCT.md section 12. */
const A_DAY = 20;
const MOST_RECIPIENTS = 10;
/** About half a second of drawing; more has to be narrowed down by status or period. */
const MOST_INVOICES = 1000;
const DAY_MS = 86_400_000;

const list = z.strictObject(filterFields);
const one = z.strictObject({ invoice: z.uuid() });

export interface Emailed {
  recipients: { name: string; email: string }[];
  count: number;
}

/**
 * Mails a list of invoices, or one, as PDF and CSV to oneself or to contacts who may read invoices (PRODUCT.md section
 * 3). Throws `not_found`, `conflict` `too_many_mails`, and `invalid`: `nothing_to_send`, `too_many_invoices`,
 * `may_not_read_invoices`.
 */
export const email = changing({
  permission: 'invoices.read',
  input: z.strictObject({ what: z.union([one, list]), to: z.array(z.uuid()).min(1).max(MOST_RECIPIENTS).optional() }),
  async handle(scope, { what, to }): Promise<Emailed> {
    const recipients = await readRecipients(scope, to);
    await requireAllowance(scope);
    const rows = await read(scope, what);
    const object = 'invoice' in what ? `invoice:${rows[0]!.number}` : `invoices:${what.status}`;
    for (const locale of new Set(recipients.map((recipient) => recipient.locale))) {
      const title =
        'invoice' in what ? invoiceTitle(locale, rows[0]!.number) : listTitle(locale, what.status, what.period);
      const attachments = await attach(scope, locale, title, rows, 'invoice' in what ? what.invoice : undefined);
      for (const person of recipients.filter((recipient) => recipient.locale === locale)) {
        const { name: account } = scope.account;
        const toOneself = person.id === scope.actor.id;
        await scope.mail({
          to: person.email,
          subject: EMAIL_TEXTS[locale].subject(title, account),
          text: EMAIL_TEXTS[locale].text(title, { account, sender: scope.actor.name, toOneself, count: rows.length }),
          attachments,
        });
      }
    }
    const sent = recipients.map(({ name, email }) => ({ name, email }));
    const details = { to: sent.map((person) => person.email), count: rows.length };
    scope.audit({ action: ACTION, object, outcome: 'done', details });
    return { recipients: sent, count: rows.length };
  },
});

const ACTION = 'invoices.email';

/** Twenty in 24 hours; those asked for at the same moment are counted one after the other. */
async function requireAllowance({ tx, actor, now }: Scope): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${ACTION}:${actor.id}`}, 0))`;
  const sent = await tx.auditRecord.count({
    where: { action: ACTION, actorId: actor.id, outcome: 'done', at: { gt: new Date(now.getTime() - DAY_MS) } },
  });
  if (sent >= A_DAY) throw new CodedError('conflict', 'too_many_mails', { most: A_DAY });
}

async function read(scope: Scope, what: z.output<typeof one> | z.output<typeof list>): Promise<InvoiceRow[]> {
  if ('invoice' in what) return [await readDetails(scope, what.invoice)];
  const { rows, next } = await readRows(scope, what, { limit: MOST_INVOICES });
  if (next) throw new CodedError('invalid', 'too_many_invoices', { field: 'period', most: MOST_INVOICES });
  if (rows.length === 0) throw new CodedError('invalid', 'nothing_to_send', { field: 'status' });
  return withBalances(scope, rows);
}

async function attach(
  scope: Scope,
  locale: Locale,
  title: string,
  invoices: readonly InvoiceRow[],
  single: string | undefined,
): Promise<MadeFile[]> {
  const rows = invoices.map((row) => listRow(locale, row));
  const edition = { locale, on: scope.today };
  const name = `${EMAIL_TEXTS[locale].list}-${scope.today}`;
  const csv = { name: `${name}.csv`, type: 'text/csv; charset=utf-8', bytes: invoiceListCsv(rows, locale) };
  if (single) {
    const { number: _, ...pdf } = await invoiceFile(scope, single, locale);
    return [pdf, csv];
  }
  const bytes = await invoiceListPdf({ title, accountName: scope.account.name, rows }, edition);
  return [{ name: `${name}.pdf`, type: 'application/pdf', bytes }, csv];
}

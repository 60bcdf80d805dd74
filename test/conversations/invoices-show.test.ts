import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { expectSaidGolden } from '../support/said.ts';
import { type Books, books } from './books.ts';

const database = await testDatabase();
let set: Books;
const said = () => set.ann.last().reply.text.replace(/[\u00a0\u202f]/g, ' ');

/** Lines, credits, a payment in the supplier's books and one of ours to INV-1042. */
async function fill({ account: { id, sql, person } }: Books): Promise<void> {
  await sql.query(
    `UPDATE invoice SET net = 1016.67, tax = 233.83, credited = 50, adjusted = 0.5, "paidLoaded" = 200,
       "purchaseOrder" = 'PO-9' WHERE "accountId" = $1 AND number = 'INV-1042'`,
    [id],
  );
  await sql.query(
    `INSERT INTO invoice_line ("accountId", "invoiceId", position, product, quantity, "unitPrice", amount, "periodFrom",
       "periodTo", "orderNumber") SELECT $1, id, n, 'Cloud ' || n, 2.5, 20.01, 50.03, '2026-09-01', '2026-09-30', '88012'
     FROM invoice, generate_series(1, 12) n WHERE "accountId" = $1 AND number = 'INV-1042'`,
    [id],
  );
  await sql.query(
    `INSERT INTO invoice_settlement ("accountId", "invoiceId", reference, "paidOn", amount)
     SELECT $1, id, 'BANK-1', '2026-09-20', 200 FROM invoice WHERE "accountId" = $1 AND number = 'INV-1042'`,
    [id],
  );
  await sql.query(
    `WITH p AS (INSERT INTO payment ("accountId", number, "payerId", state, currency, amount, "reservationKey",
       "confirmedAt") VALUES ($1, 'P-1', $2, 'awaiting_approval', 'PLN', 300, 'k', '2026-11-01T09:30:00Z') RETURNING id)
     INSERT INTO payment_allocation ("accountId", "paymentId", "invoiceId", amount)
     SELECT $1, p.id, i.id, 300 FROM p, invoice i WHERE i.number = 'INV-1042' AND i."accountId" = $1`,
    [id, person('ann')],
  );
}

describe.each(['en', 'pl'] as const)('the details of an invoice (%s)', (locale) => {
  beforeEach(async () => {
    set = await books(database, locale);
  });

  const show = { en: 'show invoice INV-1042', pl: 'pokaż fakturę INV-1042' }[locale];

  it('have everything there is to know, and say what stands in the PDF alone', async () => {
    await fill(set);
    await set.ann.says(show);
    expect(said()).toBe(
      {
        en: 'Invoice INV-1042: PLN 1,000.00 left to pay, due on 2 Nov 2026 (1 day overdue, payment submitted).',
        pl: 'Faktura INV-1042: do zapłaty 1 000,00 zł, termin 2 lis 2026 (1 dzień po terminie, płatność w toku).',
      }[locale],
    );
    expect(set.ann.sees()).toContain({ en: '2 more lines in the PDF.', pl: 'Jeszcze 2 pozycje w pliku PDF.' }[locale]);
    expectSaidGolden(`conversations/invoices-show-${locale}`, set.ann.last(), set.account, locale);
  });

  it('say of a paid one that nothing is left, of a credit note what it is', async () => {
    await set.account.invoice({ number: 'CN-1', total: '-30.00' });
    await set.ann.says({ en: 'is invoice PAID-1 paid?', pl: 'czy faktura PAID-1 jest opłacona?' }[locale]);
    expect(said()).toMatch({ en: /PAID-1 is closed: nothing is left/, pl: /PAID-1 jest zamknięta/ }[locale]);
    await set.ann.says({ en: 'show invoice CN-1', pl: 'pokaż fakturę CN-1' }[locale]);
    expect(said()).toMatch({ en: /^Credit note CN-1 for -PLN 30\.00/, pl: /^Faktura korygująca CN-1/ }[locale]);
  });

  it('are asked for with a list, from which the second can be chosen by word', async () => {
    await set.ann.says({ en: 'show me an invoice', pl: 'pokaż mi jedną fakturę' }[locale]);
    expectSaidGolden(`conversations/invoices-show-which-${locale}`, set.ann.last(), set.account, locale);
    await set.ann.says({ en: 'the second one', pl: 'tę drugą' }[locale]);
    expect(said()).toContain('INV-1042');
  });
});

describe('which invoice is meant', () => {
  beforeEach(async () => {
    set = await books(database, 'en');
  });

  it.each([
    ['999', 'an unknown number'],
    ['042', 'a mere suffix'],
    ['SECRET-77', 'another account’s number'],
  ])('%s is %s: it says so and asks again', async (number) => {
    const other = await set.world.account({ eve: ['finance'] });
    await other.invoice({ number: 'SECRET-77' });
    await set.ann.says(`show invoice ${number}`);
    expect(said()).toBe(`I can’t find invoice ${number} in your account. Which invoice would you like to see?`);
    await set.ann.says('123');
    expect(said()).toContain('Invoice 123:');
  });

  it('is asked where a number fits several, and a button settles it', async () => {
    await set.account.invoice({ number: 'A-55' });
    await set.account.invoice({ number: 'B-55' });
    await set.ann.says('show invoice 55');
    expect(said()).toBe('More than one invoice ends in 55. Which invoice would you like to see?');
    expect(set.ann.sees()).toMatch(/A-55[\s\S]*B-55/);
    await set.ann.presses('Choose');
    expect(said()).toMatch(/^Invoice A-55:/);
  });

  it('is asked where the list is not that long, or none was shown', async () => {
    await set.ann.says('show the second one');
    expect(said()).toMatch(/^I haven’t shown a list of invoices yet\. Which/);
    await set.ann.says('cancel');
    await set.ann.says('show my overdue invoices');
    await set.ann.says('show the fifth one');
    expect(said()).toMatch(/^The list I showed last has only 2 rows\. Which/);
  });

  it('stays what “the second one” was, when another list is shown in between', async () => {
    const { ann } = set;
    await ann.says('show my overdue invoices');
    await ann.says('e-mail the second one to mia');
    expect(said()).toContain('Invoice INV-1042');
    await ann.says('show my closed invoices');
    expect(said()).toContain('Invoice INV-1042');
    await ann.says('yes');
    expect(said()).toContain('“Invoice INV-1042” is on its way to Mia');
  });

  it('is nobody else’s: without a role the details are refused with who has it', async () => {
    const tom = await set.talk.person(set.account, 'tom');
    await tom.says('show invoice 123');
    expect(tom.last().reply.text).toContain('That takes the role finance or management.');
    expect(tom.sees()).not.toContain('240');
  });
});

describe.each(['en', 'pl'] as const)('an invoice as PDF (%s)', (locale) => {
  beforeEach(async () => {
    set = await books(database, locale);
  });

  it('is handed over as a file, also for “it”', async () => {
    await set.ann.says({ en: 'download invoice 123', pl: 'pobierz fakturę 123' }[locale]);
    const { reply } = set.ann.last();
    expect(reply.text).toBe({ en: 'Here is invoice 123 as PDF.', pl: 'Oto faktura 123 w PDF.' }[locale]);
    expect(reply.files).toMatchObject([{ name: { en: 'invoice-123.pdf', pl: 'faktura-123.pdf' }[locale] }]);
    const [{ size: _, ...file }] = reply.files as [{ id: string; name: string; type: string; size: number }];
    const sized = { reply: { ...reply, files: [{ ...file, size: 20_000 }] } };
    expectSaidGolden(`conversations/invoices-download-${locale}`, sized, set.account, locale);
    await set.ann.says({ en: 'show invoice INV-1042', pl: 'pokaż fakturę INV-1042' }[locale]);
    await set.ann.says({ en: 'download it', pl: 'pobierz ją' }[locale]);
    expect(said()).toContain('INV-1042');
  });

  it('is the row’s whose button was pressed', async () => {
    await set.ann.says({ en: 'show my overdue invoices', pl: 'pokaż zaległe faktury' }[locale]);
    await set.ann.presses('PDF');
    expect(said()).toMatch(/\b123\b/);
  });
});

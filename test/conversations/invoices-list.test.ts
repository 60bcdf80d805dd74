import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { expectSaidGolden } from '../support/said.ts';
import { type Books, books } from './books.ts';

const database = await testDatabase();
let set: Books;
/** The last reply's words, with plain spaces in its amounts. */
const said = () => set.ann.last().reply.text.replace(/[\u00a0\u202f]/g, ' ');

describe('asking for invoices in English', () => {
  beforeEach(async () => {
    set = await books(database, 'en');
  });

  it('lists the overdue ones, oldest due first, with totals per currency and what can be done', async () => {
    await set.ann.says('show my overdue invoices');
    expect(said()).toBe('You have 2 overdue invoices, €240.00 and PLN 1,250.50 left to pay.');
    expect(set.ann.sees()).toMatch(/123 · .*14 days overdue[\s\S]*INV-1042 · .*1 day overdue/);
    expectSaidGolden('conversations/invoices-list-overdue-en', set.ann.last(), set.account, 'en');
  });

  it('takes “and the closed ones?” as a new wish that keeps nothing of the one before', async () => {
    await set.ann.says('show my overdue invoices from October');
    expect(said()).toContain('(issued 1 Oct 2026 – 31 Oct 2026)');
    await set.ann.says('and the closed ones?');
    expect(said()).toBe('You have 1 closed invoice.');
    expectSaidGolden('conversations/invoices-list-closed-en', set.ann.last(), set.account, 'en');
  });

  it('answers “how much do we owe?” with what is left per currency', async () => {
    await set.ann.says('how much do we owe?');
    expect(said()).toContain('€240.00 and PLN 1,349.50 left to pay');
  });

  it('says well that there is nothing, and offers everything', async () => {
    await set.account.sql.query(`UPDATE invoice SET "paidLoaded" = total WHERE "accountId" = $1`, [set.account.id]);
    await set.ann.says('show my overdue invoices');
    expect(said()).toBe('Nothing is overdue. There are no overdue invoices.');
    expectSaidGolden('conversations/invoices-list-empty-en', set.ann.last(), set.account, 'en');
    await set.ann.presses('Show all invoices');
    expect(said()).toBe('You have 4 invoices.');
  });

  it('offers a manager no payment, and tells a technical contact which role it takes', async () => {
    const mia = await set.talk.person(set.account, 'mia');
    await mia.says('show my overdue invoices');
    expect(mia.buttons()).toEqual(['Details', 'PDF', 'Details', 'PDF', 'E-mail this list']);
    const tom = await set.talk.person(set.account, 'tom');
    await tom.says('show my overdue invoices');
    expect(tom.last().reply.text).toContain('That takes the role finance or management. Who has it: Ann, Mia.');
  });

  it('says that a payment is under way, and that an invoice is in dispute', async () => {
    const { account, ann } = set;
    await account.sql.query(
      `WITH p AS (INSERT INTO payment ("accountId", number, "payerId", state, currency, amount, "reservationKey",
         "confirmedAt") VALUES ($1, 'P-1', $2, 'processing', 'EUR', 240, 'k', now()) RETURNING id)
       INSERT INTO payment_allocation ("accountId", "paymentId", "invoiceId", amount)
       SELECT $1, p.id, i.id, 240 FROM p, invoice i WHERE i.number = '123' AND i."accountId" = $1`,
      [account.id, account.person('ann')],
    );
    await account.sql.query(
      `WITH c AS (INSERT INTO support_case ("accountId", number, "contactId", kind, body)
         VALUES ($1, 'C-7', $2, 'dispute', '') RETURNING id)
       INSERT INTO dispute ("accountId", "invoiceId", "contactId", "caseId", reason)
       SELECT $1, i.id, $2, c.id, 'no' FROM c, invoice i WHERE i.number = 'INV-1042' AND i."accountId" = $1`,
      [account.id, account.person('ann')],
    );
    await ann.says('show my overdue invoices');
    expect(ann.sees()).toMatch(/123 .*14 days overdue, payment submitted · €240.00 \[Details\] \[PDF\]\n/);
    expect(ann.sees()).toMatch(/INV-1042 .*1 day overdue, in dispute · .* \[Details\] \[Pay\] \[PDF\]\n/);
    expect(ann.buttons()).not.toContain('Pay all overdue');
  });
});

describe('a thousand invoices', () => {
  beforeEach(async () => {
    set = await books(database, 'en');
    await set.account.sql.query(
      `INSERT INTO invoice ("accountId", "externalId", number, type, "issuedOn", "dueOn", currency, net, tax, total,
         "paidLoaded", "lastDigits")
       SELECT $1, 'B' || n, 'B-' || lpad(n::text, 4, '0'), 'support', '2026-01-01', date '2026-01-01' + n, 'PLN', 1, 0,
         1, CASE WHEN n > 20 THEN 1 ELSE 0 END, n::text FROM generate_series(1, 1100) n`,
      [set.account.id],
    );
  });

  it('come eight at a time, by button or by word, each page once', async () => {
    const { ann } = set;
    const numbers = () => ann.sees().match(/^(B-\d+|INV-\d+|123)/gm);
    await ann.says('show my overdue invoices');
    expect(said()).toBe('You have 22 overdue invoices, €240.00 and PLN 1,270.50 left to pay.');
    const seen = [...numbers()!];
    await ann.says('show more');
    expect(said()).toBe('Overdue invoices, continued:');
    seen.push(...numbers()!);
    await ann.presses('Show more');
    seen.push(...numbers()!);
    const expected = Array.from({ length: 20 }, (_, n) => `B-${String(n + 1).padStart(4, '0')}`);
    expect(seen).toEqual([...expected, '123', 'INV-1042']);
    expect(ann.buttons()).not.toContain('Show more');
    await ann.says('next');
    expect(said()).toMatch(/nothing more to show/);
  });

  it('let an older list’s button go on with that list, whatever was shown since', async () => {
    const { ann } = set;
    await ann.says('show my overdue invoices');
    const more = ann.button('Show more');
    await ann.says('and the closed ones?');
    expect(said()).toBe('You have more than 1,000 closed invoices.');
    await ann.pressesId(more);
    expect(said()).toBe('Overdue invoices, continued:');
    expect(ann.sees()).toContain('B-0009');
  });

  it('let “the second one” mean the second of the page shown last', async () => {
    const { ann } = set;
    await ann.says('show my overdue invoices');
    await ann.says('show more');
    await ann.says('show the second one');
    expect(said()).toContain('Invoice B-0010');
  });
});

describe('pytanie o faktury po polsku', () => {
  beforeEach(async () => {
    set = await books(database, 'pl');
  });

  it('pokazuje zaległe, z sumami w każdej walucie', async () => {
    await set.ann.says('pokaż zaległe faktury');
    expect(said()).toBe('Masz 2 zaległe faktury, do zapłaty: 240,00 € i 1 250,50 zł.');
    expect(set.ann.sees()).toMatch(/14 dni po terminie[\s\S]*1 dzień po terminie/);
    expectSaidGolden('conversations/invoices-list-overdue-pl', set.ann.last(), set.account, 'pl');
  });

  it('rozumie „a zamknięte?” i odmienia jedną fakturę', async () => {
    await set.ann.says('pokaż zaległe faktury');
    await set.ann.says('a zamknięte?');
    expect(said()).toBe('Masz 1 zamkniętą fakturę.');
    expectSaidGolden('conversations/invoices-list-closed-pl', set.ann.last(), set.account, 'pl');
  });

  it('mówi, że nic nie zalega', async () => {
    await set.account.sql.query(`UPDATE invoice SET "paidLoaded" = total WHERE "accountId" = $1`, [set.account.id]);
    await set.ann.says('pokaż zaległe faktury');
    expect(said()).toBe('Nic nie zalega, nie ma zaległych faktur.');
    expectSaidGolden('conversations/invoices-list-empty-pl', set.ann.last(), set.account, 'pl');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { expectSaidGolden } from '../support/said.ts';
import { type Books, books } from './books.ts';

const database = await testDatabase();
let set: Books;
const said = () => set.ann.last().reply.text.replace(/[\u00a0\u202f]/g, ' ');
const mails = async () =>
  (
    await set.account.sql.query<{ to: string; subject: string }>(
      `SELECT split_part("to", '@', 1) AS "to", split_part(subject, ' –', 1) AS subject FROM mail
       WHERE "accountId" = $1 ORDER BY id`,
      [set.account.id],
    )
  ).rows;

describe('e-mailing invoices in English', () => {
  beforeEach(async () => {
    set = await books(database, 'en');
  });

  it('sends the list shown last to oneself at once: “e-mail them to me”', async () => {
    await set.ann.says('show my overdue invoices');
    await set.ann.says('e-mail them to me');
    expect(said()).toBe(`“Overdue invoices (2)” is on its way to you at ${set.account.email('ann')}, as PDF and CSV.`);
    expect(await mails()).toEqual([{ to: 'ann', subject: 'Overdue invoices' }]);
    expectSaidGolden('conversations/invoices-email-done-en', set.ann.last(), set.account, 'en');
  });

  it('keeps the period of the list shown last', async () => {
    await set.ann.says('show unpaid invoices from October');
    await set.ann.says('e-mail them to me');
    expect(await mails()).toEqual([{ to: 'ann', subject: 'Unpaid invoices, 1 Oct 2026' }]);
  });

  it('asks which, where nothing was shown and nothing said', async () => {
    await set.ann.says('e-mail invoices');
    expect(said()).toBe('Which invoices should I send?');
    expectSaidGolden('conversations/invoices-email-which-en', set.ann.last(), set.account, 'en');
    await set.ann.presses('Unpaid invoices');
    expect(await mails()).toEqual([{ to: 'ann', subject: 'Unpaid invoices' }]);
  });

  it('asks whether the invoice looked at is meant, or the list it was in', async () => {
    await set.ann.says('show my overdue invoices');
    await set.ann.says('show the second one');
    await set.ann.says('e-mail it to me');
    expect(set.ann.buttons()).toEqual(['Invoice INV-1042', 'Overdue invoices']);
    await set.ann.presses('Invoice INV-1042');
    expect(await mails()).toEqual([{ to: 'ann', subject: 'Invoice INV-1042' }]);
  });

  it('confirms before it goes to a colleague, and sends nothing on no', async () => {
    await set.ann.says('e-mail the overdue invoices to Mia');
    expect(said()).toBe(`Send “Overdue invoices (2)” as PDF and CSV to Mia (${set.account.email('mia')})?`);
    expectSaidGolden('conversations/invoices-email-confirm-en', set.ann.last(), set.account, 'en');
    await set.ann.says('no');
    expect(await mails()).toEqual([]);
    await set.ann.says(`e-mail invoice 123 to ${set.account.email('mia')}`);
    await set.ann.presses('Send to Mia');
    expect(await mails()).toEqual([{ to: 'mia', subject: 'Invoice 123' }]);
  });

  it('sends one mail for a button pressed twice', async () => {
    await set.ann.says('e-mail the overdue invoices to Mia');
    const button = set.ann.button('Send to Mia');
    await set.ann.pressesId(button);
    await set.ann.pressesId(button);
    expect(await mails()).toHaveLength(1);
  });

  it('never sends to an address that is no contact’s, nor to a contact who may not see invoices', async () => {
    await set.ann.says('e-mail the overdue invoices to eve@elsewhere.example');
    expect(said()).toMatch(/^eve@elsewhere\.example is nobody in your account/);
    expectSaidGolden('conversations/invoices-email-whom-en', set.ann.last(), set.account, 'en');
    await set.ann.says(set.account.email('tom'));
    expect(said()).toMatch(/^Tom may not see invoices/);
    await set.ann.presses('Me');
    expect(await mails()).toEqual([{ to: 'ann', subject: 'Overdue invoices' }]);
  });

  it('sends no empty list', async () => {
    await set.account.sql.query(`UPDATE invoice SET "paidLoaded" = total WHERE "accountId" = $1`, [set.account.id]);
    await set.ann.says('e-mail me the overdue invoices');
    expect(said()).toBe('There is nothing to send: “Overdue invoices” is an empty list.');
    expect(await mails()).toEqual([]);
  });

  it('says why it can’t be undone', async () => {
    await set.ann.says('e-mail me the overdue invoices');
    await set.ann.says('undo');
    expect(said()).toMatch(/can’t be taken back/);
  });
});

describe('wysyłanie faktur po polsku', () => {
  beforeEach(async () => {
    set = await books(database, 'pl');
  });

  it('wysyła do siebie ostatnio pokazaną listę', async () => {
    await set.ann.says('pokaż zaległe faktury');
    await set.ann.says('wyślij mi je mailem');
    expect(said()).toBe(`Wysyłam „Zaległe faktury (2)” na Twój adres ${set.account.email('ann')}, w PDF i CSV.`);
    expectSaidGolden('conversations/invoices-email-done-pl', set.ann.last(), set.account, 'pl');
  });

  it('pyta, które, a przed wysłaniem do kogoś innego prosi o potwierdzenie', async () => {
    await set.ann.says('wyślij faktury mailem');
    expectSaidGolden('conversations/invoices-email-which-pl', set.ann.last(), set.account, 'pl');
    await set.ann.says('anuluj');
    await set.ann.says(`wyślij zaległe faktury na ${set.account.email('mia')}`);
    expectSaidGolden('conversations/invoices-email-confirm-pl', set.ann.last(), set.account, 'pl');
    await set.ann.says('tak');
    expect(await mails()).toEqual([{ to: 'mia', subject: 'Zaległe faktury' }]);
  });

  it('nie wysyła na obcy adres', async () => {
    await set.ann.says('wyślij zaległe faktury na eve@elsewhere.example');
    expect(said()).toMatch(/^Na Twoim koncie nie ma takiej osoby: eve@elsewhere\.example/);
    expectSaidGolden('conversations/invoices-email-whom-pl', set.ann.last(), set.account, 'pl');
    expect(await mails()).toEqual([]);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import type { Talker } from '../support/talk.ts';
import { type Office, paymentOffice, seen, told } from './payments-office.ts';

const database = await testDatabase();

describe.each(['en', 'pl'] as const)('paying an invoice (%s)', (locale) => {
  let set: Office;
  let anna: Talker;
  const by = <T>(texts: { en: T; pl: T }): T => texts[locale];
  const yes = by({ en: 'yes', pl: 'tak' });
  const pay123 = by({ en: 'pay invoice 123', pl: 'zapłać fakturę 123' });
  const change = by({ en: 'Change amount or method', pl: 'Zmień kwotę lub metodę' });
  const paid = by({ en: 'Paid: ', pl: 'Zapłacono ' });

  beforeEach(async () => {
    set = await paymentOffice(database, locale);
    anna = await set.chat('anna');
    await set.account.invoice({ number: '123', total: '1250.50' });
    await set.account.invoice({ number: '124', total: '80.00', dueOn: '2026-12-01' });
  });

  it('shows what is charged to which method for what, asks, and pays it once', async () => {
    await anna.says(pay123);
    expect(seen(anna)).toContain(
      by({
        en: 'Pay PLN 1,250.50 for invoice 123 with Visa •••• 4242?',
        pl: 'Zapłacić 1 250,50 zł za fakturę 123 kartą Visa •••• 4242?',
      }),
    );
    expect(anna.buttons().map((label) => label.replace(/\u00a0/g, ' '))).toEqual(
      by({
        en: ['Pay PLN 1,250.50', 'Bank account •••• 5521', 'Payment provider’s page', 'No, leave it', change],
        pl: ['Zapłać 1 250,50 zł', 'Rachunek bankowy •••• 5521', 'Strona operatora płatności', 'Nie, zostaw', change],
      }),
    );
    set.golden('confirm', anna.last());
    expect(await set.charges()).toEqual([]);
    await anna.says(yes);
    expect(seen(anna)).toMatch(
      by({
        en: /^Paid: PLN 1,250\.50 for invoice 123 with Visa •••• 4242 \(payment P-1001, reference sim_/,
        pl: /^Zapłacono 1 250,50 zł za fakturę 123 kartą Visa •••• 4242 \(płatność P-1001, numer referencyjny sim_/,
      }),
    );
    set.golden('paid', anna.last());
    expect(await set.charges()).toEqual(['1250.50']);
  });

  it('takes another invoice at the confirmation', async () => {
    await anna.says(pay123);
    await anna.says(by({ en: 'no, 124', pl: 'nie, 124' }));
    expect(seen(anna)).toContain(by({ en: 'Pay PLN 80.00 for invoice 124', pl: 'Zapłacić 80,00 zł za fakturę 124' }));
    await anna.says(yes);
    expect(await set.charges()).toEqual(['80.00']);
  });

  it('takes another method at the confirmation, typed or pressed', async () => {
    await anna.says(pay123);
    await anna.says(by({ en: 'from the bank account', pl: 'z konta bankowego' }));
    const bank = by({ en: 'from bank account •••• 5521', pl: 'z rachunku bankowego •••• 5521' });
    expect(seen(anna)).toContain(bank);
    await anna.presses('Visa •••• 4242');
    expect(seen(anna)).not.toContain(bank);
    await anna.presses(by({ en: 'Bank account •••• 5521', pl: 'Rachunek bankowy •••• 5521' }));
    await anna.says(yes);
    expect(told(anna.last())).toContain(paid);
    expect(told(anna.last())).toContain(bank);
  });

  it('takes the method said with the wish, by kind or by its last four digits', async () => {
    await anna.says(by({ en: 'pay invoice 123 by bank transfer', pl: 'zapłać fakturę 123 przelewem' }));
    expect(seen(anna)).toContain('•••• 5521?');
    await anna.says(
      by({ en: 'pay invoice 123 with the card ending 4242', pl: 'zapłać fakturę 123 kartą z końcówką 4242' }),
    );
    expect(seen(anna)).toContain('Visa •••• 4242?');
    await anna.says(
      by({ en: 'pay invoice 123 with the card ending 9999', pl: 'zapłać fakturę 123 kartą z końcówką 9999' }),
    );
    expect(seen(anna)).toContain(
      by({ en: 'no payment method ending in 9999', pl: 'nie ma metody płatności z końcówką 9999' }),
    );
    set.golden('method-unknown', anna.last());
    await anna.says(by({ en: 'bank', pl: 'przelewem' }));
    expect(seen(anna)).toContain('•••• 5521?');
  });

  it('takes another amount and method out of one form, as they stand in it or changed', async () => {
    await anna.says(pay123);
    const form = anna.last().reply.card?.blocks.at(-1);
    if (form?.type !== 'form') throw new Error('no form');
    expect(form.fields.map(({ name, value }) => [name, value])).toEqual([
      ['amount', by({ en: '1250.50', pl: '1250,50' })],
      ['method', set.visa],
    ]);
    await anna.presses(change, { amount: by({ en: '1250.50', pl: '1250,50' }), method: 'page' });
    expect(seen(anna)).toContain(by({ en: '1,250.50 for invoice 123 on the', pl: '1 250,50 zł za fakturę 123 na' }));
    await anna.says(by({ en: 'no, 124', pl: 'nie, 124' }));
    expect(seen(anna)).toContain(
      by({ en: 'Pay PLN 80.00 for invoice 124 on the', pl: 'Zapłacić 80,00 zł za fakturę 124' }),
    );
    await anna.says(by({ en: 'no, 123', pl: 'nie, 123' }));
    await anna.presses(change, { amount: '200', method: set.bank });
    expect(seen(anna)).toContain(by({ en: 'PLN 200.00 of PLN 1,250.50', pl: '200,00 zł z 1 250,50 zł' }));
    await anna.says(yes);
    expect(await set.charges()).toEqual(['200.00']);
    expect(seen(anna)).toContain('5521');
  });

  it('keeps the method of that form where the amount won’t do, and asks for the amount alone', async () => {
    await anna.says(pay123);
    await anna.presses(change, { amount: '2000', method: set.bank });
    expect(seen(anna)).toMatch(by({ en: /^That’s more than can be paid/, pl: /^To więcej, niż można zapłacić/ }));
    await anna.presses(by({ en: 'Continue', pl: 'Dalej' }), { amount: '20' });
    expect(seen(anna)).toContain('•••• 5521?');
    expect(await set.charges()).toEqual([]);
  });

  it('offers that form for one invoice alone, also where it is all there is of a status', async () => {
    await anna.says(by({ en: 'pay all overdue invoices', pl: 'zapłać wszystkie zaległe faktury' }));
    expect(anna.buttons()).toContain(change);
    await anna.presses(change, { amount: '10', method: set.visa });
    expect(seen(anna)).toMatch(by({ en: /^Pay PLN 10.00 for invoice 123/, pl: /^Zapłacić 10,00 zł za fakturę 123/ }));
    await anna.says(by({ en: 'pay all unpaid invoices', pl: 'zapłać wszystkie nieopłacone faktury' }));
    expect(anna.buttons()).not.toContain(change);
  });

  it.each(['PLN', 'JPY', 'KWD'])('prefills an amount of %s so that it is read as it was meant', async (currency) => {
    const total = { PLN: '1234.50', JPY: '1234', KWD: '1.234' }[currency]!;
    await set.account.invoice({ number: '777', total, currency });
    await anna.says(by({ en: 'pay invoice 777', pl: 'zapłać fakturę 777' }));
    const before = seen(anna);
    const form = anna.last().reply.card?.blocks.at(-1);
    const values = form?.type === 'form' ? form.fields.map(({ name, value }) => [name, value ?? '']) : [];
    await anna.presses(change, Object.fromEntries(values));
    expect(seen(anna)).toBe(before);
  });

  it('pays a part, and says so', async () => {
    await anna.says(by({ en: 'pay 50 PLN of invoice 123', pl: 'zapłać 50 zł na poczet faktury 123' }));
    expect(seen(anna)).toContain(by({ en: 'PLN 50.00 of PLN 1,250.50', pl: '50,00 zł z 1 250,50 zł' }));
    await anna.says(by({ en: 'only 20.50 PLN', pl: 'tylko 20,50 zł' }));
    await anna.says(yes);
    expect(await set.charges()).toEqual(['20.50']);
    await anna.says(pay123);
    expect(seen(anna)).toContain(by({ en: 'Pay PLN 1,230.00', pl: 'Zapłacić 1 230,00 zł' }));
  });

  it('serves another wish in the middle and then offers the payment again', async () => {
    await anna.says(pay123);
    const said = await anna.says(by({ en: 'show invoice 124', pl: 'pokaż fakturę 124' }));
    expect(told(said[0]!)).toContain('124');
    expect(told(said.at(-1)!)).toContain(
      by({ en: 'Pay PLN 1,250.50 for invoice 123', pl: 'Zapłacić 1 250,50 zł za fakturę 123' }),
    );
    await anna.says(yes);
    expect(await set.charges()).toEqual(['1250.50']);
  });

  it('asks again when less is left than was shown', async () => {
    await anna.says(pay123);
    await set.account.sql.query(`UPDATE invoice SET credited = 250.50 WHERE "accountId" = $1 AND number = '123'`, [
      set.account.id,
    ]);
    await anna.says(yes);
    expect(await set.charges()).toEqual([]);
    expect(seen(anna)).toContain(by({ en: 'Pay PLN 1,000.00', pl: 'Zapłacić 1 000,00 zł' }));
    await anna.says(yes);
    expect(await set.charges()).toEqual(['1000.00']);
  });

  it('charges once when two people confirm the same invoice at once', async () => {
    const jan = await set.chat('jan');
    await anna.says(pay123);
    await jan.says(pay123);
    await Promise.all([anna.says(yes), jan.says(yes)]);
    expect(await set.charges()).toEqual(['1250.50']);
    const both = [told(anna.last()), told(jan.last())];
    expect(both.filter((text) => text.startsWith(paid))).toHaveLength(1);
    expect(both.filter((text) => !text.startsWith(paid)).join()).toMatch(
      by({ en: /Nothing is left to pay|has been submitted already/, pl: /nie zostało nic do zapłaty|jest już w toku/ }),
    );
  });

  it('charges once when the button is pressed twice', async () => {
    await anna.says(pay123);
    const press = anna.button(anna.buttons()[0]!);
    await anna.pressesId(press);
    await anna.pressesId(press);
    expect(await set.charges()).toEqual(['1250.50']);
    expect(told(anna.last())).toContain(by({ en: 'already closed', pl: 'już zamknięta' }));
  });

  it('asks which one, with a list and all that is overdue, and takes a row of it', async () => {
    await anna.says(by({ en: 'I want to pay an invoice', pl: 'chcę zapłacić fakturę' }));
    expect(seen(anna)).toContain(by({ en: 'Which invoice would you like to pay?', pl: 'Którą fakturę zapłacić?' }));
    set.golden('which', anna.last());
    await anna.says(by({ en: 'the second one', pl: 'drugą' }));
    expect(seen(anna)).toContain(by({ en: 'Pay PLN 80.00', pl: 'Zapłacić 80,00 zł' }));
    await anna.says(by({ en: 'I want to pay an invoice', pl: 'chcę zapłacić fakturę' }));
    await anna.presses(by({ en: 'All overdue', pl: 'Wszystkie zaległe' }));
    expect(seen(anna)).toContain(by({ en: 'Pay PLN 1,250.50', pl: 'Zapłacić 1 250,50 zł' }));
  });

  it('takes “it” for the invoice looked at last', async () => {
    await anna.says(by({ en: 'show all invoices', pl: 'pokaż wszystkie faktury' }));
    await anna.says(by({ en: 'show invoice 124', pl: 'pokaż fakturę 124' }));
    await anna.says(by({ en: 'pay it', pl: 'zapłać ją' }));
    expect(seen(anna)).toContain(by({ en: 'Pay PLN 80.00', pl: 'Zapłacić 80,00 zł' }));
  });

  it('is started by the button of its row in a list', async () => {
    await anna.says(by({ en: 'show overdue invoices', pl: 'pokaż zaległe faktury' }));
    await anna.presses(by({ en: 'Pay', pl: 'Zapłać' }));
    expect(seen(anna)).toContain(by({ en: 'Pay PLN 1,250.50', pl: 'Zapłacić 1 250,50 zł' }));
  });

  it('says that charged money can’t be taken back, and what can be done', async () => {
    await anna.says(pay123);
    await anna.says(yes);
    await anna.says(by({ en: 'undo', pl: 'cofnij' }));
    expect(seen(anna)).toContain(by({ en: 'can arrange a refund', pl: 'zwrot może załatwić konsultant' }));
  });

  it('leaves it when told to, with nothing charged', async () => {
    await anna.says(pay123);
    await anna.presses(by({ en: 'No, leave it', pl: 'Nie, zostaw' }));
    await anna.says(yes);
    expect(await set.charges()).toEqual([]);
  });
});

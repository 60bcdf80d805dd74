import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import type { Talker } from '../support/talk.ts';
import { type Office, paymentOffice, seen, told } from './payments-office.ts';

const database = await testDatabase();

describe.each(['en', 'pl'] as const)('paying several invoices (%s)', (locale) => {
  let set: Office;
  let anna: Talker;
  const by = <T>(texts: { en: T; pl: T }): T => texts[locale];
  const yes = by({ en: 'yes', pl: 'tak' });
  const overdue = by({ en: 'pay all overdue invoices', pl: 'zapłać wszystkie zaległe faktury' });

  beforeEach(async () => {
    set = await paymentOffice(database, locale);
    anna = await set.chat('anna');
    await set.account.invoice({ number: '123', total: '100.00', dueOn: '2026-10-01' });
    await set.account.invoice({ number: '124', total: '80.00', dueOn: '2026-10-02' });
    await set.account.invoice({ number: 'E-7', total: '30.00', currency: 'EUR', dueOn: '2026-10-03' });
    await set.account.invoice({ number: '200', total: '9.00', dueOn: '2026-12-01' });
  });

  it('of a status: each one, a charge a currency, and each result by itself', async () => {
    await anna.says(overdue);
    expect(seen(anna)).toContain(
      by({
        en: 'Pay €30.00 and PLN 180.00 for invoices 123, 124 and E-7 with Visa •••• 4242?',
        pl: 'Zapłacić 30,00 € i 180,00 zł za faktury 123, 124 i E-7 kartą Visa •••• 4242?',
      }),
    );
    set.golden('several', anna.last());
    const said = await anna.says(yes);
    expect(said.map(told).join('\n')).toMatch(
      by({
        en: /€30\.00 for invoice E-7.*\n.*PLN 180\.00 for invoices 123 and 124/,
        pl: /30,00 € za fakturę E-7.*\n.*180,00 zł za faktury 123 i 124/,
      }),
    );
    expect((await set.charges()).sort()).toEqual(['180.00', '30.00']);
  });

  it('fails alone where one charge is declined', async () => {
    await set.gateway.misbehave({ kind: 'decline' });
    await anna.says(overdue);
    const said = (await anna.says(yes)).map(told);
    expect(said[0]).toContain(by({ en: '€30.00 for invoice E-7 did not go through', pl: 'nie powiodła się' }));
    expect(said[1]).toContain(by({ en: 'Paid: PLN 180.00', pl: 'Zapłacono 180,00 zł' }));
    expect(await set.charges()).toEqual(['180.00']);
  });

  it('waiting for approval in both currencies, undoing asks which one is meant', async () => {
    for (const currency of ['PLN', 'EUR']) await set.account.limit(currency, '1.00');
    await anna.says(overdue);
    await anna.says(yes);
    await anna.says(by({ en: 'undo', pl: 'cofnij' }));
    expect(seen(anna)).toContain(
      by({ en: 'Which payment would you like to withdraw?', pl: 'Którą płatność wycofać?' }),
    );
    set.golden('withdraw-which', anna.last());
    await anna.presses(by({ en: 'Choose', pl: 'Wybierz' }));
    await anna.says(yes);
    expect(told(anna.last())).toContain(by({ en: 'was withdrawn', pl: 'została wycofana' }));
  });

  it('leaves out what is in dispute or under way, and says so', async () => {
    const [disputed] = [await set.account.invoice({ number: '300', total: '5.00' })];
    await set.account.dispute(disputed, 'anna');
    await set.account.limit('EUR', '1.00');
    await anna.says(by({ en: 'pay invoice E-7', pl: 'zapłać fakturę E-7' }));
    await anna.says(yes);
    await anna.says(overdue);
    expect(seen(anna)).toMatch(by({ en: /Pay PLN 180\.00/, pl: /Zapłacić 180,00 zł/ }));
    expect(seen(anna)).toContain(by({ en: 'Left out: 300, in dispute', pl: 'Bez faktury 300: jest reklamowana' }));
    expect(seen(anna)).toContain(
      by({ en: 'Left out: E-7, already being paid', pl: 'Bez faktury E-7: płatność jest już w toku' }),
    );
    set.golden('left-out', anna.last());
  });

  it('“everything” is what is unpaid, and after a list of the overdue ones these alone are one press away', async () => {
    await anna.says(by({ en: 'show overdue invoices', pl: 'pokaż zaległe faktury' }));
    await anna.says(by({ en: 'pay everything', pl: 'zapłać wszystko' }));
    expect(seen(anna)).toContain(by({ en: 'PLN 189.00', pl: '189,00 zł' }));
    await anna.presses(by({ en: 'Only the overdue ones', pl: 'Tylko zaległe' }));
    expect(seen(anna)).toContain(by({ en: 'PLN 180.00', pl: '180,00 zł' }));
  });

  it('“both” after a list offers all of it', async () => {
    await anna.says(by({ en: 'show overdue invoices', pl: 'pokaż zaległe faktury' }));
    await anna.says(by({ en: 'pay both', pl: 'zapłać obie' }));
    await anna.presses(by({ en: 'All of these (3)', pl: 'Wszystkie z tej listy (3)' }));
    expect(seen(anna)).toContain(by({ en: 'for invoices 123, 124 and E-7', pl: 'za faktury 123, 124 i E-7' }));
  });

  it('two numbers in one text are two payments, one after the other', async () => {
    await anna.says(by({ en: 'pay invoices 123 and 124', pl: 'zapłać faktury 123 i 124' }));
    await anna.says(yes);
    expect(seen(anna)).toContain(by({ en: 'Pay PLN 80.00 for invoice 124', pl: 'Zapłacić 80,00 zł za fakturę 124' }));
    await anna.says(yes);
    expect(await set.charges()).toEqual(['100.00', '80.00']);
  });

  it('says so where there is nothing to pay', async () => {
    await set.account.sql.query(`UPDATE invoice SET "paidLoaded" = total WHERE "accountId" = $1`, [set.account.id]);
    await anna.says(overdue);
    expect(seen(anna)).toBe(by({ en: 'There is nothing overdue to pay.', pl: 'Nie ma zaległych faktur do zapłaty.' }));
    await anna.says(by({ en: 'I want to pay an invoice', pl: 'chcę zapłacić fakturę' }));
    expect(seen(anna)).toContain(by({ en: 'there are no unpaid invoices', pl: 'wszystkie faktury są opłacone' }));
    await anna.does({ type: 'wish', intent: 'invoices.pay', slots: { status: 'closed' } });
    expect(seen(anna)).toContain(
      by({ en: 'Closed invoices have nothing left', pl: 'Na zamkniętych fakturach nie zostało nic' }),
    );
  });

  it('names every one of 500, and the card stays within what the platforms take', async () => {
    await set.account.sql.query(
      `INSERT INTO invoice ("accountId", "externalId", number, type, "issuedOn", "dueOn", currency, net, tax, total, "lastDigits")
       SELECT $1, n, 'FV/2026/10/' || n, 'support', '2026-09-01', '2026-10-01', 'PLN', 1234.56, 0, 1234.56, n::text
       FROM generate_series(1001, 1497) n`,
      [set.account.id],
    );
    await anna.says(overdue);
    expect(seen(anna)).toContain(by({ en: 'for 500 invoices', pl: 'za 500 faktur' }));
    for (const number of ['FV/2026/10/1001', 'FV/2026/10/1497', 'E-7']) expect(seen(anna)).toContain(number);
    set.fits(anna.last());
    await anna.says(yes);
    set.fits(anna.last());
  });
});

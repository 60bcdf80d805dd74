import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import type { Talker } from '../support/talk.ts';
import { type Office, paymentOffice, seen, told } from './payments-office.ts';

const database = await testDatabase();

describe.each(['en', 'pl'] as const)('what can’t be paid (%s)', (locale) => {
  let set: Office;
  let anna: Talker;
  const by = <T>(texts: { en: T; pl: T }): T => texts[locale];
  const pay = (number: string) => by({ en: `pay invoice ${number}`, pl: `zapłać fakturę ${number}` });
  const part = (amount: string) =>
    by({ en: `pay ${amount} of invoice 123`, pl: `zapłać ${amount} na poczet faktury 123` });
  const yes = by({ en: 'yes', pl: 'tak' });

  beforeEach(async () => {
    set = await paymentOffice(database, locale);
    anna = await set.chat('anna');
    await set.account.invoice({ number: '123', total: '100.00' });
  });

  it('an amount of zero or below, too much, too precise or in another currency is asked for again', async () => {
    await anna.says(part('0 PLN'));
    expect(seen(anna)).toContain(by({ en: 'has to be more than zero', pl: 'musi być większa od zera' }));
    set.golden('amount', anna.last());
    await anna.presses(by({ en: 'Continue', pl: 'Dalej' }), { amount: '-5' });
    expect(seen(anna)).toContain(by({ en: 'has to be more than zero', pl: 'musi być większa od zera' }));
    await anna.presses(by({ en: 'Continue', pl: 'Dalej' }), { amount: '1.001' });
    expect(seen(anna)).toContain(by({ en: 'more decimal places than PLN', pl: 'przewiduje waluta PLN' }));
    await anna.presses(by({ en: 'Continue', pl: 'Dalej' }), { amount: 'a lot' });
    expect(seen(anna)).toContain(by({ en: 'doesn’t look like an amount', pl: 'nie wygląda na kwotę' }));
    await anna.says('100,01 PLN');
    expect(seen(anna)).toContain(by({ en: 'at most PLN 100.00', pl: 'najwyżej 100,00 zł' }));
    await anna.says('5 EUR');
    expect(seen(anna)).toContain(by({ en: 'can only be paid in PLN', pl: 'w walucie PLN i tylko w niej' }));
    await anna.says('99,99');
    expect(seen(anna)).toContain(by({ en: 'PLN 99.99 of PLN 100.00', pl: '99,99 zł z 100,00 zł' }));
    expect(await set.charges()).toEqual([]);
  });

  it('the whole of it is one press away from a wrong amount', async () => {
    await anna.says(part('200 PLN'));
    await anna.presses(anna.buttons().find((label) => /100[.,]00/.test(label))!);
    await anna.says(yes);
    expect(await set.charges()).toEqual(['100.00']);
  });

  it('an amount with several invoices: which one is asked', async () => {
    await set.account.invoice({ number: '124', total: '80.00', dueOn: '2026-10-02' });
    await anna.says(
      by({ en: 'pay 50 PLN of all overdue invoices', pl: 'zapłać 50 zł ze wszystkich zaległych faktur' }),
    );
    expect(seen(anna)).toContain(by({ en: 'one invoice at a time', pl: 'jedną fakturę naraz' }));
    set.golden('amount-which', anna.last());
    await anna.says('124');
    expect(seen(anna)).toContain(by({ en: 'PLN 50.00 of PLN 80.00', pl: '50,00 zł z 80,00 zł' }));
  });

  it('a closed invoice, one under way and one in dispute are each told plainly', async () => {
    await set.account.invoice({ number: 'PAID-9', paidLoaded: '100.00' });
    await anna.says(pay('PAID-9'));
    expect(seen(anna)).toContain(
      by({ en: 'Nothing is left to pay on invoice PAID-9', pl: 'Na fakturze PAID-9 nie zostało nic' }),
    );
    await set.account.limit('PLN', '10.00');
    await anna.says(pay('123'));
    await anna.says(yes);
    await anna.says(pay('123'));
    expect(seen(anna)).toContain(by({ en: 'has been submitted already', pl: 'jest już w toku' }));
    await set.account.dispute(await set.account.invoice({ number: '777', total: '5.00' }), 'anna');
    await anna.says(pay('777'));
    expect(seen(anna)).toContain(
      by({ en: 'Careful: invoice 777 is in dispute', pl: 'Uwaga: faktura 777 jest reklamowana' }),
    );
    set.golden('disputed', anna.last());
    await anna.says(yes);
    expect(told(anna.last())).toMatch(by({ en: /waiting for approval|Paid/, pl: /czeka na zatwierdzenie|Zapłacono/ }));
  });

  it('an unknown number and another account’s number are answered alike', async () => {
    const other = await set.world.account({ ola: ['finance'] });
    await other.invoice({ number: '555', total: '1.00' });
    const answer = async (number: string) => {
      await anna.says(pay(number));
      return seen(anna).replaceAll(number, 'N');
    };
    expect(await answer('555')).toBe(await answer('556'));
    expect(seen(anna)).toContain(by({ en: 'can’t find invoice 556', pl: 'nie ma faktury 556' }));
    await anna.says('123');
    expect(seen(anna)).toContain(by({ en: 'Pay PLN 100.00', pl: 'Zapłacić 100,00 zł' }));
  });

  it('an expired card, also as the default: another one is asked for, the page among them', async () => {
    await set.account.sql.query(`UPDATE payment_method SET "expYear" = 2026, "expMonth" = 10 WHERE id = $1`, [
      set.visa,
    ]);
    await anna.says(pay('123'));
    expect(seen(anna)).toContain(
      by({ en: 'Visa •••• 4242 has expired', pl: 'Visa •••• 4242: ta karta straciła ważność' }),
    );
    set.golden('default-expired', anna.last());
    expect(anna.buttons()).toEqual(
      by({
        en: ['Bank account •••• 5521', 'Payment provider’s page'],
        pl: ['Rachunek bankowy •••• 5521', 'Strona operatora płatności'],
      }),
    );
    await anna.says('4242');
    expect(seen(anna)).toContain(by({ en: 'has expired', pl: 'straciła ważność' }));
    await anna.presses(by({ en: 'Bank account •••• 5521', pl: 'Rachunek bankowy •••• 5521' }));
    await anna.says(yes);
    expect(await set.charges()).toEqual(['100.00']);
  });

  it('without the role: which one paying takes, who has it, and a button to ask for it', async () => {
    for (const name of ['piotr', 'ewa']) {
      const chat = await set.chat(name);
      await chat.says(pay('123'));
      expect(seen(chat)).toMatch(
        by({ en: /right to pay invoices.*role finance.*Anna, Jan/, pl: /aby płacić faktury.*finansowa.*Anna, Jan/ }),
      );
      expect(chat.buttons()).toEqual([by({ en: 'Ask for the role: finance', pl: 'Poproś o rolę: finansowa' })]);
    }
  });

  it('a payment that nobody could approve is refused before it is made', async () => {
    for (const name of ['ewa', 'marek', 'piotr']) await set.account.suspend(name);
    await set.account.limit('PLN', '10.00');
    await anna.says(pay('123'));
    expect(seen(anna)).toContain(
      by({ en: 'nobody in your account can right now', pl: 'nikt teraz nie może tego zrobić' }),
    );
    expect(anna.buttons()).toEqual([]);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import type { Talker } from '../support/talk.ts';
import { type Office, paymentOffice, seen, told } from './payments-office.ts';

const database = await testDatabase();
const DAY = 24 * 3_600_000;

describe.each(['en', 'pl'] as const)('the history of payments (%s)', (locale) => {
  let set: Office;
  let anna: Talker;
  const by = <T>(texts: { en: T; pl: T }): T => texts[locale];
  const history = by({ en: 'show my payments', pl: 'pokaż płatności' });

  async function pay(number: string, amount = '100.00'): Promise<void> {
    await set.account.invoice({ number, total: amount });
    await anna.says(by({ en: `pay invoice ${number}`, pl: `zapłać fakturę ${number}` }));
    await anna.says(by({ en: 'yes', pl: 'tak' }));
  }

  beforeEach(async () => {
    set = await paymentOffice(database, locale);
    anna = await set.chat('anna');
  });

  it('has the newest first, each with its state in words and what can be done with it', async () => {
    await pay('1');
    await set.gateway.misbehave({ kind: 'decline' });
    await pay('2');
    await set.account.limit('PLN', '50.00');
    await pay('3');
    await anna.says(history);
    const [first, second, third] = seen(anna)
      .split('\n')
      .filter((line) => line.startsWith('P-'));
    expect(first).toContain(by({ en: 'Waiting for approval', pl: 'Czeka na zatwierdzenie' }));
    expect(first).toContain(by({ en: '[Withdraw]', pl: '[Wycofaj]' }));
    expect(second).toContain(by({ en: 'Failed', pl: 'Nieudana' }));
    expect(third).toContain(by({ en: 'Paid', pl: 'Zapłacona' }));
    set.golden('list', anna.last());
    await anna.presses(by({ en: 'Withdraw', pl: 'Wycofaj' }));
    expect(seen(anna)).toContain(by({ en: 'Withdraw payment P-1003', pl: 'Wycofać płatność P-1003' }));
  });

  it('lets a manager decide from it, after a confirmation', async () => {
    await set.account.limit('PLN', '50.00');
    await pay('1');
    const ewa = await set.chat('ewa');
    await ewa.says(history);
    set.golden('list-manager', ewa.last());
    await ewa.says(by({ en: 'approve the first payment', pl: 'zatwierdź pierwszą płatność' }));
    expect(seen(ewa)).toContain(by({ en: 'Approve payment P-1001', pl: 'Zatwierdzić płatność P-1001' }));
    expect(await set.charges()).toEqual([]);
  });

  it('is paged', async () => {
    for (let n = 1; n <= 9; n += 1) await pay(String(n), '1.00');
    await anna.says(history);
    expect(seen(anna)).toContain('P-1009');
    expect(seen(anna)).not.toContain('P-1001');
    await anna.says(by({ en: 'next', pl: 'dalej' }));
    expect(seen(anna)).toContain('P-1001');
    expect(seen(anna)).not.toContain('P-1009');
  });

  it('of a period has what was made in it', async () => {
    await pay('1');
    set.clock.move(40 * DAY);
    await pay('2');
    await anna.says(by({ en: 'payments in November', pl: 'płatności z listopada' }));
    expect(seen(anna)).toContain('P-1001');
    expect(seen(anna)).not.toContain('P-1002');
    await anna.says(by({ en: 'payments in October', pl: 'płatności z października' }));
    expect(seen(anna)).toMatch(
      by({ en: /^No payments were made here \(1 Oct 2026/, pl: /^Nie ma tu żadnych płatności \(1 paź 2026/ }),
    );
    set.golden('list-none', anna.last());
  });

  it('of one invoice says in words how its payment stands', async () => {
    await pay('1');
    await anna.says(by({ en: 'did the payment for 1 go through?', pl: 'czy przeszła płatność za fakturę 1?' }));
    expect(told(anna.last())).toContain(
      by({ en: 'Paid: PLN 100.00 for invoice 1', pl: 'Zapłacono 100,00 zł za fakturę 1' }),
    );
  });

  it('of an invoice paid otherwise says what the loaded data knows', async () => {
    const id = await set.account.invoice({ number: '7', paidLoaded: '100.00' });
    await set.account.sql.query(
      `INSERT INTO invoice_settlement ("accountId", "invoiceId", reference, "paidOn", amount)
       VALUES ($1, $2, 'BANK-1', '2026-09-20', 100)`,
      [set.account.id, id],
    );
    await anna.says(by({ en: 'did the payment for 7 go through?', pl: 'czy przeszła płatność za fakturę 7?' }));
    expect(told(anna.last())).toBe(
      by({
        en: 'No payments were made here for invoice 7. Received otherwise: PLN 100.00, 20 Sept 2026 (BANK-1).',
        pl: 'Nie ma tu żadnych płatności za fakturę 7. Wpłaty otrzymane inną drogą: 100,00 zł, 20 wrz 2026 (BANK-1).',
      }),
    );
  });

  it('is not for a technical contact', async () => {
    const piotr = await set.chat('piotr');
    await piotr.says(history);
    expect(seen(piotr)).toContain(by({ en: 'right to see payments made', pl: 'aby przeglądać historię płatności' }));
  });

  it('tells of a second charge that the gateway reports', async () => {
    await pay('1');
    await set.account.sql.query(
      `INSERT INTO notice ("accountId", "contactId", kind, key, "aboutKind", "aboutId", details, "createdAt")
       SELECT $1, $2, 'payment.settled', 'second', 'payment', id, '{"state":"needs_review","reason":"second_charge"}', now()
       FROM payment WHERE "accountId" = $1`,
      [set.account.id, set.account.person('anna')],
    );
    await set.talk.settle();
    expect(told(anna.last())).toContain(by({ en: 'reports two charges', pl: 'zgłosił dwa obciążenia' }));
  });
});

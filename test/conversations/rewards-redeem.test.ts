import { beforeEach, describe, expect, it } from 'vitest';
import { leftOf } from '../portal/payments/support.ts';
import { addRewards, addSupportInvoice } from '../portal/rewards/support.ts';
import { testDatabase } from '../support/database.ts';
import type { Talker } from '../support/talk.ts';
import { seen, told } from './payments-office.ts';
import { type Desk, rewardDesk } from './rewards-desk.ts';

const database = await testDatabase();

describe.each(['en', 'pl'] as const)('using rewards on an invoice (%s)', (locale) => {
  let desk: Desk;
  let anna: Talker;
  const by = <T>(texts: { en: T; pl: T }): T => texts[locale];
  const yes = by({ en: 'yes', pl: 'tak' });
  const onInvoice = by({ en: 'redeem rewards on invoice 124', pl: 'wykorzystaj nagrody na fakturę 124' });
  const asks = by({
    en: 'Use rewards worth PLN 1,650.00 on invoice 124? PLN 810.00 will then be left to pay.',
    pl: 'Wykorzystać nagrody o wartości 1 650,00 zł na poczet faktury 124? Do zapłaty zostanie 810,00 zł.',
  });

  beforeEach(async () => {
    desk = await rewardDesk(database, locale);
    anna = await desk.chat('anna');
  });

  it('shows what is used from which batch, asks, and uses it once', async () => {
    await anna.says(onInvoice);
    expect(seen(anna)).toContain(asks);
    desk.golden('confirm', anna.last());
    expect(await leftOf(desk.account, desk.invoice)).toBe('2460.00');
    await anna.says(yes);
    expect(seen(anna)).toContain(
      by({
        en: 'Rewards worth PLN 1,650.00 were used on invoice 124 (redemption R-1001). PLN 810.00 is left to pay',
        pl: 'Wykorzystano nagrody o wartości 1 650,00 zł na poczet faktury 124 (numer wykorzystania R-1001). Do zapłaty zostało 810,00 zł',
      }),
    );
    desk.golden('redeemed', anna.last());
    await anna.says(yes);
    expect(await leftOf(desk.account, desk.invoice)).toBe('810.00');
    await anna.says(by({ en: 'show our rewards', pl: 'pokaż nasze nagrody' }));
    expect(seen(anna)).toContain('R-1001');
    desk.golden('show-used', anna.last());
    await anna.says(by({ en: 'show invoice 124', pl: 'pokaż fakturę 124' }));
    expect(seen(anna)).toContain('R-1001');
    desk.golden('invoice', anna.last());
  });

  it('takes the only invoice rewards fit where none is named, and offers to pay the rest', async () => {
    await anna.says(by({ en: 'use our rewards', pl: 'wykorzystaj nasze nagrody' }));
    expect(seen(anna)).toContain(asks);
    await anna.says(yes);
    await anna.presses(by({ en: 'Pay the rest', pl: 'Zapłać resztę' }));
    expect(seen(anna)).toContain(by({ en: 'PLN 810.00', pl: '810,00 zł' }));
  });

  it('asks which one of several, and takes a row of the list', async () => {
    await addSupportInvoice(desk.account, { number: 'INV-500', net: '100.00', tax: '23.00', dueOn: '2026-12-01' });
    await anna.says(by({ en: 'use our rewards', pl: 'wykorzystaj nasze nagrody' }));
    expect(seen(anna)).toContain(by({ en: 'Which support invoice', pl: 'Na poczet której faktury' }));
    desk.golden('which', anna.last());
    await anna.says(by({ en: 'the second one', pl: 'drugą' }));
    expect(seen(anna)).toContain(by({ en: 'PLN 23.00 will then be left', pl: 'Do zapłaty zostanie 23,00 zł' }));
    expect(seen(anna)).toContain(by({ en: 'only the part of an invoice before tax', pl: 'tylko kwotę netto' }));
  });

  it('takes an amount said with it, and another one at the confirmation, typed or in the form', async () => {
    await anna.says(
      by({ en: 'use 300 PLN of rewards on invoice 124', pl: 'wykorzystaj 300 zł z nagród na fakturę 124' }),
    );
    expect(seen(anna)).toContain(by({ en: 'worth PLN 300.00', pl: 'o wartości 300,00 zł' }));
    await anna.says(by({ en: 'only 200 PLN', pl: 'tylko 200 zł' }));
    expect(seen(anna)).toContain(by({ en: 'worth PLN 200.00', pl: 'o wartości 200,00 zł' }));
    await anna.presses(by({ en: 'Change the amount', pl: 'Zmień kwotę' }), { amount: '2000' });
    expect(seen(anna)).toContain(by({ en: 'at most PLN 1,650.00', pl: 'najwyżej 1 650,00 zł' }));
    desk.golden('too-much', anna.last());
    await anna.presses(by({ en: 'Continue', pl: 'Dalej' }), { amount: '50' });
    await anna.says(yes);
    expect(await leftOf(desk.account, desk.invoice)).toBe('2410.00');
  });

  it('takes points where rewards are counted in them, and says so where they are not', async () => {
    const points = by({ en: 'redeem 200 points on invoice 124', pl: 'wykorzystaj 200 punktów na fakturę 124' });
    await anna.says(points);
    expect(seen(anna)).toContain(by({ en: 'not in points', pl: 'nie w punktach' }));
    await anna.says(by({ en: 'cancel', pl: 'anuluj' }));
    await desk.account.sql.query('DELETE FROM reward_batch WHERE "accountId" = $1', [desk.account.id]);
    await addRewards(desk.account, { amount: '12500', rate: '0.01' });
    await anna.says(points);
    expect(seen(anna)).toContain(by({ en: '200 points (PLN 2.00)', pl: '200 punktów (2,00 zł)' }));
    desk.golden('points-confirm', anna.last());
    await anna.says(yes);
    expect(await leftOf(desk.account, desk.invoice)).toBe('2458.00');
  });

  it('says why an invoice takes none, and offers those that do', async () => {
    await anna.says(by({ en: 'redeem rewards on invoice 123', pl: 'wykorzystaj nagrody na fakturę 123' }));
    expect(seen(anna)).toContain(by({ en: 'on support invoices only', pl: 'tylko na faktury za asystę techniczną' }));
    desk.golden('not-support', anna.last());
    await anna.says('124');
    expect(seen(anna)).toContain(asks);
  });

  it('says that there are none to use, or no invoice to use them on', async () => {
    const use = by({ en: 'use our rewards', pl: 'wykorzystaj nasze nagrody' });
    await desk.account.sql.query(`UPDATE invoice SET "paidLoaded" = total WHERE id = $1`, [desk.invoice]);
    await anna.says(use);
    expect(seen(anna)).toContain(by({ en: 'no unpaid support invoice', pl: 'nie ma teraz nieopłaconej faktury' }));
    await desk.account.sql.query('DELETE FROM reward_batch WHERE "accountId" = $1', [desk.account.id]);
    await anna.says(use);
    expect(seen(anna)).toContain(by({ en: 'no rewards to use', pl: 'nie ma teraz nagród do wykorzystania' }));
  });

  it('keeps to the platforms’ limits however many batches it takes', async () => {
    for (let nth = 0; nth < 60; nth++) await addRewards(desk.account, { id: `s${nth}`, amount: '1.00' });
    await anna.says(onInvoice);
    expect(seen(anna)).toContain(by({ en: '53 more', pl: 'jeszcze 53' }));
    desk.golden('many-batches', anna.last());
    await anna.presses(by({ en: 'No, leave it', pl: 'Nie, zostaw' }));
    await anna.says(by({ en: 'show our rewards', pl: 'pokaż nasze nagrody' }));
    desk.golden('show-many', anna.last());
  });

  it('warns of a dispute before', async () => {
    await desk.account.dispute(desk.invoice, 'anna');
    await anna.says(onInvoice);
    expect(seen(anna)).toContain(by({ en: 'is in dispute', pl: 'jest reklamowana' }));
    await anna.says(yes);
    expect(await leftOf(desk.account, desk.invoice)).toBe('810.00');
  });

  it('asks again when the balance has changed since', async () => {
    await anna.says(onInvoice);
    const ewa = await desk.chat('ewa');
    await ewa.says(
      by({ en: 'use 650 PLN of rewards on invoice 124', pl: 'wykorzystaj 650 zł z nagród na fakturę 124' }),
    );
    await ewa.says(yes);
    await anna.says(yes);
    expect(seen(anna)).toContain(by({ en: 'worth PLN 1,000.00', pl: 'o wartości 1 000,00 zł' }));
    await anna.says(yes);
    expect(await leftOf(desk.account, desk.invoice)).toBe('810.00');
  });

  it('serves another wish in the middle, takes another invoice, and leaves it when told to', async () => {
    await addSupportInvoice(desk.account, { number: '500', net: '100.00', tax: '23.00' });
    await anna.says(onInvoice);
    const said = await anna.says(by({ en: 'show overdue invoices', pl: 'pokaż zaległe faktury' }));
    expect(told(said.at(-1)!)).toContain(asks);
    await anna.says(by({ en: 'no, invoice 500', pl: 'nie, faktura 500' }));
    expect(seen(anna)).toContain('500?');
    await anna.presses(by({ en: 'No, leave it', pl: 'Nie, zostaw' }));
    await anna.says(yes);
    expect(await leftOf(desk.account, desk.invoice)).toBe('2460.00');
  });

  it('can’t be undone, and says what can be done instead', async () => {
    await anna.says(onInvoice);
    await anna.says(yes);
    await anna.says(by({ en: 'undo', pl: 'cofnij' }));
    expect(seen(anna)).toContain(by({ en: 'can look into it', pl: 'może wyjaśnić konsultant' }));
  });

  it('tells somebody without the role which one is needed', async () => {
    const piotr = await desk.chat('piotr');
    await piotr.says(onInvoice);
    expect(seen(piotr)).toContain(by({ en: 'redeem rewards', pl: 'wykorzystywać nagrody' }));
    desk.golden('role', piotr.last());
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { leftOf } from '../portal/payments/support.ts';
import { addRewards, addSupportInvoice } from '../portal/rewards/support.ts';
import { testDatabase } from '../support/database.ts';
import type { Talker } from '../support/talk.ts';
import { type Office, paymentOffice, seen } from './payments-office.ts';

const database = await testDatabase();

describe.each(['en', 'pl'] as const)('paying with rewards first (%s)', (locale) => {
  let set: Office;
  let anna: Talker;
  let invoice: string;
  const by = <T>(texts: { en: T; pl: T }): T => texts[locale];
  const yes = by({ en: 'yes', pl: 'tak' });
  const pay = by({ en: 'pay invoice 124', pl: 'zapłać fakturę 124' });
  const use = by({ en: 'Use rewards (-PLN 400.00)', pl: 'Użyj nagród (-400,00 zł)' });
  const without = by({ en: 'Without rewards', pl: 'Bez nagród' });
  const whole = by({ en: 'Pay PLN 2,460.00 for invoice 124 with', pl: 'Zapłacić 2 460,00 zł za fakturę 124 kartą' });
  const rest = by({ en: 'Pay PLN 2,060.00 for invoice 124 with', pl: 'Zapłacić 2 060,00 zł za fakturę 124 kartą' });
  const after = by({ en: 'after rewards worth PLN 400.00', pl: 'po odliczeniu nagród (400,00 zł)' });
  const golden = (name: string) => set.golden(`rewards-${name}`, anna.last());
  const labels = () => anna.buttons().map((label) => label.replace(/[\u00a0\u202f]/g, ' '));
  const press = (label: string) => anna.pressesId(anna.button(anna.buttons()[labels().indexOf(label)]!));

  beforeEach(async () => {
    set = await paymentOffice(database, locale);
    anna = await set.chat('anna');
    await addRewards(set.account, { amount: '400.00', source: 'Loyalty' });
    invoice = await addSupportInvoice(set.account, { number: '124', net: '2000.00', tax: '460.00' });
  });

  it('offers them where they fit, and applies them only when asked', async () => {
    await anna.says(pay);
    expect(seen(anna)).toContain(whole);
    expect(labels()).toContain(use);
    golden('offered');
    await press(use);
    expect(seen(anna)).toContain(rest);
    expect(seen(anna)).toContain(after);
    expect(labels()).toContain(without);
    golden('confirm');
    await anna.says(yes);
    expect(await set.charges()).toEqual(['2060.00']);
    expect(await leftOf(set.account, invoice)).toBe('0.00');
    golden('paid');
  });

  it('takes them by words, and leaves them out by words', async () => {
    await anna.says(pay);
    await anna.says(by({ en: 'use our points', pl: 'z nagrodami' }));
    expect(seen(anna)).toContain(rest);
    await anna.says(by({ en: 'without rewards', pl: 'bez nagród' }));
    expect(seen(anna)).toContain(whole);
    await anna.says(by({ en: 'yes, with rewards', pl: 'tak, użyj nagród' }));
    expect(seen(anna)).toContain(rest);
    expect(await set.charges()).toEqual([]);
    await anna.says(by({ en: 'from the bank account', pl: 'z konta bankowego' }));
    expect(seen(anna)).toContain('5521');
    expect(seen(anna)).toContain(after);
    await anna.says(yes);
    expect(await set.charges()).toEqual(['2060.00']);
  });

  it('charges nothing where they cover it all', async () => {
    await anna.says(by({ en: 'pay 300 PLN of invoice 124', pl: 'zapłać 300 zł na poczet faktury 124' }));
    await press(by({ en: 'Use rewards (-PLN 300.00)', pl: 'Użyj nagród (-300,00 zł)' }));
    expect(seen(anna)).toContain(by({ en: 'Nothing is charged.', pl: 'Nic nie zostanie pobrane.' }));
    golden('covered-confirm');
    await anna.says(yes);
    expect(seen(anna)).toContain('R-1001');
    golden('covered');
    expect(await set.charges()).toEqual([]);
    expect(await leftOf(set.account, invoice)).toBe('2160.00');
    await anna.says(by({ en: 'undo', pl: 'cofnij' }));
    expect(seen(anna)).toContain(by({ en: 'rewards can’t be taken back', pl: 'nagród nie da się stąd przywrócić' }));
  });

  it('goes over several invoices and keeps to what fits', async () => {
    await set.account.invoice({ number: '7', total: '10.00', dueOn: '2026-10-09' });
    await set.account.sql.query(`UPDATE invoice SET type = 'usage' WHERE number = '7' AND "accountId" = $1`, [
      set.account.id,
    ]);
    await anna.says(by({ en: 'pay all overdue invoices', pl: 'zapłać wszystkie zaległe faktury' }));
    await press(use);
    expect(seen(anna)).toContain(by({ en: 'PLN 2,070.00 for invoices', pl: '2 070,00 zł za faktury' }));
    golden('several');
    await anna.says(yes);
    expect(await set.charges()).toEqual(['2070.00']);
  });

  it('keeps to the platforms’ limits however many invoices and batches there are', async () => {
    for (let n = 0; n < 25; n++) {
      await addRewards(set.account, { id: `b${n}`, amount: '7.00', source: `${n} ${'for an order '.repeat(38)}` });
      await addSupportInvoice(set.account, { number: `${500 + n}`, net: '20.00', tax: '4.60', dueOn: '2026-09-20' });
    }
    await anna.says(by({ en: 'pay all overdue invoices', pl: 'zapłać wszystkie zaległe faktury' }));
    await press(by({ en: 'Use rewards (-PLN 575.00)', pl: 'Użyj nagród (-575,00 zł)' }));
    set.fits(anna.last());
    expect(seen(anna)).toContain(by({ en: '21 more', pl: 'jeszcze 21' }));
    await anna.says(yes);
    set.fits(anna.last());
    expect(await set.charges()).toEqual(['2500.00']);
  });

  it('does not offer them where none fit, and says so when they are asked for', async () => {
    await set.account.invoice({ number: '7', total: '10.00', dueOn: '2026-10-09' });
    await set.account.sql.query(`UPDATE invoice SET type = 'usage' WHERE number = '7' AND "accountId" = $1`, [
      set.account.id,
    ]);
    await anna.says(by({ en: 'pay invoice 7', pl: 'zapłać fakturę 7' }));
    expect(seen(anna)).not.toMatch(/rewards|nagród/);
    await anna.says(by({ en: 'with rewards', pl: 'z nagrodami' }));
    expect(seen(anna)).toContain(by({ en: 'No rewards fit this payment', pl: 'Żadne nagrody nie pasują' }));
    await anna.says(yes);
    expect(await set.charges()).toEqual(['10.00']);
  });

  it('shows the decider both parts, and frees the rewards when it is declined', async () => {
    await set.account.limit('PLN', '100.00');
    const ewa = await set.chat('ewa');
    await anna.says(pay);
    await press(use);
    expect(seen(anna)).toContain(by({ en: 'takes approval', pl: 'wymaga zatwierdzenia' }));
    await anna.says(yes);
    golden('waiting');
    expect(seen(ewa)).toContain(
      by({ en: 'PLN 2,060.00 plus PLN 400.00 from rewards', pl: '2 060,00 zł plus 400,00 zł z nagród' }),
    );
    set.golden('rewards-approval', ewa.last());
    await ewa.presses(by({ en: 'Decline', pl: 'Odrzuć' }));
    await ewa.says(by({ en: 'too much', pl: 'za dużo' }));
    await ewa.says(yes);
    await anna.says(by({ en: 'show our rewards', pl: 'pokaż nasze nagrody' }));
    expect(seen(anna)).toContain(by({ en: 'You have PLN 400.00', pl: 'do wykorzystania: 400,00 zł' }));
  });

  it('says after a charge that failed that they are free again, and offers the same another way', async () => {
    await set.gateway.misbehave({ kind: 'decline' });
    await anna.says(pay);
    await press(use);
    await anna.says(yes);
    expect(seen(anna)).toContain(by({ en: 'The rewards are free again.', pl: 'Nagrody są znów do wykorzystania.' }));
    golden('failed');
    await anna.presses(by({ en: 'Bank account •••• 5521', pl: 'Rachunek bankowy •••• 5521' }));
    expect(seen(anna)).toContain(after);
    await anna.says(yes);
    expect(await set.charges()).toEqual(['2060.00']);
  });

  it('asks again when somebody else used them since', async () => {
    await anna.says(pay);
    await press(use);
    await set.account.sql.query(`UPDATE reward_batch SET amount = 150 WHERE "accountId" = $1`, [set.account.id]);
    await anna.says(yes);
    expect(await set.charges()).toEqual([]);
    expect(seen(anna)).toContain(by({ en: 'PLN 2,310.00', pl: '2 310,00 zł' }));
    await anna.says(yes);
    expect(await set.charges()).toEqual(['2310.00']);
  });
});

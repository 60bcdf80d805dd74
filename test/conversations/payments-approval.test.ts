import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import type { Talker } from '../support/talk.ts';
import { type Office, paymentOffice, seen, told } from './payments-office.ts';

const database = await testDatabase();
const DAY = 24 * 3_600_000;

describe.each(['en', 'pl'] as const)('a payment above the limit (%s)', (locale) => {
  let set: Office;
  let anna: Talker;
  let ewa: Talker;
  let marek: Talker;
  const by = <T>(texts: { en: T; pl: T }): T => texts[locale];
  const yes = by({ en: 'yes', pl: 'tak' });
  const approve = by({ en: 'Approve', pl: 'Zatwierdź' });
  const decline = by({ en: 'Decline', pl: 'Odrzuć' });
  const withdraw = by({ en: 'Withdraw', pl: 'Wycofaj' });
  const waiting = by({ en: 'is waiting for approval', pl: 'czeka na zatwierdzenie' });
  const asks = by({ en: 'Anna asks you to approve payment P-1001', pl: 'Anna prosi o zatwierdzenie płatności P-1001' });

  async function pay(number: string): Promise<void> {
    await anna.says(by({ en: `pay invoice ${number}`, pl: `zapłać fakturę ${number}` }));
    await anna.says(yes);
  }

  beforeEach(async () => {
    set = await paymentOffice(database, locale);
    [anna, ewa, marek] = [await set.chat('anna'), await set.chat('ewa'), await set.chat('marek')];
    await set.account.limit('PLN', '500.00');
    await set.account.invoice({ number: '123', total: '900.00' });
    await set.account.invoice({ number: '124', total: '800.00' });
  });

  it('is said before it is confirmed, waits, and is asked of every manager in their own chat', async () => {
    await anna.says(by({ en: 'pay invoice 123', pl: 'zapłać fakturę 123' }));
    expect(seen(anna)).toContain(by({ en: 'Ewa or Marek can approve it', pl: 'Zatwierdzić ją może Ewa lub Marek' }));
    set.golden('approval-confirm', anna.last());
    await anna.says(yes);
    expect(told(anna.last())).toContain(waiting);
    expect(anna.buttons()).toEqual([withdraw]);
    set.golden('approval-waiting', anna.last());
    for (const manager of [ewa, marek]) {
      expect(told(manager.last())).toContain(asks);
      expect(manager.buttons()).toEqual([approve, decline]);
    }
    set.golden('approval-asked', ewa.last());
    expect(await set.charges()).toEqual([]);
  });

  it('is approved by one press, charged once, told to the payer, and every card of it closes', async () => {
    await pay('123');
    const cards = [anna.last(), ewa.last(), marek.last()].map(({ key }) => key);
    const late = marek.button(approve);
    const said = await ewa.presses(approve);
    expect(told(said[0]!)).toContain(
      by({ en: 'Approved. Anna’s payment P-1001', pl: 'Zatwierdzono. Płatność P-1001' }),
    );
    set.golden('approved', said[0]!);
    expect(await set.charges()).toEqual(['900.00']);
    expect(told(anna.last())).toContain(by({ en: 'Paid: PLN 900.00', pl: 'Zapłacono 900,00 zł' }));
    expect(told(anna.last())).toContain(by({ en: 'Approved by Ewa', pl: 'Decyzja o zatwierdzeniu: Ewa' }));
    set.golden('approved-told', anna.last());
    for (const chat of [anna, ewa, marek]) {
      const copy = chat.messages().find(({ key }) => cards.includes(key))!;
      expect(JSON.stringify(copy.reply.card)).not.toContain('"actions"');
      expect(copy.reply.text).not.toContain(waiting);
      expect(JSON.stringify(copy.reply)).toContain('Ewa');
    }
    await marek.pressesId(late);
    expect(told(marek.last())).toContain(by({ en: 'I changed nothing', pl: 'nic się nie zmieniło' }));
    expect(told(marek.last())).toContain('Ewa');
    set.golden('approve-already', marek.last());
    expect(await set.charges()).toEqual(['900.00']);
  });

  it('approved twice at once by two managers is charged once', async () => {
    await pay('123');
    await Promise.all([ewa.presses(approve), marek.presses(approve)]);
    expect(await set.charges()).toEqual(['900.00']);
    const both = [...ewa.messages(), ...marek.messages()].map(told);
    expect(both.filter((text) => text.startsWith(by({ en: 'Approved.', pl: 'Zatwierdzono.' })))).toHaveLength(1);
  });

  it('approved by typing is confirmed first', async () => {
    await pay('123');
    await ewa.says(by({ en: 'approve the payment for invoice 123', pl: 'zatwierdź płatność za fakturę 123' }));
    expect(seen(ewa)).toContain(
      by({ en: 'Approve payment P-1001 of Anna: PLN 900.00', pl: 'Zatwierdzić płatność P-1001 (900,00 zł' }),
    );
    set.golden('approve-confirm', ewa.last());
    expect(await set.charges()).toEqual([]);
    await ewa.says(yes);
    expect(await set.charges()).toEqual(['900.00']);
  });

  it('asks which one where several wait, and says so where none does', async () => {
    const first = by({ en: 'approve the payment', pl: 'zatwierdź płatność' });
    await ewa.says(first);
    expect(seen(ewa)).toContain(
      by({ en: 'No payment is waiting for your approval', pl: 'Żadna płatność nie czeka na Twoje' }),
    );
    await pay('123');
    await pay('124');
    await ewa.says(first);
    expect(seen(ewa)).toContain(
      by({ en: 'Which payment would you like to approve?', pl: 'Którą płatność zatwierdzić?' }),
    );
    set.golden('approve-which', ewa.last());
    await ewa.says(by({ en: 'the second one', pl: 'drugą' }));
    expect(seen(ewa)).toContain('P-1002');
    await ewa.says(yes);
    expect(await set.charges()).toEqual(['800.00']);
  });

  it('is found by its own number, also among more than a list holds', async () => {
    const numbers = Array.from({ length: 9 }, (_, n) => `7${n}`);
    for (const number of numbers) {
      await set.account.invoice({ number, total: '600.00' });
      await pay(number);
    }
    await ewa.says(by({ en: 'approve the payment', pl: 'zatwierdź płatność' }));
    expect(seen(ewa)).toContain(by({ en: '1 more: name one', pl: 'jeszcze 1' }));
    set.fits(ewa.last());
    await ewa.says(by({ en: 'approve payment P-1009', pl: 'zatwierdź płatność P-1009' }));
    expect(seen(ewa)).toContain(by({ en: 'Approve payment P-1009', pl: 'Zatwierdzić płatność P-1009' }));
  });

  it('is declined with a reason by one form, which the payer reads', async () => {
    await pay('123');
    await ewa.presses(decline);
    expect(seen(ewa)).toContain(by({ en: 'Why should payment P-1001', pl: 'Dlaczego odrzucić płatność P-1001' }));
    set.golden('decline-why', ewa.last());
    const [submit] = ewa.buttons();
    const said = await ewa.presses(submit!, { reason: 'not ordered' });
    expect(told(said[0]!)).toContain(by({ en: 'was declined: “not ordered”', pl: 'została odrzucona: „not ordered”' }));
    set.golden('declined', said[0]!);
    expect(told(anna.last())).toContain('not ordered');
    expect(told(anna.last())).toContain('Ewa');
    set.golden('declined-told', anna.last());
    expect(await set.charges()).toEqual([]);
    await anna.says(by({ en: 'pay invoice 123', pl: 'zapłać fakturę 123' }));
    expect(seen(anna)).toContain(by({ en: 'Pay PLN 900.00', pl: 'Zapłacić 900,00 zł' }));
  });

  it('is declined by typing, reason and all, after a confirmation; or with no reason', async () => {
    await pay('123');
    await ewa.says(by({ en: 'decline the payment for 123, wrong amount', pl: 'odrzuć płatność za 123, zła kwota' }));
    expect(seen(ewa)).toContain(by({ en: 'wrong amount', pl: 'zła kwota' }));
    set.golden('decline-confirm', ewa.last());
    await ewa.says(yes);
    expect(told(anna.last())).toContain(by({ en: 'wrong amount', pl: 'zła kwota' }));
    await pay('124');
    await marek.presses(decline);
    await marek.presses(by({ en: 'Decline without a reason', pl: 'Odrzuć bez powodu' }));
    expect(told(anna.last())).toContain(
      by({ en: 'was declined by Marek.', pl: 'została odrzucona (decyzja: Marek).' }),
    );
  });

  it('a typed reason is confirmed too', async () => {
    await pay('123');
    await ewa.presses(decline);
    await ewa.says(by({ en: 'we never ordered this', pl: 'nigdy tego nie zamawialiśmy' }));
    expect(seen(ewa)).toContain(by({ en: '“we never ordered this”', pl: '„nigdy tego nie zamawialiśmy”' }));
    await ewa.says(yes);
    expect(told(anna.last())).toContain(by({ en: 'we never ordered this', pl: 'nigdy tego nie zamawialiśmy' }));
  });

  it('can’t be approved by its payer, also when they are a manager', async () => {
    await set.account.setRoles('anna', ['finance', 'management']);
    await pay('123');
    await anna.says(by({ en: 'approve the payment for invoice 123', pl: 'zatwierdź płatność za fakturę 123' }));
    expect(seen(anna)).toContain(by({ en: 'You asked for this yourself', pl: 'To Twoja własna prośba' }));
    expect(await set.charges()).toEqual([]);
  });

  it('can’t be approved by another finance contact, who is told who can', async () => {
    await pay('123');
    const jan = await set.chat('jan');
    await jan.says(by({ en: 'approve the payment for invoice 123', pl: 'zatwierdź płatność za fakturę 123' }));
    expect(seen(jan)).toContain('Ewa, Marek');
    expect(await set.charges()).toEqual([]);
  });

  it('a button kept by somebody who is no manager any more does nothing', async () => {
    await pay('123');
    const kept = ewa.button(approve);
    await set.account.setRoles('ewa', ['technical']);
    await ewa.pressesId(kept);
    expect(await set.charges()).toEqual([]);
    expect(told(ewa.last())).not.toContain(by({ en: 'Approved.', pl: 'Zatwierdzono.' }));
  });

  it('is withdrawn by its payer with one press, and the managers’ cards close', async () => {
    await pay('123');
    const late = ewa.button(approve);
    await anna.presses(withdraw);
    expect(told(anna.last())).toContain(by({ en: 'was withdrawn', pl: 'została wycofana' }));
    expect(ewa.sees()).not.toContain(`[${approve}]`);
    await ewa.pressesId(late);
    expect(told(ewa.last())).toContain(by({ en: 'was withdrawn', pl: 'została wycofana' }));
    expect(await set.charges()).toEqual([]);
  });

  it('is withdrawn by typing after a confirmation, and what was decided can’t be', async () => {
    await pay('123');
    await anna.says(by({ en: 'withdraw my payment', pl: 'wycofaj moją płatność' }));
    await anna.presses(by({ en: 'Withdraw P-1001', pl: 'Wycofaj P-1001' }));
    expect(told(anna.last())).toContain(by({ en: 'was withdrawn', pl: 'została wycofana' }));
    await anna.says(by({ en: 'withdraw my payment', pl: 'wycofaj moją płatność' }));
    expect(seen(anna)).toContain(by({ en: 'nothing to withdraw', pl: 'nie ma czego wycofać' }));
    await pay('124');
    await ewa.presses(approve);
    await anna.says(by({ en: 'withdraw the payment for invoice 124', pl: 'wycofaj płatność za fakturę 124' }));
    expect(told(anna.last())).toContain(by({ en: 'I changed nothing. Paid:', pl: 'nic się nie zmieniło. Zapłacono' }));
  });

  it('is reminded of after a day, and ends after seven, told to the payer', async () => {
    await pay('123');
    set.clock.move(DAY);
    await set.runJobs();
    expect(told(ewa.last())).toContain(by({ en: 'Reminder: Anna asks you', pl: 'Przypomnienie: Anna prosi' }));
    set.golden('approval-reminder', ewa.last());
    set.clock.move(7 * DAY);
    await set.runJobs();
    expect(told(anna.last())).toContain(by({ en: 'nobody decided within seven days', pl: 'nikt nie podjął decyzji' }));
    set.golden('approval-lapsed', anna.last());
    expect(ewa.buttons()).toEqual([]);
  });

  it('is void once less is left than it would pay: the press says so, and nothing is charged', async () => {
    await pay('123');
    await set.account.sql.query(`UPDATE invoice SET credited = 100 WHERE "accountId" = $1`, [set.account.id]);
    const said = await ewa.presses(approve);
    expect(told(said[0]!)).toContain(by({ en: 'It’s too late to decide.', pl: 'Już za późno na decyzję.' }));
    set.golden('approve-void', said[0]!);
    expect(told(anna.last())).toContain(by({ en: 'less is left to pay now', pl: 'zostało mniej do zapłaty' }));
    expect(await set.charges()).toEqual([]);
  });

  it('for the page: once approved, its payer gets the link', async () => {
    await anna.says(by({ en: 'pay invoice 123', pl: 'zapłać fakturę 123' }));
    await anna.presses(by({ en: 'Payment provider’s page', pl: 'Strona operatora płatności' }));
    await anna.says(yes);
    expect(seen(anna)).not.toContain('simulated-gateway/pay/');
    const said = await ewa.presses(approve);
    expect(JSON.stringify(said)).not.toContain('simulated-gateway');
    expect(seen(anna)).toContain('simulated-gateway/pay/');
    set.golden('page-ready', anna.last());
  });

  it('says that an approval can’t be taken back', async () => {
    await pay('123');
    await ewa.presses(approve);
    await ewa.says(by({ en: 'undo', pl: 'cofnij' }));
    expect(told(ewa.last())).toContain(by({ en: 'can’t be taken back', pl: 'nie da się cofnąć' }));
  });
});

describe('where there is no manager', () => {
  it('the primary contact decides', async () => {
    const set = await paymentOffice(database, 'en');
    for (const name of ['ewa', 'marek']) await set.account.suspend(name);
    await set.account.limit('PLN', '500.00');
    await set.account.invoice({ number: '123', total: '900.00' });
    const [anna, piotr] = [await set.chat('anna'), await set.chat('piotr')];
    await anna.says('pay invoice 123');
    await anna.says('yes');
    await piotr.presses('Approve');
    expect(await set.charges()).toEqual(['900.00']);
  });
});

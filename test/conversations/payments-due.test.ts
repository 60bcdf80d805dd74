import { beforeEach, describe, expect, it } from 'vitest';
import { anotherRenewal, contractEnd, orderDue, orderOf, renewalDue, transactionDue } from '../portal/dues/support.ts';
import { testDatabase } from '../support/database.ts';
import type { Talker } from '../support/talk.ts';
import { type Office, paymentOffice, seen, told } from './payments-office.ts';

const database = await testDatabase();
const YEAR = { from: '2026-01-01', to: '2026-12-31' };

describe.each(['en', 'pl'] as const)('payments due (%s)', (locale) => {
  let set: Office;
  let anna: Talker;
  let order: { orderId: string; dueId: string };
  let renewal: { contractId: string; dueId: string };
  const by = <T>(texts: { en: T; pl: T }): T => texts[locale];
  const yes = by({ en: 'yes', pl: 'tak' });
  const due = by({ en: 'payments due', pl: 'płatności należne' });
  const payOrder = by({ en: 'pay order 88019', pl: 'zapłać zamówienie 88019' });

  beforeEach(async () => {
    set = await paymentOffice(database, locale);
    anna = await set.chat('anna');
    order = await orderDue(set.account, '88019', {
      ...{ amount: '18942.00', dueOn: '2026-11-10', description: 'Order 88019: Storage shelf D12' },
    });
    renewal = await renewalDue(set.account, 'S-310', YEAR, { amount: '9840.00', description: 'Premier Support' });
    const card = await set.account.method({ last4: '4444', expires: '2026-08' });
    await transactionDue(set.account, card, {
      ...{ amount: '149.00', currency: 'EUR', dueOn: '2026-10-30', description: 'Developer tools' },
    });
  });

  it('are listed, the longest overdue first, by kind and with totals per currency', async () => {
    await anna.says(due);
    set.golden('due-list', anna.last());
    await anna.says(by({ en: 'pay the second one', pl: 'zapłać drugą' }));
    expect(seen(anna)).toContain(
      by({
        en: 'Pay PLN 18,942.00 for order 88019 with Visa •••• 4242?',
        pl: 'Zapłacić 18 942,00 zł za zamówienie 88019 kartą Visa •••• 4242?',
      }),
    );
  });

  it('are shown one by one, from the list', async () => {
    await anna.says(due);
    await anna.presses(by({ en: 'Show', pl: 'Pokaż' }));
    set.golden('due-one', anna.last());
    await anna.says(by({ en: 'show the third one', pl: 'pokaż trzecią' }));
    expect(seen(anna)).toContain('S-310');
  });

  it('pays a pending order, which is booked, and is paid for good', async () => {
    await anna.says(payOrder);
    set.golden('due-confirm', anna.last());
    expect(await set.charges()).toEqual([]);
    await anna.says(yes);
    expect(seen(anna)).toMatch(
      by({
        en: /^Paid: PLN 18,942\.00 for order 88019 with Visa •••• 4242 \(payment P-1001, reference sim_/,
        pl: /^Zapłacono 18 942,00 zł za zamówienie 88019 kartą Visa •••• 4242 \(płatność P-1001, numer referencyjny sim_/,
      }),
    );
    set.golden('due-paid', anna.last());
    expect(await orderOf(set.account, order.orderId)).toMatchObject({ state: 'booked' });
    await anna.says(payOrder);
    expect(seen(anna)).toContain(
      by({ en: 'Nothing is left to pay for order 88019', pl: 'Za zamówienie 88019 nie ma już nic do zapłaty' }),
    );
    expect(await set.charges()).toEqual(['18942.00']);
  });

  it('pays the renewal of a contract, which shows the period it adds', async () => {
    await anna.says(by({ en: 'pay the renewal of contract S-310', pl: 'zapłać odnowienie umowy S-310' }));
    set.golden('due-renewal', anna.last());
    await anna.says(yes);
    expect(await contractEnd(set.account, renewal.contractId)).toBe('2027-12-31');
    expect(seen(anna)).toContain(by({ en: 'for the renewal of contract S-310', pl: 'za odnowienie umowy S-310' }));
    await anna.says(by({ en: 'show contract S-310', pl: 'pokaż umowę S-310' }));
    expect(seen(anna)).toContain(by({ en: '31 Dec 2027', pl: '31 gru 2027' }));
  });

  it('asks for another method before anything else where the card has expired, and takes no expired one', async () => {
    await anna.says(due);
    await anna.says(by({ en: 'pay the first one', pl: 'zapłać pierwszą' }));
    set.golden('due-alternative', anna.last());
    await anna.says(by({ en: 'with the card ending 4444', pl: 'kartą z końcówką 4444' }));
    expect(seen(anna)).toContain(by({ en: 'has expired', pl: 'straciła ważność' }));
    await anna.presses(by({ en: 'Bank account •••• 5521', pl: 'Rachunek bankowy •••• 5521' }));
    expect(seen(anna)).toContain(by({ en: '€149.00 for “Developer tools”', pl: '149,00 € za „Developer tools”' }));
    await anna.says(yes);
    expect(await set.charges()).toEqual(['149.00']);
  });

  it('means what is due for an order by its place in a list of orders, and not an invoice', async () => {
    await set.account.setRoles('anna', ['finance', 'technical']);
    await set.account.invoice({ number: '123' });
    await anna.says(by({ en: 'show overdue invoices', pl: 'pokaż zaległe faktury' }));
    await anna.says(by({ en: 'show orders', pl: 'pokaż zamówienia' }));
    await anna.says(by({ en: 'pay the first one', pl: 'zapłać pierwsze' }));
    expect(seen(anna)).toContain(by({ en: 'for order 88019', pl: 'za zamówienie 88019' }));
    await anna.says(by({ en: 'where is order 88019', pl: 'gdzie jest zamówienie 88019' }));
    await anna.presses(by({ en: 'Pay', pl: 'Zapłać' }));
    expect(seen(anna)).toContain(by({ en: 'for order 88019', pl: 'za zamówienie 88019' }));
    await anna.says(by({ en: 'pay the first invoice', pl: 'zapłać pierwszą fakturę' }));
    expect(seen(anna)).toContain(by({ en: 'for invoice 123', pl: 'za fakturę 123' }));
  });

  it('means what was looked at by "it", and asks which one of all', async () => {
    await set.account.invoice({ number: '123' });
    await anna.says(due);
    await anna.says(by({ en: 'pay all', pl: 'zapłać wszystkie' }));
    expect(seen(anna)).toContain(
      by({ en: 'These are paid one at a time.', pl: 'Te płatności opłaca się pojedynczo.' }),
    );
    await anna.says(by({ en: 'cancel', pl: 'anuluj' }));
    await anna.presses(by({ en: 'Show', pl: 'Pokaż' }));
    await anna.says(by({ en: 'pay it', pl: 'zapłać to' }));
    expect(seen(anna)).toContain('Developer tools');
  });

  it('is offered for a number that no invoice has, with the method that was said', async () => {
    await anna.says(by({ en: 'pay 88019 from the bank account', pl: 'zapłać fakturę 88019 z konta bankowego' }));
    expect(seen(anna)).toContain(
      by({
        en: 'There is no invoice 88019, but there is PLN 18,942.00 for order 88019 to be paid.',
        pl: 'Nie ma faktury 88019, ale do zapłaty jest 18 942,00 zł za zamówienie 88019.',
      }),
    );
    await anna.presses(anna.buttons()[0]!);
    expect(seen(anna)).toContain('•••• 5521?');
  });

  it('shows the payments for an order by its number', async () => {
    await anna.says(payOrder);
    await anna.says(yes);
    await anna.says(by({ en: 'did the payment for 88019 go through?', pl: 'czy płatność za 88019 przeszła?' }));
    expect(seen(anna)).toContain(
      by({ en: 'Paid: PLN 18,942.00 for order 88019', pl: 'Zapłacono 18 942,00 zł za zamówienie 88019' }),
    );
  });

  it('asks which one, with the list, and takes the number or the row', async () => {
    await anna.says(by({ en: 'pay the pending order or whatever is due', pl: 'zapłać to, co jest należne' }));
    await anna.says(by({ en: 'pay for the renewal', pl: 'zapłać za odnowienie' }));
    expect(seen(anna)).toContain(
      by({ en: 'Which payment due would you like to pay?', pl: 'Którą płatność należną zapłacić?' }),
    );
    set.golden('due-which', anna.last());
    await anna.says('S-310');
    expect(seen(anna)).toContain(by({ en: 'the renewal of contract S-310', pl: 'odnowienie umowy S-310' }));
  });

  it('takes another order at the confirmation, and is left when cancelled', async () => {
    await orderDue(set.account, '88020', { amount: '50.00' });
    await anna.says(payOrder);
    await anna.says(by({ en: 'no, order 88020', pl: 'nie, zamówienie 88020' }));
    expect(seen(anna)).toContain(by({ en: 'PLN 50.00 for order 88020', pl: '50,00 zł za zamówienie 88020' }));
    await anna.says(by({ en: 'cancel', pl: 'anuluj' }));
    expect(await set.charges()).toEqual([]);
  });

  it('serves another wish in between, and offers to go on', async () => {
    await anna.says(payOrder);
    const [list] = await anna.says(due);
    expect(told(list!)).toContain(by({ en: 'To be paid: ', pl: 'Do zapłaty: ' }));
    expect(seen(anna)).toContain(by({ en: 'for order 88019 with Visa', pl: 'za zamówienie 88019 kartą Visa' }));
    await anna.says(yes);
    expect(await set.charges()).toEqual(['18942.00']);
  });

  it('says what is not there, and when nothing is due at all', async () => {
    await anna.says(by({ en: 'pay order 777', pl: 'zapłać zamówienie 777' }));
    expect(seen(anna)).toContain(by({ en: 'I can’t find anything due for 777.', pl: 'Za 777 nie ma nic do zapłaty.' }));
    await set.account.sql.query(`UPDATE payment_due SET state = 'paid' WHERE "accountId" = $1`, [set.account.id]);
    await anna.says(due);
    expect(seen(anna)).toContain(by({ en: 'Nothing is due', pl: 'Nie ma płatności należnych' }));
  });

  it('are seen by everybody, and paid by finance alone', async () => {
    const piotr = await set.chat('piotr');
    await piotr.says(due);
    expect(seen(piotr)).toContain('88019');
    expect(piotr.buttons()).not.toContain(by({ en: 'Pay', pl: 'Zapłać' }));
    await piotr.says(payOrder);
    expect(seen(piotr)).toContain(by({ en: 'You don’t have the right', pl: 'Nie masz uprawnienia' }));
    expect(seen(piotr)).toContain('Anna');
  });

  it('tells the watcher of an order once that it is booked', async () => {
    const piotr = await set.chat('piotr');
    await piotr.says(by({ en: 'watch order 88019', pl: 'obserwuj zamówienie 88019' }));
    const before = piotr.messages().length;
    await anna.says(payOrder);
    await anna.says(yes);
    const news = piotr.messages().slice(before);
    expect(news.map(told)).toEqual([
      expect.stringContaining(by({ en: 'News of an order you watch', pl: 'Zmiana w obserwowanym zamówieniu' })),
    ]);
    expect(told(news[0]!)).toContain(by({ en: 'booked', pl: 'przyjęte' }));
  });

  it('above the limit waits for a manager, who finds it by the order’s number', async () => {
    await set.account.limit('PLN', '1000.00');
    const ewa = await set.chat('ewa');
    await anna.says(payOrder);
    expect(seen(anna)).toContain(by({ en: 'takes approval', pl: 'wymaga zatwierdzenia' }));
    await anna.says(yes);
    expect(seen(anna)).toContain(by({ en: 'is waiting for approval', pl: 'czeka na zatwierdzenie' }));
    set.golden('due-asked', ewa.last());
    await ewa.says(by({ en: 'approve the payment for order 88019', pl: 'zatwierdź płatność za zamówienie 88019' }));
    expect(seen(ewa)).toContain(by({ en: 'for order 88019', pl: 'za zamówienie 88019' }));
    await ewa.says(yes);
    expect(await set.charges()).toEqual(['18942.00']);
    expect(await orderOf(set.account, order.orderId)).toMatchObject({ state: 'booked' });
    await ewa.says(by({ en: 'show payments', pl: 'pokaż płatności' }));
    set.golden('due-history', ewa.last());
  });

  it('is declined by the contract’s number, which leaves the contract as it was', async () => {
    await set.account.limit('PLN', '1000.00');
    const ewa = await set.chat('ewa');
    await anna.says(by({ en: 'pay the renewal of contract S-310', pl: 'zapłać odnowienie umowy S-310' }));
    await anna.says(yes);
    await ewa.says(
      by({
        en: 'decline the payment for contract S-310 because we cancel it',
        pl: 'odrzuć płatność za umowę S-310, bo z niej rezygnujemy',
      }),
    );
    await ewa.says(yes);
    expect(told(anna.last())).toContain(by({ en: 'was declined by Ewa', pl: 'została odrzucona (decyzja: Ewa)' }));
    expect(told(anna.last())).toContain(by({ en: 'the renewal of contract S-310', pl: 'odnowienie umowy S-310' }));
    expect(await contractEnd(set.account, renewal.contractId)).toBe('2026-12-31');
  });

  it('is withdrawn by undoing while it waits, and can be paid again', async () => {
    await set.account.limit('PLN', '1000.00');
    await anna.says(payOrder);
    await anna.says(yes);
    await anna.says(payOrder);
    expect(seen(anna)).toContain(
      by({ en: 'A payment for order 88019 has been submitted', pl: 'Płatność za zamówienie 88019 jest już w toku' }),
    );
    await anna.says(by({ en: 'undo', pl: 'cofnij' }));
    await anna.says(yes);
    expect(seen(anna)).toContain(by({ en: 'was withdrawn', pl: 'została wycofana' }));
    await anna.says(payOrder);
    expect(seen(anna)).toContain(by({ en: 'Pay PLN 18,942.00', pl: 'Zapłacić 18 942,00 zł' }));
  });

  it('buttons on an old list show it as paid, and pay nothing twice', async () => {
    await anna.says(due);
    const [list] = anna.messages().slice(-1);
    const rows = list!.reply.card!.blocks.flatMap((block) => (block.type === 'table' ? block.rows : []));
    const [show, pay] = rows[1]!.actions!.flatMap((one) => ('action' in one ? one.action : []));
    await anna.says(payOrder);
    await anna.says(yes);
    await anna.pressesId(show!);
    expect(seen(anna)).toContain(by({ en: 'State: paid', pl: 'Stan: opłacone' }));
    expect(anna.buttons()).toEqual([]);
    await anna.pressesId(pay!);
    expect(seen(anna)).toContain(by({ en: 'Nothing is left to pay', pl: 'nie ma już nic do zapłaty' }));
    expect(await set.charges()).toEqual(['18942.00']);
  });

  it('goes to the page where everything does', async () => {
    set = await paymentOffice(database, locale, () => ({ payments: 'hosted' }));
    anna = await set.chat('anna');
    const { dueId } = await orderDue(set.account, '88019');
    await anna.says(payOrder);
    expect(seen(anna)).toContain(by({ en: 'on the payment provider’s page', pl: 'na stronie operatora płatności' }));
    await anna.says(yes);
    set.golden('due-page', anna.last());
    expect(await set.world.portalFor(set.account, 'anna').dues.show({ id: dueId })).toMatchObject({
      state: 'under_way',
    });
  });

  it('offers the other methods when the charge fails, and pays with one', async () => {
    await set.account.method({ last4: '0002', token: 'tok_declined' });
    await anna.says(
      by({ en: 'pay order 88019 with the card ending 0002', pl: 'zapłać zamówienie 88019 kartą z końcówką 0002' }),
    );
    await anna.says(yes);
    expect(seen(anna)).toContain(by({ en: 'did not go through', pl: 'nie powiodła się' }));
    await anna.presses('Visa •••• 4242');
    await anna.says(yes);
    expect(await set.charges()).toEqual(['18942.00']);
  });

  it('takes a second renewal of the same contract as its own', async () => {
    await anna.says(by({ en: 'pay the renewal of contract S-310', pl: 'zapłać odnowienie umowy S-310' }));
    await anna.says(yes);
    await anotherRenewal(set.account, renewal.contractId, { amount: '9840.00' });
    await anna.says(by({ en: 'pay the renewal of contract S-310', pl: 'zapłać odnowienie umowy S-310' }));
    await anna.says(yes);
    expect(await contractEnd(set.account, renewal.contractId)).toBe('2028-12-31');
  });
});

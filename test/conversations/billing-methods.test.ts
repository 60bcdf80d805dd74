import { beforeEach, describe, expect, it } from 'vitest';
import { methodsOf } from '../portal/billing/support.ts';
import { testDatabase } from '../support/database.ts';
import { type BillingDesk, billingDesk } from './billing-desk.ts';

const database = await testDatabase();
let desk: BillingDesk;

describe.each(['en', 'pl'] as const)('payment methods (%s)', (locale) => {
  const by = <T>(texts: { en: T; pl: T }): T => texts[locale];
  const yes = by({ en: 'yes', pl: 'tak' });
  const list = by({ en: 'show payment methods', pl: 'pokaż metody płatności' });
  const remove = by({ en: 'remove a payment method', pl: 'usuń metodę płatności' });
  const removeOne = (last4: string) =>
    by({ en: `remove the card ending ${last4}`, pl: `usuń kartę z końcówką ${last4}` });
  const onFile = async () => (await methodsOf(desk.account)).filter((line) => !line.includes('removed'));

  beforeEach(async () => {
    desk = await billingDesk(database, locale);
  });

  it('are removed after a confirmation that says which becomes the default', async () => {
    const { anna } = desk;
    await anna.says(removeOne('4242'));
    desk.golden('remove-confirm');
    expect(await onFile()).toHaveLength(3);
    await anna.says(yes);
    desk.golden('removed');
    expect(await onFile()).toEqual(['visa 1881', 'bank 5521 default']);
    await anna.says(by({ en: 'undo', pl: 'cofnij' }));
    expect(desk.said()).toMatch(
      by({ en: /add it again on the payment provider’s page/, pl: /dodać ponownie na stronie/ }),
    );
  });

  it('let another take the default’s place by a button, to which the confirmation is bound', async () => {
    const { anna } = desk;
    await desk.account.method({ last4: '0005' });
    await anna.says(removeOne('4242'));
    await anna.presses(
      by({ en: 'New default: bank account •••• 5521', pl: 'Nowa domyślna: rachunek bankowy •••• 5521' }),
    );
    await anna.says(yes);
    expect(await onFile()).toEqual(['visa 0005', 'visa 1881', 'bank 5521 default']);
  });

  it('are asked for where none was named or several fit, and answered by a word, digits or a place', async () => {
    const { anna } = desk;
    await anna.says(remove);
    desk.golden('remove-which');
    await anna.says(by({ en: 'the bank account', pl: 'rachunek bankowy' }));
    expect(desk.said()).toContain('5521');
    await anna.says(by({ en: 'no, 1881', pl: 'nie, 1881' }));
    expect(desk.said()).toContain('1881');
    await anna.says(by({ en: 'cancel', pl: 'anuluj' }));
    await anna.says(by({ en: 'remove a card', pl: 'usuń kartę' }));
    expect(desk.said()).toMatch(by({ en: /^More than one fits\./, pl: /^Pasuje więcej niż jedna\./ }));
    await anna.says(by({ en: 'the second one', pl: 'tę drugą' }));
    await anna.says(yes);
    expect(await onFile()).toEqual(['visa 4242 default', 'bank 5521']);
  });

  it('are removed by their place in the list shown last, though the words alone would mean somebody', async () => {
    const { anna } = desk;
    await anna.says(list);
    await anna.says(by({ en: 'remove the second one', pl: 'usuń drugą' }));
    expect(desk.said()).toContain('1881');
    await anna.says(by({ en: 'no', pl: 'nie' }));
    expect(await onFile()).toHaveLength(3);
  });

  it('that are not on file are told so, with what is', async () => {
    await desk.anna.says(removeOne('9999'));
    expect(desk.said()).toMatch(
      by({ en: /^There is no payment method ending in 9999/, pl: /^Na koncie nie ma metody.*9999/ }),
    );
    expect(desk.anna.buttons()).toHaveLength(3);
  });

  it('that something open needs stay, and it is said what', async () => {
    const { anna, account, ids } = desk;
    await account.sql.query(
      `INSERT INTO payment ("accountId", number, "payerId", state, currency, amount, "methodId", "reservationKey", "confirmedAt")
       VALUES ($1, 'P-1001', $2, 'awaiting_approval', 'PLN', 1, $3, 'k', now())`,
      [account.id, account.person('jan'), ids.visa],
    );
    await anna.says(removeOne('4242'));
    expect(desk.said()).toBe(
      by({
        en: 'The method ending 4242 is still needed for: the open payment P-1001. It stays on file. You can wait until what is open is paid, or withdraw it, then remove it.',
        pl: 'Metoda z końcówką 4242 jest jeszcze potrzebna: płatność w toku P-1001. Zostaje na koncie. Można poczekać na koniec płatności albo ją wycofać, a potem ją usunąć.',
      }),
    );
    expect(await onFile()).toHaveLength(3);
  });

  it('removed by somebody else meanwhile are gone for a yes too', async () => {
    const { anna } = desk;
    const jan = await desk.chat('jan');
    await anna.says(removeOne('1881'));
    await jan.says(removeOne('1881'));
    await jan.says(yes);
    await anna.says(yes);
    expect(desk.said()).toMatch(by({ en: /not on file any more/, pl: /nie ma już na koncie/ }));
  });

  it('can all be removed; then there is none to remove, and it is said how to add one', async () => {
    const { anna } = desk;
    for (const last4 of ['1881', '5521']) {
      await anna.says(by({ en: `remove ${last4} from our payment methods`, pl: `usuń ${last4} z metod płatności` }));
      await anna.says(yes);
    }
    await anna.says(removeOne('4242'));
    expect(desk.said()).toMatch(by({ en: /no other method on file can be charged/, pl: /żadna nie będzie domyślna/ }));
    await anna.says(yes);
    expect(await onFile()).toEqual([]);
    await anna.says(remove);
    expect(anna.buttons()).toEqual(
      by({ en: ['Add a card', 'Add a bank account'], pl: ['Dodaj kartę', 'Dodaj rachunek'] }),
    );
    await anna.says(list);
    expect(desk.said()).toMatch(by({ en: /^No payment method is on file/, pl: /^Na koncie nie ma żadnej metody/ }));
  });

  it('are made the default by their digits; an expired card can’t be, and what is it already stays', async () => {
    const { anna } = desk;
    const prefer = (last4: string) => by({ en: `make ${last4} the default`, pl: `ustaw ${last4} jako domyślną` });
    await anna.says(prefer('1881'));
    expect(desk.said()).toMatch(
      by({ en: /1881 has expired, so it can’t be the default/, pl: /1881 straciła ważność/ }),
    );
    await anna.says(prefer('4242'));
    expect(desk.said()).toMatch(by({ en: /already, so nothing was changed/, pl: /to już.*nic się nie zmieniło/ }));
    await anna.says(prefer('5521'));
    await anna.says(by({ en: 'no', pl: 'nie' }));
    expect(await onFile()).toContain('visa 4242 default');
  });

  it('are asked about once more after something else was served in between, and taken as corrected', async () => {
    const { anna } = desk;
    await desk.account.method({ last4: '0005' });
    const profile = by({ en: 'show our billing profile', pl: 'pokaż profil fakturowania' });
    await anna.says(by({ en: 'make 5521 the default', pl: 'ustaw 5521 jako domyślną' }));
    await anna.says(by({ en: 'no, 0005', pl: 'nie, 0005' }));
    await anna.says(profile);
    expect(desk.said()).toContain('0005');
    await anna.says(yes);
    expect(await onFile()).toContain('visa 0005 default');
    await anna.says(removeOne('1881'));
    await anna.says(profile);
    expect(desk.said()).toContain('1881');
    await anna.says(yes);
    expect(await onFile()).not.toContain('visa 1881');
  });

  it('of which the default changed after a removal was confirmed are asked about again', async () => {
    const { anna } = desk;
    const jan = await desk.chat('jan');
    await anna.says(removeOne('4242'));
    await jan.says(by({ en: 'make 5521 the default', pl: 'ustaw 5521 jako domyślną' }));
    await jan.says(yes);
    await anna.says(yes);
    expect(await onFile()).toContain('visa 4242');
    await anna.says(yes);
    expect(await onFile()).toEqual(['visa 1881', 'bank 5521 default']);
  });

  it('keep the default that somebody else chose since, whatever undo would do', async () => {
    const { anna } = desk;
    const jan = await desk.chat('jan');
    await desk.account.method({ last4: '0005' });
    const prefer = (last4: string) => by({ en: `make ${last4} the default`, pl: `ustaw ${last4} jako domyślną` });
    await anna.says(prefer('5521'));
    await anna.says(yes);
    await jan.says(prefer('0005'));
    await jan.says(yes);
    await anna.says(by({ en: 'undo', pl: 'cofnij' }));
    expect(desk.said()).toMatch(
      by({ en: /^Somebody has chosen another default since/, pl: /^W międzyczasie ktoś ustawił/ }),
    );
    expect(await onFile()).toContain('visa 0005 default');
  });

  it('come eight at a time', async () => {
    for (let n = 0; n < 7; n++) await desk.account.method({ last4: `700${n}` });
    await desk.anna.says(list);
    expect(desk.said()).toContain('10');
    await desk.anna.says(by({ en: 'next', pl: 'dalej' }));
    expect(desk.said()).toMatch(
      by({ en: /^Payment methods, continued: .*5521/, pl: /^Metody płatności, ciąg dalszy: .*5521/ }),
    );
    await desk.anna.says(by({ en: 'remove the second one', pl: 'usuń drugą' }));
    expect(desk.said()).toContain('5521');
  });

  it('are not Tom’s to see, nor Ewa’s to change', async () => {
    const [tom, ewa] = [await desk.chat('tom'), await desk.chat('ewa')];
    await tom.says(list);
    expect(desk.said(tom)).not.toContain('4242');
    await ewa.says(list);
    expect(desk.said(ewa)).toContain('4242');
    for (const text of [remove, removeOne('4242'), by({ en: 'add a card', pl: 'dodaj kartę' })]) {
      await ewa.says(text);
      expect(ewa.buttons()).toEqual([by({ en: 'Ask for the role: finance', pl: 'Poproś o rolę: finansowa' })]);
    }
  });
});

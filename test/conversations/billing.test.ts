import { beforeEach, describe, expect, it } from 'vitest';
import { CARD, methodsOf } from '../portal/billing/support.ts';
import { testDatabase } from '../support/database.ts';
import { type BillingDesk, billingDesk } from './billing-desk.ts';

const database = await testDatabase();
let desk: BillingDesk;

describe.each(['en', 'pl'] as const)('the billing profile (%s)', (locale) => {
  beforeEach(async () => {
    desk = await billingDesk(database, locale);
  });

  it('is shown with contact, address, tax number and methods, the expired and the default marked', async () => {
    await desk.anna.says(desk.by({ en: 'show our billing profile', pl: 'pokaż profil fakturowania' }));
    desk.golden('profile');
  });

  it('is shown without buttons to change it to somebody who only sees it', async () => {
    const ewa = await desk.chat('ewa');
    await ewa.says(desk.by({ en: 'show our billing profile', pl: 'pokaż profil fakturowania' }));
    expect(desk.said(ewa)).toContain('Anna Kowalska');
    expect(ewa.buttons()).toEqual([]);
  });

  it('lists the methods, of which one is made the default by its place, and undo takes it back', async () => {
    const { anna, by } = desk;
    await anna.says(by({ en: 'show payment methods', pl: 'pokaż metody płatności' }));
    desk.golden('methods');
    await anna.says(by({ en: 'make the third one default', pl: 'ustaw trzecią jako domyślną' }));
    desk.golden('default-confirm');
    await anna.says(by({ en: 'yes', pl: 'tak' }));
    expect(desk.said()).toContain('5521');
    expect(await methodsOf(desk.account)).toContain('bank 5521 default');
    await anna.says(by({ en: 'undo', pl: 'cofnij' }));
    await anna.says(by({ en: 'yes', pl: 'tak' }));
    expect(await methodsOf(desk.account)).toContain('visa 4242 default');
  });

  it('takes a method added on the provider’s page, and tells the person', async () => {
    const { anna, by } = desk;
    await anna.says(by({ en: 'add a card', pl: 'dodaj kartę' }));
    desk.golden('add');
    expect(await desk.onPage(CARD)).toMatchObject({ status: 303 });
    desk.golden('added');
    expect(await methodsOf(desk.account)).toContain('mastercard 4444');
  });
});

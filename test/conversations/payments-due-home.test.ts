import { beforeEach, describe, expect, it } from 'vitest';
import { orderDue, payDue, transactionDue } from '../portal/dues/support.ts';
import { testDatabase } from '../support/database.ts';
import { homesIn, wishesOf } from './home-office.ts';
import { type Office, paymentOffice, seen, told } from './payments-office.ts';

const database = await testDatabase();
const day = (n: number) => `2026-12-${String(n).padStart(2, '0')}`;

describe('payments due on the home page', () => {
  let set: Office;
  beforeEach(async () => {
    set = await paymentOffice(database, 'en');
    await orderDue(set.account, '88019', { amount: '18942.00' });
    for (const name of ['anna', 'piotr', 'ewa']) await set.chat(name);
  });

  it('stand there with a press that pays for whoever may pay, and for nobody else', async () => {
    const home = homesIn(set.world);
    expect(await home.reads(set.account, 'anna')).toContain('Payments due');
    expect(wishesOf(await home.of(set.account, 'anna'))).toContainEqual(
      expect.objectContaining({ intent: 'payments.due.pay' }),
    );
    for (const name of ['piotr', 'ewa']) expect(await home.reads(set.account, name)).not.toContain('Payments due');
  });

  it('are no longer there once they are paid', async () => {
    const portal = set.world.portalFor(set.account, 'anna');
    const [due] = (await portal.dues.list({})).rows;
    await payDue(portal, due!.id, '18942.00', { id: set.visa });
    expect(await homesIn(set.world).reads(set.account, 'anna')).not.toContain('Payments due');
  });

  it('are the first few, with a way to all of them', async () => {
    for (let n = 1; n <= 6; n++) await orderDue(set.account, `9${n}`, { dueOn: day(n) });
    expect(wishesOf(await homesIn(set.world).of(set.account, 'anna'))).toContainEqual(
      expect.objectContaining({ intent: 'payments.due.list' }),
    );
  });
});

describe.each(['en', 'pl'] as const)('many payments due (%s)', (locale) => {
  it('are shown page by page, each once, and a row is of the page shown last', async () => {
    const set = await paymentOffice(database, locale);
    const anna = await set.chat('anna');
    const card = await set.account.method({ last4: '4444', expires: '2026-08' });
    for (let n = 1; n <= 11; n++) await orderDue(set.account, `900${n}`, { dueOn: day(n) });
    for (let n = 12; n <= 14; n++) await transactionDue(set.account, card, { dueOn: day(n), description: `T${n}` });
    await anna.says(set.by({ en: 'payments due', pl: 'płatności należne' }));
    set.golden('due-many', anna.last());
    set.fits(anna.last());
    const next = await anna.says(set.by({ en: 'next', pl: 'dalej' }));
    expect(told(next[0]!)).toContain(set.by({ en: 'continued', pl: 'ciąg dalszy' }));
    expect(seen(anna)).toContain('9009');
    expect(seen(anna)).not.toContain('9008');
    expect(anna.buttons()).not.toContain(set.by({ en: 'Show more', pl: 'Pokaż więcej' }));
    await anna.says(set.by({ en: 'pay the first one', pl: 'zapłać pierwsze' }));
    expect(seen(anna)).toContain(set.by({ en: 'for order 9009', pl: 'za zamówienie 9009' }));
  });
});

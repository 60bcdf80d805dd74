import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { expectSaidGolden } from '../support/said.ts';
import { type Desk, orderDesk } from './orders-desk.ts';

const database = await testDatabase();
let desk: Desk;
/** The last reply's words, with plain spaces in its amounts. */
const said = () => desk.tom.last().reply.text.replace(/[\u00a0\u202f]/g, ' ');

describe.each(['en', 'pl'] as const)('orders (%s)', (locale) => {
  beforeEach(async () => {
    desk = await orderDesk(database, locale);
  });

  it('are listed by state, newest first, worth per currency, with what can be done', async () => {
    await desk.tom.says(desk.by({ en: 'show my open orders', pl: 'pokaż otwarte zamówienia' }));
    expect(said()).toBe(
      desk.by({
        en: 'You have 3 open orders, worth €6,400.00 and PLN 27,682.00.',
        pl: 'Masz 3 otwarte zamówienia, wartość: 6 400,00 € i 27 682,00 zł.',
      }),
    );
    expectSaidGolden(`conversations/orders-list-${locale}`, desk.tom.last(), desk.account, locale);
  });

  it('are tracked with where they are, what has happened and what is expected', async () => {
    await desk.tom.says(desk.by({ en: 'where is order 88012', pl: 'gdzie jest zamówienie 88012' }));
    expect(said()).toBe(
      desk.by({
        en: 'Order 88012 is on its way with InTrans Kurier, tracking number ITK 5520 1187 34. It is expected on 6 Nov 2026, in 3 days.',
        pl: 'Zamówienie 88012 jest w drodze (przewoźnik: InTrans Kurier, numer przesyłki: ITK 5520 1187 34). Spodziewany termin: 6 lis 2026 (za 3 dni).',
      }),
    );
    expectSaidGolden(`conversations/orders-track-${locale}`, desk.tom.last(), desk.account, locale);
  });

  it('are watched by “it” after that, and undo takes it back', async () => {
    await desk.tom.says(desk.by({ en: 'where is order 88012', pl: 'gdzie jest zamówienie 88012' }));
    await desk.tom.says(desk.by({ en: 'watch it', pl: 'obserwuj je' }));
    expectSaidGolden(`conversations/orders-watch-${locale}`, desk.tom.last(), desk.account, locale);
    await desk.tom.says(desk.by({ en: 'undo', pl: 'cofnij' }));
    expect(said()).toMatch(
      desk.by({ en: /Stop watching order 88012\?/, pl: /Przestać obserwować zamówienie 88012\?/ }),
    );
    await desk.tom.presses(desk.by({ en: 'Undo', pl: 'Cofnij' }));
    expect(said()).toMatch(
      desk.by({ en: /no longer watching order 88012/, pl: /Nie obserwujesz już zamówienia 88012/ }),
    );
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { expectSaidGolden } from '../support/said.ts';
import { addOrder, type Desk, orderDesk } from './orders-desk.ts';

const database = await testDatabase();
let desk: Desk;
const said = () => desk.tom.last().reply.text.replace(/[\u00a0\u202f]/g, ' ');

describe.each(['en', 'pl'] as const)('talking about orders (%s)', (locale) => {
  beforeEach(async () => {
    desk = await orderDesk(database, locale);
  });

  it('tells somebody with finance only which role it takes and who holds it', async () => {
    const ann = await desk.talk.person(desk.account, 'ann');
    for (const text of [
      desk.by({ en: 'where is order 88012', pl: 'gdzie jest zamówienie 88012' }),
      desk.by({ en: 'watch order 88012', pl: 'obserwuj zamówienie 88012' }),
      desk.by({ en: 'show my open orders', pl: 'pokaż otwarte zamówienia' }),
    ]) {
      await ann.says(text);
      expect(ann.last().reply.text).toMatch(desk.by({ en: /technical or management/, pl: /techniczn.*zarząd/ }));
      expect(ann.last().reply.text).toMatch(/Mia, Tom|Tom, Mia/);
      expect(JSON.stringify(ann.last().reply)).not.toMatch(/InTrans|8,?740/);
    }
    expectSaidGolden(`conversations/orders-refused-${locale}`, ann.last(), desk.account, locale);
  });

  it('asks which order where none is named and several are open; the second one is taken by word', async () => {
    await desk.tom.says(desk.by({ en: 'where is my order', pl: 'gdzie jest moje zamówienie' }));
    expectSaidGolden(`conversations/orders-track-which-${locale}`, desk.tom.last(), desk.account, locale);
    await desk.tom.says(desk.by({ en: 'the second one', pl: 'to drugie' }));
    expect(said()).toBe(
      desk.by({
        en: 'Order ORD-88015 is being provisioned. It was expected on 1 Nov 2026 and is 2 days late.',
        pl: 'Zamówienie ORD-88015 jest w realizacji. Termin minął 1 lis 2026, opóźnienie: 2 dni.',
      }),
    );
  });

  it('says that it can’t find a number, another account’s too, and takes the right one', async () => {
    const other = await desk.world.account({ eve: ['technical'] });
    await addOrder(other, { number: '77001' });
    await desk.tom.says(desk.by({ en: 'where is order 77001', pl: 'gdzie jest zamówienie 77001' }));
    expect(said()).toBe(
      desk.by({
        en: 'I can’t find order 77001 in your account. Which order would you like to track?',
        pl: 'Na Twoim koncie nie ma zamówienia 77001. Które zamówienie śledzić?',
      }),
    );
    await desk.tom.says('88007');
    expect(said()).toBe(
      desk.by({
        en: 'Order 88007 was delivered on 14 Sept 2026.',
        pl: 'Zamówienie 88007 zostało dostarczone 14 wrz 2026.',
      }),
    );
  });

  it('asks where a number fits several, and a button settles it', async () => {
    await addOrder(desk.account, { number: 'B-88015', state: 'shipped' });
    await desk.tom.says(desk.by({ en: 'where is order 88015', pl: 'gdzie jest zamówienie 88015' }));
    expect(said()).toBe(
      desk.by({
        en: 'More than one order ends in 88015. Which order would you like to track?',
        pl: 'Numerem 88015 kończy się więcej niż jedno zamówienie. Które zamówienie śledzić?',
      }),
    );
    await desk.tom.presses(desk.by({ en: 'Choose', pl: 'Wybierz' }));
    expect(said()).toContain('ORD-88015');
  });

  it('says of an order that has ended that there is nothing to watch', async () => {
    await desk.tom.says(desk.by({ en: 'watch order 88007', pl: 'obserwuj zamówienie 88007' }));
    expect(said()).toBe(
      desk.by({
        en: 'Order 88007 has been delivered: nothing more is to come of it, so there is nothing to watch. Nothing was changed.',
        pl: 'Zamówienie 88007 zostało dostarczone i nic się w nim już nie zmieni, więc nie ma czego obserwować. Wszystko zostaje bez zmian.',
      }),
    );
    await desk.tom.says(desk.by({ en: 'where is order 87981', pl: 'gdzie jest zamówienie 87981' }));
    expect(said()).toBe(desk.by({ en: 'Order 87981 has been cancelled.', pl: 'Zamówienie 87981 zostało anulowane.' }));
  });

  it('says when nothing is watched, and when it is watched already', async () => {
    const stop = desk.by({ en: 'stop watching', pl: 'przestań obserwować zamówienie' });
    await desk.tom.says(desk.by({ en: 'stop watching my order', pl: 'przestań obserwować moje zamówienie' }));
    expect(said()).toBe(
      desk.by({
        en: 'You are not watching any open order.',
        pl: 'Nie obserwujesz żadnego otwartego zamówienia.',
      }),
    );
    await desk.tom.says(`${stop} ${desk.by({ en: 'order ', pl: '' })}88012`);
    expect(said()).toBe(
      desk.by({
        en: 'You aren’t watching order 88012, so nothing was changed.',
        pl: 'Nie obserwujesz zamówienia 88012, więc nic się nie zmieniło.',
      }),
    );
    await desk.tom.says(desk.by({ en: 'watch order 88019', pl: 'obserwuj zamówienie 88019' }));
    await desk.tom.says(desk.by({ en: 'watch order 88019', pl: 'obserwuj zamówienie 88019' }));
    expect(said()).toBe(
      desk.by({
        en: 'You are already watching order 88019. Order 88019 is waiting for its payment. When it will be there is not known yet.',
        pl: 'Już obserwujesz zamówienie 88019. Zamówienie 88019 czeka na płatność. Termin nie jest jeszcze znany.',
      }),
    );
    await desk.tom.presses(desk.by({ en: 'Stop watching', pl: 'Przestań obserwować' }));
    expect(said()).toMatch(
      desk.by({ en: /no longer watching order 88019/, pl: /Nie obserwujesz już zamówienia 88019/ }),
    );
  });

  it('takes another number for the one said before, and something else in between', async () => {
    await desk.tom.says(desk.by({ en: 'I want to watch an order', pl: 'chcę obserwować zamówienie' }));
    expect(said()).toBe(desk.by({ en: 'Which order would you like to watch?', pl: 'Które zamówienie obserwować?' }));
    await desk.tom.says(desk.by({ en: 'where is order 88007', pl: 'gdzie jest zamówienie 88007' }));
    const asked = desk.by({ en: /Which order would you like to watch/, pl: /Które zamówienie obserwować/ });
    expect(said()).toMatch(asked);
    await desk.tom.says('55555');
    expect(said()).toMatch(desk.by({ en: /^I can’t find order 55555/, pl: /nie ma zamówienia 55555/ }));
    await desk.tom.says(desk.by({ en: 'no, order 88012', pl: 'nie, zamówienie 88012' }));
    expect(said()).toMatch(
      desk.by({
        en: /^I’ll tell you about each change of order 88012/,
        pl: /^Dam znać o każdej zmianie zamówienia 88012/,
      }),
    );
  });

  it('says well that there is nothing, and offers all', async () => {
    await desk.account.sql.query(`UPDATE "order" SET state = 'delivered' WHERE "accountId" = $1`, [desk.account.id]);
    await desk.tom.says(desk.by({ en: 'show my open orders', pl: 'pokaż otwarte zamówienia' }));
    expectSaidGolden(`conversations/orders-list-empty-${locale}`, desk.tom.last(), desk.account, locale);
    await desk.tom.presses(desk.by({ en: 'Show all orders', pl: 'Pokaż wszystkie zamówienia' }));
    expect(said()).toMatch(desk.by({ en: /^You have 5 orders, worth/, pl: /^Masz 5 zamówień, wartość/ }));
  });

  it('goes on with a long list, and with the delivered ones of it', async () => {
    for (let n = 1; n <= 12; n++) await addOrder(desk.account, { number: `L-${100 + n}`, orderedOn: '2026-10-02' });
    await desk.tom.says(desk.by({ en: 'show my open orders', pl: 'pokaż otwarte zamówienia' }));
    await desk.tom.says(desk.by({ en: 'show more', pl: 'pokaż więcej' }));
    expect(said()).toBe(desk.by({ en: 'Open orders, continued:', pl: 'Otwarte zamówienia, ciąg dalszy:' }));
    expect(desk.tom.sees()).toContain('L-107');
    await desk.tom.says(desk.by({ en: 'show the second one', pl: 'pokaż to drugie' }));
    expect(said()).toMatch(/(Order|Zamówienie) L-10\d /);
    await desk.tom.says(desk.by({ en: 'and the delivered ones?', pl: 'a dostarczone?' }));
    expect(said()).toMatch(desk.by({ en: /^You have 1 delivered order, worth/, pl: /^Masz 1 dostarczone zamówienie/ }));
    await desk.tom.says(desk.by({ en: 'orders from october', pl: 'zamówienia z października' }));
    expect(said()).toMatch(
      desk.by({
        en: /^You have 15 orders \(ordered 1 Oct 2026 – 31 Oct 2026\)/,
        pl: /^Masz 15 zamówień \(data złożenia: 1 paź/,
      }),
    );
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { CodedError } from '../../src/lib/errors.ts';
import { CARD, methodsOf } from '../portal/billing/support.ts';
import { testDatabase } from '../support/database.ts';
import { type BillingDesk, billingDesk } from './billing-desk.ts';

const database = await testDatabase();
let desk: BillingDesk;

describe.each(['en', 'pl'] as const)('adding a payment method (%s)', (locale) => {
  const by = <T>(texts: { en: T; pl: T }): T => texts[locale];
  const add = by({ en: 'add a card', pl: 'dodaj kartę' });
  const open = by({ en: 'Open the payment provider’s page', pl: 'Otwórz stronę operatora płatności' });

  const onPage = by({ en: 'Add a card on the provider’s page', pl: 'Dodaj kartę na stronie operatora' });

  beforeEach(async () => {
    desk = await billingDesk(database, locale);
  });

  it('of a bank account opens the page with that first, and tells how it is called', async () => {
    await desk.anna.says(by({ en: 'add a bank account', pl: 'dodaj rachunek bankowy' }));
    const { html } = await desk.gateway.setups.page(desk.session(), locale);
    expect(html.indexOf('id="iban"')).toBeLessThan(html.indexOf('id="number"'));
    await desk.onPage({ action: 'bank', holder: 'Acme', iban: 'PL61 1090 1014 0000 0712 1981 2874' });
    expect(desk.said()).toContain(by({ en: 'bank account •••• 2874', pl: 'rachunek bankowy •••• 2874' }));
  });

  it('as the first one makes it the default, and it is offered when paying', async () => {
    await desk.account.sql.query('DELETE FROM payment_method WHERE "accountId" = $1', [desk.account.id]);
    await desk.account.invoice({ number: '123' });
    await desk.anna.says(add);
    await desk.onPage(CARD);
    expect(desk.said()).toContain(by({ en: 'It is the default.', pl: 'Jest domyślna.' }));
    await desk.anna.says(by({ en: 'pay invoice 123', pl: 'zapłać fakturę 123' }));
    expect(desk.said()).toContain('Mastercard •••• 4444');
  });

  it('that is on file already is told so', async () => {
    for (const _ of [1, 2]) {
      await desk.anna.says(add);
      await desk.onPage(CARD);
    }
    expect(desk.said()).toMatch(by({ en: /which was on file already/, pl: /^Ta metoda płatności już jest na koncie/ }));
    expect((await methodsOf(desk.account)).filter((line) => line === 'mastercard 4444')).toHaveLength(1);
  });

  it('that the bank declined leaves the page open for another try, and nothing is told', async () => {
    await desk.anna.says(add);
    const before = desk.anna.messages().length;
    expect(await desk.onPage({ ...CARD, number: '4000 0000 0000 0002' })).toMatchObject({ status: 422 });
    expect(await desk.onPage({ ...CARD, expiry: '10/26' })).toMatchObject({ status: 422 });
    expect(desk.anna.messages()).toHaveLength(before);
    await desk.onPage(CARD);
    expect(await methodsOf(desk.account)).toContain('mastercard 4444');
  });

  it('that was cancelled or ran out of time is told so, with a way to a new page', async () => {
    await desk.anna.says(add);
    await desk.onPage({ action: 'cancel' });
    desk.golden('setup-cancelled');
    await desk.anna.presses(by({ en: 'Add a card', pl: 'Dodaj kartę' }));
    expect(desk.anna.buttons()).toEqual([open]);
    desk.clock.move(31 * 60_000);
    await desk.gateway.deliverEvents();
    await desk.talk.settle();
    expect(desk.said()).toMatch(by({ en: /^The time on the payment provider’s page ran out/, pl: /^Czas na stronie/ }));
    await desk.onPage(CARD);
    expect(await methodsOf(desk.account)).toHaveLength(3);
  });

  it('by somebody whose role ended on the way is not told of what is not on file', async () => {
    await desk.anna.says(add);
    await desk.account.setRoles('anna', ['technical']);
    const before = desk.anna.messages().length;
    await desk.onPage(CARD);
    expect(desk.anna.messages()).toHaveLength(before);
    expect(await methodsOf(desk.account)).toContain('mastercard 4444 removed detached');
  });

  it('with the number typed into the chat keeps nothing of it and gives the page', async () => {
    await desk.anna.says(by({ en: 'add a card 4242 4242 4242 4242', pl: 'dodaj kartę 4242 4242 4242 4242' }));
    expect(desk.anna.buttons()).toEqual([onPage]);
    await desk.anna.presses(onPage);
    expect(desk.anna.buttons()).toEqual([open]);
    const { rows } = await database.pools.owner.query<{ all: string }>(
      `SELECT concat((SELECT string_agg(event::text, '') FROM inbox), (SELECT string_agg(state::text, '') FROM conversation))
         AS all`,
    );
    expect(rows[0]!.all).not.toMatch(/4242 4242/);
  });

  it('can’t be undone before anything was added, and says what can be done', async () => {
    await desk.anna.says(add);
    await desk.anna.says(by({ en: 'undo', pl: 'cofnij' }));
    expect(desk.said()).toMatch(by({ en: /^Nothing has been added yet/, pl: /^Nic nie zostało jeszcze dodane/ }));
  });

  it('where the provider can’t be reached says that nothing was added', async () => {
    const { gateway } = desk.world.services;
    const openSetup = () => Promise.reject(new CodedError('unavailable', 'gateway_unreachable'));
    const silent = await billingDesk(database, locale, { gateway: { ...gateway, openSetup } });
    await silent.anna.says(add);
    expect(silent.said()).toMatch(by({ en: /nothing was added/, pl: /nic nie zostało dodane/ }));
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { expectSaidGolden } from '../support/said.ts';
import { addPlan, type Desk, scheduleDesk } from './schedule-desk.ts';

const database = await testDatabase();
let desk: Desk;
const said = () => desk.ann.last().reply.text.replace(/[\u00a0\u202f]/g, ' ');
const files = () => (desk.ann.last().reply.files ?? []).map(({ name }) => name.replace(/^[a-z-]+-(?=\d)/, ''));

describe.each(['en', 'pl'] as const)('talking about the billing schedule (%s)', (locale) => {
  beforeEach(async () => {
    desk = await scheduleDesk(database, locale);
  });
  const says = (texts: { en: string; pl: string }) => desk.ann.says(desk.by(texts));
  const schedule = { en: 'download the billing schedule', pl: 'pobierz harmonogram fakturowania' };

  it('tells a technical contact which role it takes, before a format is asked for', async () => {
    const tom = await desk.talk.person(desk.account, 'tom');
    await tom.says(desk.by(schedule));
    expect(tom.last().reply.text).toMatch(desk.by({ en: /finance or management/, pl: /finansowa lub zarządcza/ }));
    expectSaidGolden(`conversations/schedule-refused-${locale}`, tom.last(), desk.account, locale);
    await tom.says(desk.by({ en: 'show our plans', pl: 'pokaż nasze plany' }));
    expect(tom.buttons()).toEqual([]);
  });

  it('takes the format by word', async () => {
    await says(schedule);
    await says({ en: 'as a spreadsheet', pl: 'jako arkusz' });
    expect(files()).toEqual(['2026-11-03-2027-11-02.csv']);
  });

  it('takes another period while the format is asked for, and then the format', async () => {
    await says(schedule);
    await says({ en: 'billing schedule for december', pl: 'harmonogram fakturowania na grudzień' });
    expect(said()).toMatch(
      desk.by({ en: /1 Dec 2026 – 31 Dec 2026: 1 charge/, pl: /1 gru 2026 – 31 gru 2026: 1 opłata/ }),
    );
    await desk.ann.presses('PDF');
    expect(files()).toEqual(['2026-12-01-2026-12-31.pdf']);
  });

  it('serves another wish in between, and then asks for the format again', async () => {
    await says(schedule);
    await says({ en: 'show our plans', pl: 'pokaż nasze plany' });
    expect(said()).toMatch(desk.by({ en: /In which format/, pl: /W jakim formacie/ }));
    await desk.ann.presses('PDF');
    expect(files()).toHaveLength(1);
  });

  it('makes nothing once it is cancelled', async () => {
    await says(schedule);
    await says({ en: 'cancel', pl: 'anuluj' });
    expect(files()).toEqual([]);
    const { rows } = await desk.account.sql.query('SELECT FROM stored_file WHERE "accountId" = $1', [desk.account.id]);
    expect(rows).toEqual([]);
  });

  it('says of too many charges that the period has to be shorter, and makes no file', async () => {
    await desk.account.sql.query(
      `INSERT INTO scheduled_charge ("accountId", "subscriptionId", "chargeOn", currency, amount)
       SELECT "accountId", id, '2040-01-01'::date + n, 'PLN', 1 FROM subscription, generate_series(1, 1001) n
       WHERE "accountId" = $1 AND product LIKE 'Build%'`,
      [desk.account.id],
    );
    await desk.account.sql.query(
      `INSERT INTO scheduled_charge ("accountId", "subscriptionId", "chargeOn", currency, amount)
       SELECT "accountId", id, '2026-11-20'::date + n, 'PLN', 1 FROM subscription, generate_series(2, 340) n
       WHERE "accountId" = $1 ON CONFLICT DO NOTHING`,
      [desk.account.id],
    );
    await says({ en: 'billing schedule as csv', pl: 'harmonogram fakturowania w csv' });
    expect(said()).toMatch(
      desk.by({ en: /more than 1,000 charges.*shorter period/, pl: /więcej niż 1 ?000 opłat.*krótszy/ }),
    );
    expect(files()).toEqual([]);
  });
});

describe.each(['en', 'pl'] as const)('talking about plans (%s)', (locale) => {
  beforeEach(async () => {
    desk = await scheduleDesk(database, locale);
  });

  it('goes on with a long list by “show more”, typed and pressed', async () => {
    await addPlan(
      desk.account,
      'Z',
      Array.from({ length: 14 }, (_, n) => ({ product: `Product ${10 + n}` })),
    );
    await desk.ann.says(desk.by({ en: 'show our plans', pl: 'pokaż nasze plany' }));
    expect(said()).toBe(
      desk.by({ en: 'You have 3 plans with 17 subscriptions.', pl: 'Masz 3 plany i 17 subskrypcji.' }),
    );
    expectSaidGolden(`conversations/plans-page-${locale}`, desk.ann.last(), desk.account, locale);
    await desk.ann.says(desk.by({ en: 'show more', pl: 'pokaż więcej' }));
    expect(desk.ann.sees()).toMatch(/Product 15[\s\S]*Product 22/);
    await desk.ann.presses(desk.by({ en: 'Show more', pl: 'Pokaż więcej' }));
    expect(desk.ann.sees()).toMatch(/Product 23/);
    expect(desk.ann.buttons()).not.toContain(desk.by({ en: 'Show more', pl: 'Pokaż więcej' }));
  });

  it('says that there are none', async () => {
    const account = await desk.world.account({ eve: ['technical'] });
    await account.sql.query('UPDATE contact SET locale = $2 WHERE "accountId" = $1', [account.id, locale]);
    const eve = await desk.talk.person(account, 'eve');
    await eve.says(desk.by({ en: 'show our plans', pl: 'pokaż nasze plany' }));
    expect(eve.last().reply.text).toBe(
      desk.by({ en: 'There are no plans in your account.', pl: 'Na Twoim koncie nie ma planów.' }),
    );
  });
});

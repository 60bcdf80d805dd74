import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { expectSaidGolden } from '../support/said.ts';
import { type Desk, scheduleDesk } from './schedule-desk.ts';

const database = await testDatabase();
let desk: Desk;

describe.each(['en', 'pl'] as const)('the subscription billing schedule (%s)', (locale) => {
  beforeEach(async () => {
    desk = await scheduleDesk(database, locale);
  });
  const golden = (name: string) =>
    expectSaidGolden(`conversations/schedule-${name}-${locale}`, desk.ann.last(), desk.account, locale);
  const files = () => desk.ann.last().reply.files ?? [];

  it('is handed over in the format that is chosen', async () => {
    await desk.ann.says(desk.by({ en: 'download the billing schedule', pl: 'pobierz harmonogram fakturowania' }));
    golden('format');
    await desk.ann.presses(desk.by({ en: 'Calendar (ICS)', pl: 'Kalendarz (ICS)' }));
    golden('ics');
  });

  it('takes format and period from the words', async () => {
    await desk.ann.says(
      desk.by({ en: 'billing schedule for december as csv', pl: 'harmonogram fakturowania na grudzień w csv' }),
    );
    golden('csv');
  });

  it('says of an empty period that there is nothing, and makes no file', async () => {
    await desk.ann.says(
      desk.by({ en: 'billing schedule for 2030 as pdf', pl: 'harmonogram fakturowania na 2030 w pdf' }),
    );
    golden('empty');
    expect(files()).toEqual([]);
  });
});

describe.each(['en', 'pl'] as const)('plans (%s)', (locale) => {
  beforeEach(async () => {
    desk = await scheduleDesk(database, locale);
  });

  it('are listed with their subscriptions and what is charged next', async () => {
    await desk.ann.says(desk.by({ en: 'show our plans', pl: 'pokaż nasze plany' }));
    expectSaidGolden(`conversations/plans-list-${locale}`, desk.ann.last(), desk.account, locale);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { expectSaidGolden } from '../support/said.ts';
import { type ReminderDesk, reminderDesk } from './reminders-desk.ts';

const database = await testDatabase();
let desk: ReminderDesk;

describe.each(['en', 'pl'] as const)('the day’s summary (%s)', (locale) => {
  beforeEach(async () => {
    desk = await reminderDesk(database, locale);
    await desk.books();
  });

  it('is one message of what the person’s roles can do something about', async () => {
    await desk.remind();
    const { ann, tom, mia, account } = desk;
    for (const [name, person] of Object.entries({ ann, tom, mia })) {
      expect(person.messages()).toHaveLength(1);
      expectSaidGolden(`conversations/reminders-${name}-${locale}`, person.last(), account, locale);
    }
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { expectSaidGolden } from '../support/said.ts';
import { type ReminderDesk, reminderDesk } from './reminders-desk.ts';

const database = await testDatabase();
let desk: ReminderDesk;

/** What Ann is answered, in words. */
async function says(texts: { en: string; pl: string }): Promise<string> {
  const said = await desk.ann.says(desk.by(texts));
  return said.map(({ reply }) => reply.text).join('\n');
}

const presses = async (texts: { en: string; pl: string }): Promise<string> => {
  const said = await desk.ann.presses(desk.by(texts));
  return said.map(({ reply }) => reply.text).join('\n');
};

/** How a topic stands with Ann: on, off, or the moment it is snoozed until. */
async function standing(topic: string): Promise<string> {
  const { settings } = await desk.world.portalFor(desk.account, 'ann').reminders.show({});
  const one = settings.find((setting) => setting.topic === topic)!;
  return one.enabled ? (one.snoozedUntil ?? 'on') : 'off';
}

const OFF_RENEWALS = { en: 'turn off renewal reminders', pl: 'wyłącz przypomnienia o odnowieniach' };
const TURN_OFF = { en: 'turn off reminders', pl: 'wyłącz przypomnienia' };
const UNDO = { en: 'undo', pl: 'cofnij' };
const YES = { en: 'Undo', pl: 'Cofnij' };

describe.each(['en', 'pl'] as const)('reminders in chat (%s)', (locale) => {
  beforeEach(async () => {
    desk = await reminderDesk(database, locale);
  });

  it.each([
    { en: 'notification settings', pl: 'ustawienia powiadomień' },
    { en: 'show my notification preferences', pl: 'jakie mam włączone powiadomienia' },
  ])('are shown as they stand ($en)', async (question) => {
    await says({ en: 'turn off reminders about overdue invoices', pl: 'wyłącz przypomnienia o zaległych fakturach' });
    await says({ en: 'snooze expiring cards for a week', pl: 'odłóż przypomnienia o kartach na tydzień' });
    await says(question);
    expectSaidGolden(`conversations/reminders-settings-${locale}`, desk.ann.last(), desk.account, locale);
  });

  it('are turned off by topic, and on again', async () => {
    expect(await says(OFF_RENEWALS)).toBe(
      desk.by({
        en: 'I won’t remind you about renewals any more.',
        pl: 'Nie będę już przypominać o odnowieniach.',
      }),
    );
    expect(await standing('renewals')).toBe('off');
    expect(await says(OFF_RENEWALS)).toMatch(/nothing was changed|nic się nie zmieniło/);
    expect(await says({ en: 'remind me about renewals', pl: 'przypominaj mi o odnowieniach' })).toBe(
      desk.by({ en: 'I’ll remind you about renewals.', pl: 'Będę przypominać o odnowieniach.' }),
    );
    expect(await standing('renewals')).toBe('on');
  });

  it('are asked for with a button each where no topic was said', async () => {
    await says(TURN_OFF);
    expect(desk.ann.buttons()).toEqual(
      desk.by({
        en: ['Overdue invoices', 'Renewals', 'Expiring cards', 'All of them'],
        pl: ['Zaległe faktury', 'Odnowienia', 'Karty tracące ważność', 'Wszystkie'],
      }),
    );
    await presses({ en: 'Expiring cards', pl: 'Karty tracące ważność' });
    expect([await standing('expiring_cards'), await standing('renewals')]).toEqual(['off', 'on']);
    await says(TURN_OFF);
    await says({ en: 'all of them', pl: 'wszystkie' });
    expect([await standing('overdue_invoices'), await standing('renewals')]).toEqual(['off', 'off']);
  });

  it('are corrected while it is asked which, and left alone when it is cancelled', async () => {
    await says({ en: 'turn on reminders', pl: 'włącz przypomnienia' });
    await says(OFF_RENEWALS);
    expect(await standing('renewals')).toBe('off');
    await says(TURN_OFF);
    await says({ en: 'cancel', pl: 'anuluj' });
    expect([await standing('overdue_invoices'), await standing('expiring_cards')]).toEqual(['on', 'on']);
  });

  it('are asked about again after another wish in between', async () => {
    await desk.books();
    await says(TURN_OFF);
    expect(await says({ en: 'show my overdue invoices', pl: 'pokaż zaległe faktury' })).toMatch(
      /turn off\?$|wyłączyć\?$/,
    );
    await says({ en: 'renewals', pl: 'odnowienia' });
    expect(await standing('renewals')).toBe('off');
  });

  it('are as before after undo, each by itself', async () => {
    await says(OFF_RENEWALS);
    await says(TURN_OFF);
    await presses({ en: 'All of them', pl: 'Wszystkie' });
    await says(UNDO);
    await presses(YES);
    expect(await Promise.all(['renewals', 'overdue_invoices', 'expiring_cards'].map(standing))).toEqual([
      ...['off', 'on', 'on'],
    ]);
  });

  it('say what comes all the same when approvals are turned off or snoozed', async () => {
    expect(await says({ en: 'turn off approval notifications', pl: 'wyłącz przypomnienia o zatwierdzeniach' })).toMatch(
      /still comes once, when it is made|i tak przyjdzie raz, od razu/,
    );
    await says({ en: 'turn on approval notifications', pl: 'włącz przypomnienia o zatwierdzeniach' });
    expect(
      await says({ en: 'snooze approvals for one day', pl: 'odłóż przypomnienia o zatwierdzeniach na dzień' }),
    ).toMatch(/still come at once|nadal przychodzą od razu/);
  });

  it('that the person’s roles have no use for say so, with a way to ask for one', async () => {
    await says({ en: 'turn off order notifications', pl: 'wyłącz powiadomienia o zamówieniach' });
    expect(await says({ en: 'turn on order notifications', pl: 'włącz powiadomienia o zamówieniach' })).toMatch(
      /once you have a role that does|gdy będziesz mieć odpowiednią rolę/,
    );
    expect(desk.ann.buttons()[0]).toBe(desk.by({ en: 'Ask for a role', pl: 'Poproś o rolę' }));
  });
});

describe.each(['en', 'pl'] as const)('a snooze (%s)', (locale) => {
  beforeEach(async () => {
    desk = await reminderDesk(database, locale);
  });

  it.each([
    [{ en: 'snooze renewals', pl: 'odłóż odnowienia' }, '2026-11-04T08:00:00.000Z'],
    [{ en: 'snooze renewals till tomorrow', pl: 'odłóż odnowienia do jutra' }, '2026-11-04T08:00:00.000Z'],
    [{ en: 'mute the renewals until Monday', pl: 'odłóż odnowienia do poniedziałku' }, '2026-11-09T08:00:00.000Z'],
    [{ en: 'snooze renewals for two weeks', pl: 'odłóż odnowienia na dwa tygodnie' }, '2026-11-17T08:00:00.000Z'],
    [{ en: 'snooze renewals till next month', pl: 'odłóż odnowienia na przyszły miesiąc' }, '2026-12-01T08:00:00.000Z'],
    [{ en: 'snooze renewals until 8 November', pl: 'odłóż odnowienia do 8 listopada' }, '2026-11-09T08:00:00.000Z'],
  ])('of $0.en ends at nine of a working day', async (words, until) => {
    await says(words);
    expect(await standing('renewals')).toBe(until);
  });

  it('says until when, in the person’s time zone, and what comes then', async () => {
    await desk.account.sql.query(`UPDATE contact SET "timeZone" = 'America/New_York' WHERE "accountId" = $1`, [
      desk.account.id,
    ]);
    await says({ en: 'snooze renewals', pl: 'odłóż odnowienia' });
    expectSaidGolden(`conversations/reminders-snoozed-${locale}`, desk.ann.last(), desk.account, locale);
    expect(await standing('renewals')).toBe('2026-11-04T14:00:00.000Z');
  });

  it('is of the last summary where no topic was said, else of all that is on', async () => {
    await says({ en: 'snooze', pl: 'odłóż' });
    expect(await Promise.all(['renewals', 'overdue_invoices'].map(standing))).toEqual([
      '2026-11-04T08:00:00.000Z',
      '2026-11-04T08:00:00.000Z',
    ]);
    await says(UNDO);
    await presses(YES);
    await desk.account.invoice({ number: 'INV-1', dueOn: '2026-10-01' });
    await desk.remind();
    await says({ en: 'remind me later', pl: 'przypomnij później' });
    expect(await Promise.all(['renewals', 'overdue_invoices'].map(standing))).toEqual([
      'on',
      '2026-11-05T08:00:00.000Z',
    ]);
    const before = desk.ann.messages().length;
    await desk.remind('2026-11-05T08:00:00Z');
    expect(desk.ann.messages().length - before).toBe(1);
    expect(desk.ann.sees()).toContain('INV-1');
    await desk.remind('2026-11-06T08:00:00Z');
    expect(desk.ann.messages().length - before).toBe(1);
  });

  it('of everything is one press away', async () => {
    await says({ en: 'snooze renewals until Friday', pl: 'odłóż odnowienia do piątku' });
    await presses({ en: 'Snooze all reminders', pl: 'Odłóż wszystkie przypomnienia' });
    expect(await Promise.all(['renewals', 'overdue_invoices', 'expiring_cards'].map(standing))).toEqual(
      Array.from({ length: 3 }, () => '2026-11-06T08:00:00.000Z'),
    );
  });

  it('is taken back by undo', async () => {
    await says({ en: 'snooze renewals until Friday', pl: 'odłóż odnowienia do piątku' });
    await says(UNDO);
    await presses(YES);
    expect(await standing('renewals')).toBe('on');
  });

  it('of a topic that is off, of a day that is over and of years changes nothing and says so', async () => {
    await says(OFF_RENEWALS);
    const answers = [
      await says({ en: 'snooze renewals', pl: 'odłóż odnowienia' }),
      await says({ en: 'snooze overdue invoices until yesterday', pl: 'odłóż zaległe faktury do wczoraj' }),
      await says({ en: 'snooze expiring cards for 3 years', pl: 'odłóż przypomnienia o kartach na 3 lata' }),
    ];
    for (const answer of answers) expect(answer).toMatch(/nothing was changed|nic się nie zmieniło/);
    expect(await Promise.all(['overdue_invoices', 'expiring_cards'].map(standing))).toEqual(['on', 'on']);
  });
});

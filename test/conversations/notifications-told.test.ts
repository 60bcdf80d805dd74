import { beforeEach, describe, expect, it } from 'vitest';
import { assertBlocks } from '../../src/channels/slack/assert.ts';
import { renderSlack } from '../../src/channels/slack/render.ts';
import { assertCard } from '../../src/channels/teams/assert.ts';
import { renderTeams } from '../../src/channels/teams/render.ts';
import { sqlOn } from '../../src/db/sql.ts';
import { accessSystem } from '../../src/portal/access/system.ts';
import { newKey } from '../portal/payments/support.ts';
import { reminding } from '../portal/reminders/support.ts';
import { testDatabase } from '../support/database.ts';
import { expectSaidGolden } from '../support/said.ts';
import { talkIn } from '../support/talk.ts';
import { type ReminderDesk, reminderDesk } from './reminders-desk.ts';

const database = await testDatabase();
let desk: ReminderDesk;

const texts = (person: ReminderDesk['ann']) => person.messages().map(({ reply }) => reply.text);
const mails = async () =>
  (await desk.account.sql.query('SELECT FROM mail WHERE "accountId" = $1', [desk.account.id])).rows.length;

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

  it('leads on to listing, paying, renewing, a new card, putting off and turning off', async () => {
    await desk.remind();
    const { ann, tom, by } = desk;
    const presses = async (person: ReminderDesk['ann'], en: string, pl: string) => {
      const [answer] = await person.presses(by({ en, pl }));
      return answer!.reply.text;
    };
    expect(await presses(ann, 'Show all overdue invoices', 'Pokaż wszystkie zaległe faktury')).toMatch(/2/);
    expect(await presses(ann, 'Pay all overdue', 'Zapłać wszystkie zaległe')).toMatch(/INV-1/);
    await ann.presses(by({ en: 'No, leave it', pl: 'Nie, zostaw' }));
    expect(await presses(tom, 'Renew', 'Odnów')).toMatch(/S-310/);
    expect(await presses(ann, 'Show payment methods', 'Pokaż metody płatności')).toMatch(/2/);
    expect(await presses(ann, 'Remind me tomorrow', 'Przypomnij jutro')).toMatch(/5 Nov 2026, 09:00|5 lis 2026, 09:00/);
    expect(await presses(ann, 'Turn this reminder off', 'Wyłącz to przypomnienie')).toMatch(
      /overdue invoices|zaległych fakturach/,
    );
  });
});

describe('a summary of very much', () => {
  it('fits every platform, the rest counted and one press away', async () => {
    desk = await reminderDesk(database, 'pl');
    const { account } = desk;
    await account.setRoles('ann', ['finance', 'technical', 'management']);
    const long = 'X'.repeat(40);
    const numbers = Array.from({ length: 12 }, (_, at) => `${long}-${at + 1}`);
    for (const number of numbers) {
      await account.invoice({ number: `I-${number}`, total: '123456789.99', dueOn: '2026-10-01' });
      await account.method({ last4: number.slice(-1).padStart(4, '0'), expires: '2026-12' });
      await account.sql.query(
        `INSERT INTO contract ("accountId", "externalId", number, kind, "startsOn", "endsOn", currency, value, "autoRenew")
         VALUES ($1, $2, $2, 'support', '2025-12-12', '2026-12-11', 'PLN', 123456789.99, false)`,
        [account.id, `C-${number}`],
      );
      await account.sql.query(
        `INSERT INTO payment_due ("accountId", "externalId", kind, description, "dueOn", currency, amount)
         VALUES ($1, $2, 'support_renewal', $2, '2026-11-20', 'PLN', 123456789.99)`,
        [account.id, `D-${number}`],
      );
    }
    await desk.remind();
    const { reply } = desk.ann.last();
    assertBlocks(renderSlack(reply));
    assertCard(renderTeams(reply, 'pl'));
    expect(reply.text).toMatch(/12 faktur jest po terminie.*12 umów wygasa.*12 odnowień czeka.*12 zapisanych kart/);
    expect(reply.text).toMatch(/i jeszcze 7\.$/);
  });
});

describe('what somebody is told', () => {
  beforeEach(async () => {
    desk = await reminderDesk(database, 'en');
    await desk.books();
    desk.at('2026-11-04T08:00:00Z');
    await desk.run();
  });

  it('is what they may see when it is sent, whatever was written down before', async () => {
    await desk.account.setRoles('mia', ['technical']);
    await desk.account.setRoles('ann', []);
    await desk.account.suspend('tom');
    await desk.talk.settle();
    expect(texts(desk.mia)).toEqual(['What needs your attention: 1 contract expires within 90 days.']);
    expect([...texts(desk.ann), ...texts(desk.tom), await mails()]).toEqual([0]);
  });

  it('is nothing of what was paid between', async () => {
    await desk.account.sql.query('UPDATE invoice SET "paidLoaded" = total WHERE "accountId" = $1', [desk.account.id]);
    await desk.talk.settle();
    expect(texts(desk.mia)).toEqual(['What needs your attention: 1 contract expires within 90 days.']);
  });

  it('is nothing, by mail neither, where they were unlinked or their workspace forbidden between', async () => {
    const { sql, id, person } = desk.account;
    await sql.query('UPDATE chat_link SET "endedAt" = now() WHERE "contactId" = $1', [person('ann')]);
    await desk.talk.settle();
    expect([...texts(desk.ann), texts(desk.mia).length, await mails()]).toEqual([1, 0]);
    await sql.query('DELETE FROM allowed_tenant WHERE "accountId" = $1', [id]);
    await desk.remind('2026-11-05T08:00:00Z');
    expect([texts(desk.mia).length, await mails()]).toEqual([1, 0]);
  });

  it('comes once, also from two replicas that write and send at once', async () => {
    const other = await talkIn(desk.world);
    await Promise.all([desk.run(), reminding(desk.world)(), desk.talk.settle(), other.settle()]);
    await other.settle();
    expect([desk.ann, desk.tom, desk.mia].map((person) => person.messages().length)).toEqual([1, 1, 1]);
  });

  it('comes after a restart where the process was killed between writing and sending, but not in the evening', async () => {
    desk.at('2026-11-04T18:00:00Z');
    await desk.talk.settle();
    expect(texts(desk.ann)).toEqual([]);
    await desk.account.invoice({ number: 'INV-3', total: '10.00', dueOn: '2026-11-04' });
    await desk.remind('2026-11-05T08:00:00Z');
    expect(texts(desk.ann)).toEqual([
      expect.stringMatching(/ 3 invoices have become overdue: €300\.00 and PLN\s1,260\.50 left to pay\./),
    ]);
    await desk.remind('2026-11-06T08:00:00Z');
    expect(texts(desk.ann)).toHaveLength(1);
  });

  it('names the account to somebody who works for several', async () => {
    const other = await desk.world.account({ eve: ['finance'] });
    await other.sql.query(`INSERT INTO allowed_tenant ("accountId", platform, "tenantId") VALUES ($1, 'web', 'demo')`, [
      other.id,
    ]);
    await other.sql.query(
      `INSERT INTO chat_link ("accountId", "contactId", platform, "tenantId", "userId", email)
       VALUES ($1, $2, 'web', 'demo', $3, $4)`,
      [other.id, other.person('eve'), desk.account.email('ann'), other.email('eve')],
    );
    await desk.talk.settle();
    expect(desk.ann.sees()).toContain(`Account ${desk.account.id.slice(0, 4)}`);
  });
});

describe('the chat it comes to', () => {
  const phone = 'ann-on-her-phone';

  beforeEach(async () => {
    desk = await reminderDesk(database, 'en');
    await desk.books();
    const { id, person, email, sql } = desk.account;
    await sql.query(
      `INSERT INTO chat_link ("accountId", "contactId", platform, "tenantId", "userId", email)
       VALUES ($1, $2, 'web', 'demo', $3, $4)`,
      [id, person('ann'), phone, email('ann')],
    );
  });

  it('is the one the person used last', async () => {
    const other = desk.talk.visitor(phone);
    await desk.ann.says('help');
    await other.says('help');
    const before = [desk.ann.messages().length, other.messages().length];
    await desk.remind();
    const after = [desk.ann.messages().length, other.messages().length];
    expect(after.map((count, at) => count - before[at]!)).toEqual([0, 1]);
    await desk.ann.says('help');
    await desk.account.invoice({ number: 'INV-3', dueOn: '2026-11-04' });
    const later = desk.ann.messages().length;
    await desk.remind('2026-11-05T08:00:00Z');
    expect(desk.ann.messages().length - later).toBe(1);
  });

  it('is any of theirs where they used none yet, and one alone', async () => {
    const count = () => desk.ann.messages().length + desk.talk.visitor(phone).messages().length;
    const before = count();
    await desk.remind();
    expect(count() - before).toBe(1);
  });
});

describe('being asked to decide', () => {
  it('goes before a morning’s summaries, however many and whenever they were written', async () => {
    desk = await reminderDesk(database, 'en');
    await desk.books();
    desk.at('2026-11-04T08:00:00Z');
    await desk.run();
    await desk.world.portalFor(desk.account, 'tom').access.request({ key: newKey(), role: 'finance' });
    await desk.talk.settle();
    expect(texts(desk.mia)).toEqual([
      expect.stringContaining('finance'),
      expect.stringMatching(/^What needs your attention/),
    ]);
  });

  it('comes at once, by night too and with reminders off; only the reminder a day later does not', async () => {
    desk = await reminderDesk(database, 'en');
    const { mia, world } = desk;
    const system = accessSystem(world.services, sqlOn(database.pools.system));
    await mia.says('turn off approvals reminders');
    const before = mia.messages().length;
    desk.at('2026-11-03T23:00:00Z');
    await world.portalFor(desk.account, 'tom').access.request({ key: newKey(), role: 'finance' });
    await desk.talk.settle();
    expect(mia.messages()).toHaveLength(before + 1);
    desk.at('2026-11-05T10:00:00Z');
    for (const one of await system.unreminded()) await system.remind(one);
    await desk.talk.settle();
    expect(mia.messages()).toHaveLength(before + 1);
  });
});

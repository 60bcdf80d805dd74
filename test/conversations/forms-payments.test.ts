import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { everything } from '../support/everything.ts';
import type { Talker } from '../support/talk.ts';
import { formIn, formsIn } from './form-desk.ts';
import { type Office, paymentOffice } from './payments-office.ts';

const database = await testDatabase();

describe.each(['en', 'pl'] as const)('the forms of payments, apart from their messages (%s)', (locale) => {
  let set: Office;
  let anna: Talker;
  let desk: ReturnType<typeof formsIn>;
  const by = <T>(texts: { en: T; pl: T }): T => texts[locale];
  const gone = by({ en: /not on file any more/, pl: /nie ma już na koncie/ });

  async function pay(number: string): Promise<void> {
    await anna.says(by({ en: `pay invoice ${number}`, pl: `zapłać fakturę ${number}` }));
  }

  beforeEach(async () => {
    set = await paymentOffice(database, locale);
    desk = formsIn(set.world);
    anna = await set.chat('anna');
    await set.account.invoice({ number: '123', total: '1250.50' });
  });

  it('hold what would be paid, and how much it may be', async () => {
    await pay('123');
    expect(await desk.opens(anna)).toMatchObject({
      title: by({ en: 'Pay invoices', pl: 'Zapłać faktury' }),
      intro: expect.stringContaining('Visa •••• 4242'),
      fields: [
        { name: 'amount', value: by({ en: '1250.50', pl: '1250,50' }), hint: expect.stringContaining('250') },
        { name: 'method', value: set.visa, options: { length: 3 } },
      ],
    });
  });

  it.each([
    ['2000', { en: /more than can be paid on invoice 123: at most/, pl: /więcej, niż można zapłacić za fakturę 123/ }],
    ['0', { en: /more than zero/, pl: /większa od zera/ }],
    ['0.001', { en: /more decimal places than PLN has/, pl: /więcej miejsc po przecinku/ }],
    ['all of it', { en: /doesn’t look like an amount/, pl: /nie wygląda na kwotę/ }],
  ])('say what is wrong with the amount %j, and with the method beside it', async (amount, why) => {
    await pay('123');
    const before = await everything(set.world);
    expect(await desk.checks(anna, { amount, method: set.bank })).toEqual({
      amount: expect.stringMatching(why[locale]),
    });
    expect(await desk.checks(anna, { amount, method: randomUUID() })).toEqual({
      amount: expect.stringMatching(why[locale]),
      method: expect.stringMatching(gone),
    });
    expect(await everything(set.world)).toEqual(before);
  });

  it('know a method that was taken away, or has expired, since they were shown', async () => {
    await set.account.method({ last4: '1881' });
    await pay('123');
    const { sql } = set.account;
    await sql.query('UPDATE payment_method SET "removedAt" = now() WHERE id = $1', [set.bank]);
    await sql.query(`UPDATE payment_method SET "expYear" = 2026, "expMonth" = 1 WHERE id = $1`, [set.visa]);
    const check = (method: string) => desk.checks(anna, { amount: '10', method });
    expect(await check(set.bank)).toEqual({ method: expect.stringMatching(gone) });
    expect(await check(set.visa)).toEqual({
      method: expect.stringMatching(by({ en: /has expired/, pl: /straciła ważność/ })),
    });
    expect(await check('page')).toEqual({});
  });

  it('count what is left now, and leave it to the turn where nothing is', async () => {
    await pay('123');
    const credit = (amount: string) =>
      set.account.sql.query('UPDATE invoice SET credited = $2 WHERE "accountId" = $1', [set.account.id, amount]);
    const whole = { amount: '1250.50', method: set.visa };
    expect(await desk.checks(anna, whole)).toEqual({});
    await credit('250.50');
    expect(await desk.checks(anna, whole)).toHaveProperty('amount');
    await credit('1250.50');
    expect(await desk.checks(anna, whole)).toEqual({});
  });

  it('are over once it is paid', async () => {
    await pay('123');
    const press = formIn(anna);
    await anna.says(by({ en: 'yes', pl: 'tak' }));
    expect(await desk.opens(anna, press)).toBeUndefined();
    expect(await desk.checks(anna, { amount: '9999' }, press)).toEqual({});
  });

  it('change nothing when they are sent a second time', async () => {
    await pay('123');
    const content = { type: 'press' as const, press: formIn(anna), values: { amount: '10', method: set.bank } };
    await anna.does(content);
    const asked = anna.sees();
    await anna.does(content);
    expect(anna.sees()).toBe(asked);
    await anna.says(by({ en: 'yes', pl: 'tak' }));
    const said = await anna.does(content);
    expect(said).toHaveLength(1);
    expect(await set.charges()).toEqual(['10.00']);
  });

  it('hold the reason of a decision for the account whose card it is, whichever is worked for', async () => {
    await set.account.limit('PLN', '100');
    const ewa = await set.chat('ewa');
    await linkedElsewhere(set, 'ewa');
    await pay('123');
    await anna.says(by({ en: 'yes', pl: 'tak' }));
    await ewa.presses(by({ en: 'Decline', pl: 'Odrzuć' }));
    expect(await desk.opens(ewa)).toMatchObject({
      intro: expect.stringContaining('P-1001'),
      fields: [{ name: 'reason' }],
    });
    expect(await desk.checks(ewa, { reason: ' ' })).toHaveProperty('reason');
    expect(await desk.checks(ewa, { reason: 'not ordered' })).toEqual({});
    await set.account.suspend('ewa');
    expect(await desk.opens(ewa)).toBeUndefined();
    expect(await desk.checks(ewa, { reason: ' ' })).toEqual({});
  });
});

/** The person is a contact of another account too, and works for that one now. */
async function linkedElsewhere({ world, account }: Office, name: string): Promise<void> {
  const other = await world.account({ olga: ['management'] });
  const email = account.email(name);
  const contact = randomUUID();
  const { owner } = world.database.pools;
  await owner.query(`INSERT INTO contact (id, "accountId", email, name) VALUES ($1, $2, $3, $3)`, [
    ...[contact, other.id, email],
  ]);
  await owner.query(`INSERT INTO allowed_tenant ("accountId", platform, "tenantId") VALUES ($1, 'web', 'demo')`, [
    other.id,
  ]);
  await owner.query(
    `INSERT INTO chat_link ("accountId", "contactId", platform, "tenantId", "userId", email)
     VALUES ($1, $2, 'web', 'demo', $3, $3)`,
    [other.id, contact, email],
  );
  await owner.query(
    `INSERT INTO chat_user (platform, "tenantId", "userId", "accountId") VALUES ('web', 'demo', $1, $2)`,
    [email, other.id],
  );
}

import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../../src/lib/dates.ts';
import { addPlan } from '../../conversations/schedule-desk.ts';
import { readPdf } from '../../documents/read.ts';
import type { TestAccount } from '../../support/account.ts';
import { testDatabase } from '../../support/database.ts';
import { portalWorld } from '../../support/portal.ts';

const world = await portalWorld(await testDatabase());
let account: TestAccount;
let subscription: string;
const door = (name = 'ann', locale: 'en' | 'pl' = 'en') => world.portalFor(account, name, {}, locale);
const december = { from: '2026-12-01', to: '2026-12-31' };

const audited = async () =>
  (
    await account.sql.query<{ line: string }>(
      `SELECT concat_ws(' ', action, object, outcome, details->>'format', details->>'count') AS line
       FROM audit_record WHERE chain = $1 ORDER BY seq`,
      [account.id],
    )
  ).rows.map(({ line }) => line);

const filesKept = async () =>
  (await account.sql.query('SELECT FROM stored_file WHERE "accountId" = $1', [account.id])).rows.length;

/** The file that was made, as whoever asked for it gets it. */
async function made(format: 'csv' | 'pdf' | 'ics', locale: 'en' | 'pl' = 'en') {
  const { file } = await door('ann', locale).plans.schedule({ key: format, format, period: december });
  const { name, type, bytes } = await door().files.read({ id: file!.id });
  return { name, type, bytes, text: new TextDecoder().decode(bytes) };
}

beforeEach(async () => {
  account = await world.account({ ann: ['finance'], tom: ['technical'], mia: ['management'] });
  [subscription] = (await addPlan(account, 'Chmura', [
    {
      product: 'Żuraw, baza',
      charges: [
        ['2026-11-02', '1.00'],
        ['2026-11-30', '2.00'],
        ['2026-12-01', '1845.00'],
        ['2026-12-31', '8.00'],
        ['2027-01-01', '16.00'],
        ['2027-11-02', '32.00'],
        ['2027-11-03', '64.00'],
      ],
    },
  ])) as [string];
  await addPlan(account, 'Tools', [{ product: 'Build', charges: [['2026-12-15', '149.00', 'EUR']] }]);
});

describe('the subscription billing schedule', () => {
  it('is of a period of charge dates, both days included, with sums per currency', async () => {
    expect(await door().plans.charges({ period: december })).toEqual({
      ...{ period: december, count: 3 },
      totals: [
        { amount: '149.00', currency: 'EUR' },
        { amount: '1853.00', currency: 'PLN' },
      ],
    });
  });

  it('is of a year from today on where no period is said', async () => {
    const { period, count } = await door().plans.charges({});
    expect({ period, count }).toEqual({ period: { from: '2026-11-03', to: '2027-11-02' }, count: 6 });
  });

  it('is read back from its CSV', async () => {
    const { name, type, text } = await made('csv');
    expect([name, type]).toEqual(['billing-schedule-2026-12-01-2026-12-31.csv', 'text/csv; charset=utf-8']);
    expect((parse(text, { bom: true }) as string[][]).map((cells) => [cells[0], cells[2], cells[6], cells[7]])).toEqual(
      [
        ['Charge date', 'Product', 'Currency', 'Amount'],
        ['2026-12-01', 'Żuraw, baza', 'PLN', '1845.00'],
        ['2026-12-15', 'Build', 'EUR', '149.00'],
        ['2026-12-31', 'Żuraw, baza', 'PLN', '8.00'],
      ],
    );
  });

  it('is read back from its PDF, in the reader’s language', async () => {
    const { name, type, bytes } = await made('pdf', 'pl');
    expect([name, type]).toEqual(['harmonogram-fakturowania-2026-12-01-2026-12-31.pdf', 'application/pdf']);
    const { text, language } = await readPdf(bytes);
    expect(language).toBe('pl-PL');
    expect(text).toContain('1 gru 2026 – 31 gru 2026 · 3 opłaty · Stan na 3 lis 2026');
    expect(text).toContain('EUR 1 149,00 € PLN 2 1 853,00 zł');
  });

  it('is read back from its calendar, each event under its charge’s own UID', async () => {
    const { name, type, text } = await made('ics', 'pl');
    expect([name, type]).toEqual([
      ...['harmonogram-fakturowania-2026-12-01-2026-12-31.ics', 'text/calendar; charset=utf-8'],
    ]);
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    expect(events.map(({ startDate }) => String(startDate))).toEqual(['2026-12-01', '2026-12-15', '2026-12-31']);
    expect(events[0]!.uid).toBe(`${subscription}-2026-12-01`);
    expect(String(events[0]!.component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-03T10:00:00Z');
  });

  it('is written down once a download, also when it is repeated', async () => {
    const again = await Promise.all(
      [1, 2].map(() => door().plans.schedule({ key: 'a', format: 'csv', period: december })),
    );
    expect(again[0]).toEqual(again[1]);
    await door('mia').plans.schedule({ key: 'b', format: 'ics' });
    expect(await audited()).toEqual([
      'plans.schedule schedule:2026-12-01 – 2026-12-31 done csv 3',
      'plans.schedule schedule:2026-11-03 – 2027-11-02 done ics 6',
    ]);
    expect(await filesKept()).toBe(2);
  });

  it('of an empty period is no file and no download', async () => {
    const period = { from: '2030-01-01', to: '2030-12-31' };
    for (const format of ['csv', 'pdf', 'ics'] as const) {
      expect(await door().plans.schedule({ key: format, format, period })).toEqual({
        ...{ period, count: 0, totals: [], file: null },
      });
    }
    expect(await audited()).toEqual([]);
    expect(await filesKept()).toBe(0);
  });

  it('of more charges than fit a file is refused, and of as many as fit it is made', async () => {
    const charges = Array.from({ length: 1000 }, (_, n) => [addDays('2040-01-01', n), '1.00'] as const);
    await addPlan(account, 'Long', [{ product: 'Long', charges }]);
    const period = { from: '2040-01-01', to: '2043-12-31' };
    expect(await door().plans.schedule({ key: 'a', format: 'csv', period })).toMatchObject({ count: 1000 });
    await addPlan(account, 'More', [{ product: 'More', charges: [['2041-01-01', '1.00']] }]);
    const refused = door().plans.schedule({ key: 'b', format: 'csv', period });
    await expect(refused).rejects.toMatchObject({
      code: 'invalid',
      reason: 'too_many_charges',
      details: { most: 1000 },
    });
  });

  it('is refused to the technical role, and its file to whoever lost the role or never asked', async () => {
    const refused = { code: 'forbidden', reason: 'role_needed' };
    await expect(door('tom').plans.charges({})).rejects.toMatchObject(refused);
    await expect(door('tom').plans.schedule({ key: 'a', format: 'csv' })).rejects.toMatchObject(refused);
    const { file } = await door().plans.schedule({ key: 'b', format: 'csv' });
    await expect(door('mia').files.read({ id: file!.id })).rejects.toMatchObject({ code: 'not_found' });
    await account.setRoles('ann', ['technical']);
    await expect(door().files.read({ id: file!.id })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('has nothing of another account', async () => {
    const other = await world.account({ eve: ['finance'] });
    expect(await world.portalFor(other, 'eve').plans.charges({ period: december })).toMatchObject({ count: 0 });
  });

  it.each([{ format: 'xls' }, { format: 'csv', period: { from: '2026-12-31', to: '2026-12-01' } }, {}])(
    'refuses %j',
    async (input) => {
      const asked = { key: 'x', ...input } as Parameters<ReturnType<typeof door>['plans']['schedule']>[0];
      await expect(door().plans.schedule(asked)).rejects.toMatchObject({ code: 'invalid' });
    },
  );
});

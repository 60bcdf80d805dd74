import { beforeAll, describe, expect, it } from 'vitest';
import type { TestAccount } from '../../support/account.ts';
import { testDatabase } from '../../support/database.ts';
import { portalWorld } from '../../support/portal.ts';

const world = await portalWorld(await testDatabase());
let account: TestAccount;
const found = async (number: string) =>
  (await world.portalFor(account, 'ann').invoices.find({ number })).map((row) => row.number);

beforeAll(async () => {
  account = await world.account({ ann: ['finance'] });
  for (const number of ['123', 'INV-1042', 'FV/2026/11/007', 'INV-0001042', 'A-55', 'B-55', 'Pro/forma', 'inv-9x']) {
    await account.invoice({ number });
  }
});

describe('looking up an invoice by its number', () => {
  it.each([
    ['123', ['123'], 'exactly'],
    ['inv-1042', ['INV-1042'], 'exactly, whatever the letters’ case'],
    ['INV-9X', ['inv-9x'], 'exactly, however it was loaded'],
    ['FV / 2026/11/007', ['FV/2026/11/007'], 'exactly, whatever the spaces'],
    ['Pro/Forma', ['Pro/forma'], 'without any digits'],
    ['007', ['FV/2026/11/007'], 'by the whole last group of digits'],
    ['1042', ['INV-0001042', 'INV-1042'], 'by the last group, zeros in front ignored from four digits on'],
    ['0007', ['FV/2026/11/007'], 'with four digits typed, its own zeros ignored too'],
    ['55', ['A-55', 'B-55'], 'all, where several fit'],
  ])('finds %s: %j, %s', async (typed, numbers) => {
    expect((await found(typed)).sort()).toEqual(numbers);
  });

  it.each([
    ['7', 'fewer than four digits keep their zeros'],
    ['23', 'a mere suffix'],
    ['042', 'a mere suffix'],
    ['2026', 'a group that is not the last'],
    ['XX-1042', 'other letters'],
    ['11/007', 'a part'],
    ['%', 'no pattern'],
    ['.*', 'no pattern'],
    ["'; DROP TABLE invoice; --", 'no SQL'],
    ['999999999999999999999999999999', 'too long for a number'],
  ])('does not find %s: %s', async (typed) => {
    expect(await found(typed)).toEqual([]);
  });

  it('refuses nothing at all and what is far too long', async () => {
    await expect(found(' ')).rejects.toMatchObject({ code: 'invalid' });
    await expect(found('1'.repeat(101))).rejects.toMatchObject({ code: 'invalid' });
  });
});

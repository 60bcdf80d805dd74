import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/db/prisma.ts';
import { barrier } from '../support/barrier.ts';
import { testDatabase } from '../support/database.ts';

const { pools, prisma, tenantTransaction } = await testDatabase();

async function newAccount(): Promise<string> {
  const id = randomUUID();
  await pools.loader.query(
    `INSERT INTO account (id, "externalId", name, "timeZone", "supportEmail") VALUES ($1, 'A-' || ($1::uuid), 'A', 'UTC', 'a@example.com')`,
    [id],
  );
  return id;
}

async function newCounters(...names: string[]): Promise<string> {
  const account = await newAccount();
  await tenantTransaction(account, (tx) => tx.counter.createMany({ data: names.map((name) => ({ name, value: 0 })) }));
  return account;
}

const set = (tx: Tx, accountId: string, name: string, value: number) =>
  tx.counter.update({ where: { accountId_name: { accountId, name } }, data: { value } });

async function values(account: string): Promise<Record<string, number>> {
  const rows = await tenantTransaction(account, (tx) => tx.counter.findMany());
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

describe('a tenant transaction', () => {
  it('sees the rows of its own account and no others', async () => {
    const [mine, other] = [await newCounters('mine'), await newCounters('other')];
    expect(await values(mine)).toEqual({ mine: 0 });
    expect(await values(other)).toEqual({ other: 0 });
  });

  it("cannot write into another account's rows", async () => {
    const [mine, accountId] = [await newAccount(), await newAccount()];
    const write = tenantTransaction(mine, (tx) => tx.counter.create({ data: { accountId, name: 'x', value: 1 } }));
    await expect(write).rejects.toThrow(/row-level security/);
  });

  it('keeps nothing when its work fails', async () => {
    const account = await newAccount();
    const work = tenantTransaction(account, async (tx) => {
      await tx.counter.create({ data: { name: 'x', value: 1 } });
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await values(account)).toEqual({});
  });

  it('leaves no account behind on the connection: without one, reading is an error', async () => {
    const account = await newCounters('x');
    await Promise.all(Array.from({ length: 12 }, () => values(account)));
    await expect(prisma.counter.findMany()).rejects.toThrow();
  });
});

describe('a tenant transaction that met another one', () => {
  it('is done again when both changed the same row', async () => {
    const account = await newCounters('x');
    const bothHaveRead = barrier(2);
    let runs = 0;
    const increment = () =>
      tenantTransaction(
        account,
        async (tx) => {
          runs++;
          const { value } = await tx.counter.findFirstOrThrow();
          await bothHaveRead();
          await set(tx, account, 'x', value + 1);
        },
        { isolation: 'RepeatableRead' },
      );
    await Promise.all([increment(), increment()]);
    expect(await values(account)).toEqual({ x: 2 });
    expect(runs).toBe(3);
  });

  it('is done again when only the COMMIT finds that each decided on what the other changed', async () => {
    const account = await newCounters('x', 'y');
    const bothHaveWritten = barrier(2);
    let runs = 0;
    const takeTheOnlySlot = (name: string) =>
      tenantTransaction(
        account,
        async (tx) => {
          runs++;
          const free = (await tx.counter.count({ where: { value: 1 } })) === 0;
          if (free) await set(tx, account, name, 1);
          await bothHaveWritten();
          return free;
        },
        { isolation: 'Serializable' },
      );
    const taken = await Promise.all([takeTheOnlySlot('x'), takeTheOnlySlot('y')]);
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(Object.values(await values(account)).sort()).toEqual([0, 1]);
    expect(runs).toBe(3);
  });

  it('is done again after a deadlock, also in raw SQL', async () => {
    const account = await newCounters('x', 'y');
    const bothHoldOne = barrier(2);
    let runs = 0;
    const lockBoth = (names: string[]) =>
      tenantTransaction(account, async (tx) => {
        runs++;
        for (const name of names) {
          await tx.$executeRaw`UPDATE counter SET value = value + 1 WHERE name = ${name}`;
          await bothHoldOne();
        }
      });
    await Promise.all([lockBoth(['x', 'y']), lockBoth(['y', 'x'])]);
    expect(await values(account)).toEqual({ x: 2, y: 2 });
    expect(runs).toBe(3);
  });
});

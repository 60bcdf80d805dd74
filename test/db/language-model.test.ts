import { describe, expect, it } from 'vitest';
import { learningStore, misunderstoodSince } from '../../src/db/misunderstood.ts';
import { modelBudget } from '../../src/db/model-budget.ts';
import { wipeOld } from '../../src/db/retention.ts';
import { sqlOn } from '../../src/db/sql.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();
const system = sqlOn(database.pools.system);
const DAY = 86_400_000;
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

describe('the budget of the language model', () => {
  it('gives each person theirs, also to many asking at once through several replicas', async () => {
    const replicas = [1, 2].map(() => modelBudget(system, { all: 100, person: 5 }));
    const asked = Array.from({ length: 20 }, (_, n) => replicas[n % 2]!.take('ann', noon('2026-11-03')));
    expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(5);
    expect(await replicas[0]!.take('bob', noon('2026-11-03'))).toBe(true);
  });

  it('ends for everybody where the calls of all are used up, and begins anew the next day', async () => {
    const budget = modelBudget(system, { all: 3, person: 2 });
    const taken = [];
    for (const person of ['cid', 'cid', 'cid', 'dan', 'eve']) taken.push(await budget.take(person, noon('2026-11-04')));
    expect(taken).toEqual([true, true, false, true, false]);
    expect(await budget.take('cid', noon('2026-11-05'))).toBe(true);
  });

  it('of none lets nothing be asked', async () => {
    expect(await modelBudget(system, { all: 0, person: 5 }).take('ann', noon('2026-11-06'))).toBe(false);
    expect(await modelBudget(system, { all: 5, person: 0 }).take('ann', noon('2026-11-07'))).toBe(false);
  });
});

describe('what was not understood', () => {
  const at = noon('2026-11-03');
  const entry = { at, locale: 'pl', text: 'co mi ucieka', how: 'offered', candidates: [] } as const;

  it('is kept once, as it was redacted, with the first button that was pressed', async () => {
    const store = learningStore(system, (text) => text.replace('mi', '[name]'));
    await store.keep({ ...entry, seq: '7' });
    await store.keep({ ...entry, seq: '7', text: 'again' });
    await store.pressed('7', 'contracts.list');
    await store.pressed('7', 'help.menu');
    await store.pressed('8', 'help.menu');
    expect(await misunderstoodSince(system, at)).toEqual([
      { ...entry, text: 'co [name] ucieka', awaiting: null, chosen: 'contracts.list' },
    ]);
  });

  it('is not taken for what a button says below a dialog that the language model began', async () => {
    const store = learningStore(system, (text) => text);
    await store.keep({ ...entry, seq: '9', how: 'model', proposed: 'invoices.list' });
    await store.pressed('9', 'invoices.show');
    expect((await misunderstoodSince(system, at)).at(-1)).not.toHaveProperty('chosen');
    await system.query('DELETE FROM misunderstood WHERE seq = 9');
  });

  it('is gone after 30 days, and so are the counts of calls', async () => {
    await wipeOld(database.pools.system, new Date(at.getTime() + 29 * DAY));
    expect(await misunderstoodSince(system, at)).toHaveLength(1);
    await wipeOld(database.pools.system, new Date(at.getTime() + 60 * DAY));
    expect(await misunderstoodSince(system, at)).toEqual([]);
    expect((await system.query('SELECT FROM model_calls')).rows).toEqual([]);
  });
});

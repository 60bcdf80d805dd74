import { expect, it } from 'vitest';
import { run } from '../../tools/run.ts';

const number = expect.any(Number);
const timing = { count: number, perSecond: number, mean: number, p50: number, p99: number };
const memory = { rss: number, heap: number };
const cost = { cpuMs: number, roundTrips: number, steps: expect.objectContaining({ finish: number, rest: number }) };
const size = { ...timing, invoices: number, overdue: number };

it('the smoke run loses nothing, and ends with one JSON object of everything that was measured', async () => {
  const { code, output } = await run(process.execPath, ['bench/main.ts', '--smoke']);
  const last = output.split('\n').at(-1)!;
  expect(JSON.parse(last)).toEqual({
    start: { freshFolder: number, existingFolder: number },
    lists: { one: timing, crowd: timing },
    payments: { one: timing, crowd: timing },
    sizes: [size, size, size],
    load: { invoices: number, seconds: number },
    memory: { atRest: memory, after: memory, turns: 200 },
    listTurn: cost,
    payment: cost,
    lost: { unserved: 0, unanswered: 0, answeredTwice: 0, unpaid: 0, disagreeing: 0 },
  });
  expect(code).toBe(0);
});

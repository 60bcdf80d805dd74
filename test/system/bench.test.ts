import { expect, it } from 'vitest';
import { run } from '../../tools/run.ts';

const number = expect.any(Number);
const timing = { count: number, perSecond: number, mean: number, p50: number, p99: number };
const memory = { rss: number, heap: number };
const cost = { cpuMs: number, roundTrips: number, steps: expect.objectContaining({ finish: number, rest: number }) };
const size = { ...timing, invoices: number, overdue: number };
const served = {
  acknowledged: timing,
  slowestMs: number,
  replied: timing,
  statuses: expect.objectContaining({ 200: number }),
};
const measured = expect.objectContaining({ ...served, cpuMs: number, busy: number });
const app = { steady: measured, full: measured, memory: { atRest: memory, after: memory } };

it('the smoke run loses nothing, and ends with one JSON object of everything that was measured', async () => {
  const { code, output } = await run(process.execPath, ['bench/main.ts', '--smoke']);
  const found = JSON.parse(output.split('\n').at(-1)!) as Record<'slack' | 'teams', object>;
  expect(found).toEqual({
    start: { freshFolder: number, existingFolder: number },
    lists: { one: timing, crowd: timing },
    payments: { one: timing, crowd: timing },
    sizes: [size, size, size],
    load: { invoices: number, seconds: number },
    memory: { atRest: memory, after: memory, turns: 200 },
    slack: {
      // Absent where nothing can be kept to its own core.
      ...('cores' in found.slack && { cores: { app: expect.any(String), others: expect.any(String) } }),
      ...{ bolt: app, service: app, burst: served, delayed: { ...served, databaseMs: 200 } },
      steps: expect.objectContaining({ receive: number, portal: number, send: number }),
      lost: { unanswered: 0, answeredTwice: 0, unserved: 0, unsent: 0 },
    },
    teams: {
      ...('cores' in found.teams && { cores: { app: expect.any(String), others: expect.any(String) } }),
      ...{ echo: app, service: app },
      steps: expect.objectContaining({ authenticate: number, portal: number, send: number }),
      lost: { unanswered: 0, answeredTwice: 0, unserved: 0, unsent: 0 },
    },
    listTurn: cost,
    payment: cost,
    lost: { unserved: 0, unanswered: 0, answeredTwice: 0, unpaid: 0, disagreeing: 0 },
  });
  expect(code).toBe(0);
});

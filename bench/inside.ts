import { type Lost, lost } from './lost.ts';
import { cpuMs, type Memory, memory, rounded, type Timing } from './measure.ts';
import type { Plan } from './plan.ts';
import { lists, payer } from './turns.ts';
import { openWorld, type World } from './world.ts';

const CROWD = 32;

/** What one person's turns cost besides time. */
export interface Cost {
  /** This process's processor time a turn, all threads, the bench itself included. */
  cpuMs: number;
  /** Statements to the database a turn, those after the reply included. */
  roundTrips: number;
  /** Mean milliseconds a turn, by step up to the reply; `rest` is what no step accounts for. */
  steps: Record<string, number>;
}

export interface Inside {
  memory: { atRest: Memory; after: Memory; turns: number };
  lists: { one: Timing; crowd: Timing };
  payments: { one: Timing; crowd: Timing };
  listTurn: Cost;
  /** A payment is two turns: what is asked for and the pressed confirmation. */
  payment: Cost;
  sizes: (Timing & { invoices: number; overdue: number })[];
  load: { invoices: number; seconds: number };
  lost: Lost;
}

/** Everything that is measured inside one process, on one database. */
export async function measureInside(plan: Plan): Promise<Inside> {
  const world = await openWorld();
  try {
    return await measure(world, plan);
  } finally {
    await world.close();
  }
}

async function measure(world: World, plan: Plan): Promise<Inside> {
  const { companies, warmUp } = plan;
  await world.load(...companies);
  const accounts = companies.map(({ id }) => id);
  const list = (times: number, atOnce: number, of: readonly string[] = accounts) => lists(world, of, times, atOnce);
  const { pay, paid } = payer(world, companies);

  await list(warmUp, 1);
  const atRest = memory();
  await list(plan.memoryTurns, 8);
  const memories = { atRest, after: memory(), turns: plan.memoryTurns };

  const [one, listTurn] = await costing(world, () => list(plan.lists, 1));
  const crowd = await list(plan.lists, CROWD);
  await pay(warmUp, 2);
  const [onePayment, payment] = await costing(world, () => pay(plan.payments, 1));
  const crowdPayments = await pay(plan.payments, CROWD);

  const seconds = await world.load(...plan.sizes);
  const sizes: Inside['sizes'] = [];
  for (const { id, invoices, overdue } of plan.sizes) {
    await list(warmUp, 1, [id]);
    sizes.push({ invoices, overdue, ...(await list(plan.lists, 1, [id])) });
  }
  return {
    memory: memories,
    lists: { one, crowd },
    payments: { one: onePayment, crowd: crowdPayments },
    ...{ listTurn, payment, sizes },
    load: { invoices: plan.sizes.reduce((all, { invoices }) => all + invoices, 0), seconds: rounded(seconds) },
    lost: await lost(world, paid()),
  };
}

/** What `work`, of one person at a time, cost for each time it was done. */
async function costing(world: World, work: () => Promise<Timing>): Promise<[Timing, Cost]> {
  world.spent.clear();
  const [cpu, trips] = [cpuMs(), world.roundTrips()];
  const timing = await work();
  const each = (all: number) => rounded(all / timing.count);
  const steps = Object.fromEntries([...world.spent].map(([step, ms]) => [step, each(ms)]));
  const known = Object.values(steps).reduce((all, ms) => all + ms, 0);
  return [
    timing,
    {
      cpuMs: each(cpuMs() - cpu),
      roundTrips: each(world.roundTrips() - trips),
      steps: { ...steps, rest: rounded(timing.mean - known) },
    },
  ];
}

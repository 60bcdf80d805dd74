import type { Books } from './generate-load.ts';

/** How much of everything one run measures. */
export interface Plan {
  /** Where turns and payments are measured: payments of one account wait for each other, so there are several. */
  companies: readonly Books[];
  /** Accounts whose list is measured one after the other, by how much they hold. */
  sizes: readonly Books[];
  /** Not counted, before each measure. */
  warmUp: number;
  lists: number;
  payments: number;
  /** Read turns between the first and the last look at the memory. */
  memoryTurns: number;
  slack: SlackPlan;
  teams: ChatPlan;
}

/** Events that an app of a chat's is sent, each "show my overdue invoices". */
export interface ChatPlan {
  company: Books;
  /** Chat users who take turns in writing, fewer times than they may in a minute, and not twice in a second. */
  people: number;
  warmUp: number;
  /** At a rate; then as fast as can be, with so many at once. */
  steady: number;
  perSecond: number;
  full: number;
  atOnce: number;
  /** While samples are taken of what the processor does. */
  profiled: number;
}

export interface SlackPlan extends ChatPlan {
  /** At the same rate, while each answer of the database takes so long. */
  delayed: number;
  databaseMs: number;
  burst: number;
}

const companies = (overdue: number): Books[] =>
  Array.from({ length: 8 }, (_, at) => ({ id: `C${at}`, invoices: 2 * overdue, overdue, people: 4 }));
const size = (id: string, invoices: number, overdue: number): Books => ({ id, invoices, overdue, people: 4 });

export const FULL: Plan = {
  companies: companies(200),
  sizes: [size('S1', 100, 30), size('S2', 100_000, 30), size('S3', 100_000, 60_000)],
  warmUp: 100,
  lists: 600,
  payments: 200,
  memoryTurns: 10_000,
  slack: {
    company: { id: 'SLACK', invoices: 1000, overdue: 300, people: 50 },
    ...{ people: 500, warmUp: 500, steady: 1500, perSecond: 100, full: 3000, atOnce: 32, profiled: 1000 },
    ...{ delayed: 300, databaseMs: 200, burst: 5000 },
  },
  teams: {
    company: { id: 'TEAMS', invoices: 1000, overdue: 300, people: 50 },
    ...{ people: 500, warmUp: 500, steady: 1000, perSecond: 60, full: 2000, atOnce: 32, profiled: 600 },
  },
};

/** For CI: everything once, in under a minute. */
export const SMOKE: Plan = {
  companies: companies(30),
  sizes: [size('S1', 100, 30), size('S2', 2000, 30), size('S3', 2000, 1200)],
  warmUp: 5,
  lists: 50,
  payments: 20,
  memoryTurns: 200,
  slack: {
    company: { id: 'SLACK', invoices: 1000, overdue: 300, people: 5 },
    ...{ people: 100, warmUp: 50, steady: 50, perSecond: 50, full: 50, atOnce: 8, profiled: 30 },
    ...{ delayed: 5, databaseMs: 200, burst: 100 },
  },
  teams: {
    company: { id: 'TEAMS', invoices: 1000, overdue: 300, people: 5 },
    ...{ people: 100, warmUp: 50, steady: 50, perSecond: 50, full: 50, atOnce: 8, profiled: 30 },
  },
};

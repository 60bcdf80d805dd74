import { PgBoss } from 'pg-boss';
import type { Logger } from '../lib/logger.ts';
import type { Job } from './job.ts';

const EVERY_MINUTE = '* * * * *';
/** A run that takes longer, or whose process was killed, is given up so that the next one can begin. */
const LONGEST_RUN_S = 120;
const KEPT_S = 3600;

export interface Jobs {
  /** Waits for the runs under way, at most `ms`. */
  stop(ms: number): Promise<void>;
}

interface Options {
  /** The system's role, to whom the queue's schema belongs. */
  db: { executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> };
  schema: string;
  jobs: readonly Job[];
  log: Logger;
}

/**
 * Runs every job now, for what was left by a crash, and from then on every minute through a queue in the database, so
 * that of several processes one at a time does it. Payloads are empty: a job finds its own candidates.
 */
export async function startJobs({ db, schema, jobs, log }: Options): Promise<Jobs> {
  const boss = new PgBoss({
    db,
    ...{ schema, createSchema: false, registerInstance: false, reindex: false, monitorVacuum: false },
    openTelemetry: { enabled: false },
  });
  boss.on('error', (err) => log.error({ err }, 'the job queue failed'));
  await boss.start();
  for (const { name, run } of jobs) {
    // At most one waits and one runs, whichever process asked for it.
    const limits = { policy: 'stately' as const, expireInSeconds: LONGEST_RUN_S, retryLimit: 0 };
    await boss.createQueue(name, { ...limits, retentionSeconds: LONGEST_RUN_S, deleteAfterSeconds: KEPT_S });
    await boss.work(name, { pollingIntervalSeconds: 5 }, async () => run());
    await boss.schedule(name, EVERY_MINUTE);
  }
  for (const { name, run } of jobs) {
    await run().catch((err: unknown) => log.error({ err, job: name }, 'a job failed at start'));
  }
  return { stop: (ms) => boss.stop({ graceful: true, timeout: ms }) };
}

import { describe, expect, it, vi } from 'vitest';
import { prepareQueueSchema, QUEUE_SCHEMA, queueDatabase } from '../../src/db/queue-schema.ts';
import { sqlOn } from '../../src/db/sql.ts';
import { startJobs } from '../../src/jobs/queue.ts';
import { testDatabase } from '../support/database.ts';
import { quietLog } from '../support/log.ts';

const { pools } = await testDatabase();
const sql = sqlOn(pools.system);
const start = (jobs: Parameters<typeof startJobs>[0]['jobs'], log = quietLog) =>
  startJobs({ db: queueDatabase(pools.system), schema: QUEUE_SCHEMA, jobs, log });

describe('the queue of jobs', () => {
  it('lives in a schema of its own that several processes make at once', async () => {
    await Promise.all([1, 2, 3].map(() => prepareQueueSchema(pools.owner)));
    const { rows } = await sql.query<{ owner: string }>(
      'SELECT nspowner::regrole::text AS owner FROM pg_namespace WHERE nspname = $1',
      [QUEUE_SCHEMA],
    );
    expect(rows).toEqual([{ owner: 'portal_system' }]);
  });

  it('runs every job at start, one that fails holding up no other, and is scheduled once for all processes', async () => {
    await prepareQueueSchema(pools.owner);
    const failures = vi.fn();
    const log = { ...quietLog, error: failures };
    const second = vi.fn(async () => undefined);
    const first = async () => {
      throw new Error('no');
    };
    const jobs = [
      { name: 'first', run: first },
      { name: 'second', run: second },
    ];
    const both = [await start(jobs, log), await start(jobs, log)];
    expect(second).toHaveBeenCalledTimes(2);
    expect(failures).toHaveBeenCalledWith(expect.objectContaining({ job: 'first' }), expect.any(String));
    const { rows } = await sql.query(`SELECT name, cron, data FROM ${QUEUE_SCHEMA}.schedule ORDER BY name`);
    expect(rows).toMatchObject(['first', 'second'].map((name) => ({ name, cron: '* * * * *', data: null })));
    await Promise.all(both.map((one) => one.stop(1000)));
  });

  it('does what is due in one of the processes', async () => {
    await prepareQueueSchema(pools.owner);
    const run = vi.fn(async () => undefined);
    const both = [await start([{ name: 'due', run }]), await start([{ name: 'due', run }])];
    expect(run).toHaveBeenCalledTimes(2);
    await sql.query(`INSERT INTO ${QUEUE_SCHEMA}.job (name, policy) VALUES ('due', 'stately')`);
    const done = async () => (await sql.query(`SELECT state FROM ${QUEUE_SCHEMA}.job WHERE name = 'due'`)).rows;
    await expect.poll(done, { timeout: 9000 }).toMatchObject([{ state: 'completed' }]);
    await Promise.all(both.map((one) => one.stop(1000)));
    expect(run).toHaveBeenCalledTimes(3);
  }, 20_000);
});

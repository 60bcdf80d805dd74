import { type App, type AppFigures, measureApp, startApp, stepsOf } from '../chat/app.ts';
import { openBooks } from '../chat/books.ts';
import { type Cores, splitCores } from '../chat/cores.ts';
import { type Load, loadOn, type Served } from '../chat/load.ts';
import { poster } from '../chat/post.ts';
import { postgresCpuMs } from '../chat/postgres-cpu.ts';
import { replies } from '../chat/replies.ts';
import { startChild } from '../child.ts';
import { TENANTS } from '../generate-load.ts';
import type { SlackPlan } from '../plan.ts';
import { ready } from '../service.ts';
import { messageEvent } from './event.ts';
import { signed } from './signed.ts';
import { slowDatabase } from './slow-database.ts';

const SIGNING_SECRET = 'signs-the-events-of-the-bench';

/** What went missing or happened twice; all of it has to be nought. */
interface LostEvents {
  /** Events without a reply. */
  unanswered: number;
  answeredTwice: number;
  /** In the inbox and not done; in the outbox and not sent. */
  unserved: number;
  unsent: number;
}

export interface SlackFigures {
  /** Absent where nothing could be kept to its own core. */
  cores?: Cores;
  bolt: AppFigures;
  service: AppFigures;
  /** Where the service's processor time goes, milliseconds an event. */
  steps: Record<string, number>;
  /** With a slow database: acknowledgements while it is, replies once it no longer is. */
  delayed: Served & { databaseMs: number };
  burst: Served;
  lost: LostEvents;
}

/** A bare Bolt app and this service, side by side: started anew, driven by signed requests, each on one core. */
export async function measureSlack(plan: SlackPlan): Promise<SlackFigures> {
  const split = splitCores();
  const cores = split && { app: split.app, others: split.others };
  const books = await openBooks(plan.company, TENANTS.slack, Math.max(plan.people, plan.burst), 'U');
  const apiHost = await startChild(['bench/slack/api-host.ts']);
  const arriving = replies(apiHost.process);
  const people = books.users.map((userId) => ({ userId, channel: userId.replace('U', 'D') }));
  const credentials = {
    ...{ SLACK_SIGNING_SECRET: SIGNING_SECRET, SLACK_BOT_TOKEN: 'xoxb-bench' },
    SLACK_API_URL: `${apiHost.address}/api/`,
  };
  const slow = await slowDatabase(books.url);

  /** Starts the app, lets the work be done on it, and ends it. */
  async function on<T>(file: string, env: Record<string, string>, work: (app: App, load: Load) => Promise<T>) {
    const app = await startApp(file, { ...credentials, ...env }, cores?.app);
    const { post, close } = poster(app.address, '/slack/events', signed(SIGNING_SECRET));
    try {
      return await work(app, loadOn({ event: messageEvent, post }, arriving, people, plan.people));
    } finally {
      close();
      await app.stop();
    }
  }
  const onService = <T>(env: Record<string, string>, work: (app: App, load: Load) => Promise<T>) =>
    on('src/main.ts', { DATA_DIR: books.dataDir, PORT: '0', LOG_LEVEL: 'warn', ...env }, async (app, load) => {
      await ready(app);
      return work(app, load);
    });

  try {
    const bolt = await on('bench/slack/bolt-app.ts', {}, (app, load) => measureApp(app, load, plan));
    const service = await onService({}, async (app, load) => {
      const figures = await measureApp(app, load, plan, () => postgresCpuMs(books.postmaster));
      return { figures, steps: await stepsOf(app, load, plan), burst: await load.burst(plan.burst) };
    });
    const delayed = await onService({ DATABASE_URL: slow.url }, async (_, load) => {
      await load.full(plan.warmUp, plan.atOnce);
      slow.delay(plan.databaseMs);
      return load.steady(plan.delayed, plan.perSecond, () => slow.delay(0));
    });
    return {
      ...(cores && { cores }),
      ...{ bolt, service: service.figures, steps: service.steps, burst: service.burst },
      delayed: { databaseMs: plan.databaseMs, ...delayed },
      lost: { unanswered: arriving.lost(), answeredTwice: arriving.unasked(), ...(await books.left()) },
    };
  } finally {
    await slow.close();
    await apiHost.stop();
    await books.close();
    split?.release();
  }
}

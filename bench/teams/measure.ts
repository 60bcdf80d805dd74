import { type App, type AppFigures, measureApp, startApp, stepsOf } from '../chat/app.ts';
import { openBooks } from '../chat/books.ts';
import { type Cores, splitCores } from '../chat/cores.ts';
import { type Load, loadOn } from '../chat/load.ts';
import { poster } from '../chat/post.ts';
import { postgresCpuMs } from '../chat/postgres-cpu.ts';
import { replies } from '../chat/replies.ts';
import { startChild } from '../child.ts';
import { TENANTS } from '../generate-load.ts';
import type { ChatPlan } from '../plan.ts';
import { ready } from '../service.ts';
import { messageActivity } from './activity.ts';

const APP_ID = '6b0d3f2e-5d0f-4a51-9d4f-0000000be4c4';

/** What went missing or happened twice; all of it has to be nought. */
interface LostTurns {
  /** Activities without a reply. */
  unanswered: number;
  answeredTwice: number;
  /** In the inbox and not done; in the outbox and not sent. */
  unserved: number;
  unsent: number;
}

export interface TeamsFigures {
  /** Absent where nothing could be kept to its own core. */
  cores?: Cores;
  echo: AppFigures;
  service: AppFigures;
  /** Where the service's processor time goes, milliseconds a turn. */
  steps: Record<string, number>;
  lost: LostTurns;
}

/** A bare botbuilder bot and this service, side by side: every token checked, each started anew on one core. */
export async function measureTeams(plan: ChatPlan): Promise<TeamsFigures> {
  const split = splitCores();
  const cores = split && { app: split.app, others: split.others };
  const books = await openBooks(plan.company, TENANTS.teams, plan.people, 'u');
  const host = await startChild(['bench/teams/connector-host.ts']);
  const arriving = replies(host.process);
  const people = books.users.map((userId) => ({ userId, channel: `a:${userId}` }));
  const { token } = (await (await fetch(`${host.address}/signed/${APP_ID}`)).json()) as { token: string };
  const credentials = {
    ...{ MICROSOFT_APP_ID: APP_ID, MICROSOFT_APP_PASSWORD: 'a-password-of-the-bench' },
    ...{ TEAMS_OPENID_METADATA_URL: `${host.address}/oidc`, TEAMS_LOGIN_URL: `${host.address}/login` },
  };

  /** Starts the app, lets the work be done on it, and ends it. */
  async function on<T>(file: string, env: Record<string, string>, work: (app: App, load: Load) => Promise<T>) {
    const app = await startApp(file, { ...credentials, ...env }, cores?.app);
    const { post, close } = poster(app.address, '/api/messages', () => ({ authorization: `Bearer ${token}` }));
    const event = messageActivity(APP_ID, `${host.address}/`);
    try {
      return await work(app, loadOn({ event, post }, arriving, people, plan.people));
    } finally {
      close();
      await app.stop();
    }
  }

  try {
    const echo = await on('bench/teams/echo-bot.ts', {}, (app, load) => measureApp(app, load, plan));
    const env = { DATA_DIR: books.dataDir, PORT: '0', LOG_LEVEL: 'warn' };
    const service = await on('src/main.ts', env, async (app, load) => {
      await ready(app);
      const figures = await measureApp(app, load, plan, () => postgresCpuMs(books.postmaster));
      return { figures, steps: await stepsOf(app, load, plan) };
    });
    return {
      ...(cores && { cores }),
      ...{ echo, service: service.figures, steps: service.steps },
      lost: { unanswered: arriving.lost(), answeredTwice: arriving.unasked(), ...(await books.left()) },
    };
  } finally {
    await host.stop();
    await books.close();
    split?.release();
  }
}

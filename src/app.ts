import { createServer as createSocket } from 'node:net';
import { join } from 'node:path';
import { repertoire } from '../dialogs/index.ts';
import { background } from './app/background.ts';
import { demoWanted, openDemo } from './app/demo.ts';
import { engineOf } from './app/engine.ts';
import { type Foundation, openFoundation } from './app/foundation.ts';
import { keyOf } from './app/keys.ts';
import { modelConfig } from './app/model-config.ts';
import { checkLimits, routesOf } from './app/routes.ts';
import type { SlackService } from './app/slack.ts';
import { slackConfig } from './app/slack-config.ts';
import { teamsConfig } from './app/teams-config.ts';
import { openUnderstanding } from './app/understanding.ts';
import { createBell } from './channels/web/bell.ts';
import { webChannel } from './channels/web/channel.ts';
import type { Config } from './config.ts';
import { createConversations } from './conversation/service.ts';
import { conversationStore } from './db/conversation-store.ts';
import { mailStore } from './db/mail-store.ts';
import { noticeStore } from './db/notice-store.ts';
import { outboxStore } from './db/outbox-store.ts';
import { prepareQueueSchema, QUEUE_SCHEMA, queueDatabase } from './db/queue-schema.ts';
import { wipeOld } from './db/retention.ts';
import { sqlOn } from './db/sql.ts';
import { webView } from './db/web-view.ts';
import { folderMailer } from './gateways/mail/folder.ts';
import { smtpMailer } from './gateways/mail/smtp.ts';
import { simulatedGateway } from './gateways/simulated/gateway.ts';
import { csrfTokens } from './http/csrf.ts';
import { createServer } from './http/server.ts';
import { billingJobs } from './jobs/billing.ts';
import { paymentJobs } from './jobs/payments.ts';
import { peopleJobs } from './jobs/people.ts';
import { startJobs } from './jobs/queue.ts';
import { reminderJobs } from './jobs/reminders.ts';
import { systemClock, systemIds } from './lib/clock.ts';
import { showCode } from './lib/link-code.ts';
import { within } from './lib/within.ts';
import { codeOf } from './portal/identity/code.ts';
import { recogniseContact } from './portal/identity.ts';
import { invitationToken } from './portal/invitations/token.ts';
import type { PortalServices } from './portal/operation.ts';
import { openPublic } from './portal/public.ts';
import { openSystem } from './portal/system.ts';

/** Turns at once in this process; each holds a connection of the system's pool of ten while it is served. */
const TURNS_AT_ONCE = 4;
/** SIGTERM finishes what is under way within ten seconds, database included. */
const HTTP_LIMIT_MS = 3_000;
const FINISH_LIMIT_MS = 3_000;

export interface App {
  /** Where it listens, e.g. `http://127.0.0.1:3978`. */
  address: string;
  demo: boolean;
  /** Accepts nothing more, finishes what is under way, stops the database it started. */
  close(): Promise<void>;
}

/** Builds everything once and starts it. Whatever fails before it is ready ends what was started. */
export async function createApp(config: Config): Promise<App> {
  // Refused before any database is touched.
  demoWanted(config);
  modelConfig(config);
  const foundation = await openFoundation(config, true);
  try {
    return await start(config, foundation);
  } catch (error) {
    await foundation.db.close();
    throw error;
  }
}

async function start(
  config: Config,
  { dataDir, log, db, auditKey, heads, loader, keepHead }: Foundation,
): Promise<App> {
  const clock = systemClock;
  const ids = systemIds;
  const sql = sqlOn(db.pools.system);
  const demo = await openDemo(config, loader, sql);
  await keepHead();
  await prepareQueueSchema(db.pools.owner);

  const port = config.PORT || (await freePort(config.HOST));
  const publicUrl =
    config.PUBLIC_URL ?? `http://${config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST}:${port}`;
  const owner = sqlOn(db.pools.owner);
  const payee = config.COMPANY_NAME;
  const gateway = await simulatedGateway({ sql: owner, clock, ids, publicUrl, payee });
  const secretsKey = await keyOf(config.SECRETS_KEY, dataDir, 'secrets.key');
  let afterCommit = (): void => undefined;
  let slackService: SlackService | undefined;
  const services: PortalServices = {
    ...{ db, clock, ids, log, gateway, secretsKey, payee },
    payments: config.PAYMENTS,
    audit: { key: auditKey, heads },
    afterCommit: () => afterCommit(),
    changed: (accountId) => slackService?.changed(accountId),
  };
  const system = openSystem(services, sql);
  gateway.onEvent((event) => system.payments.onEvent(event));
  gateway.onEvent((event) => system.billing.onEvent(event));

  const bell = createBell();
  // Their libraries are large: loaded only where they are used.
  const slackWanted = slackConfig(config);
  const slack =
    slackWanted &&
    (await import('./app/slack.ts')).openSlack({
      config: slackWanted,
      db,
      auditKey,
      heads,
      secretsKey,
      clock,
      ids,
      log,
    });
  const teamsWanted = teamsConfig(config);
  const teams = teamsWanted && (await import('./app/teams.ts')).openTeams({ config: teamsWanted, db, clock, log });
  const channels = {
    ...(demo && { web: webChannel(bell, checkLimits) }),
    ...(slack && { slack: slack.channel }),
    ...(teams && { teams: teams.channel }),
  };
  const understanding = await openUnderstanding(config, { system: sql, clock, log });
  const engine = engineOf({
    ...{ services, sql, channels, repertoire, ...understanding },
    switched: (user) => {
      if (user.channel === 'slack') slackService?.switched(user);
    },
  });
  const sending = { outbox: outboxStore(db.pools.system), channels, clock, log };
  const conversations = createConversations(engine, conversationStore(db.pools), sending, TURNS_AT_ONCE);
  slackService = slack?.serve(engine, conversations);
  const teamsService = teams?.serve(engine, conversations);
  const mailDir = join(dataDir, 'mails');
  const from = config.MAIL_FROM;
  const mailer = config.SMTP_URL
    ? smtpMailer({ url: config.SMTP_URL, from, clock })
    : folderMailer({ dir: mailDir, from, clock });
  const linkTo = (id: string, version: number) =>
    `${publicUrl}/invitations/${invitationToken(secretsKey, id, version)}`;
  const following = background({
    ...{ engine, conversations, log, accessEnded: services.changed },
    notices: noticeStore(db.pools.system, (...who) => recogniseContact(sql, ...who)),
    mail: {
      store: mailStore(db.pools.system),
      mailer,
      clock,
      log,
      linkTo,
      codeOf: (id) => showCode(codeOf(secretsKey, id)),
    },
  });
  afterCommit = following.start;

  const page = demo ? { bell, conversations, engine, view: webView(db.pools.system), mailDir } : undefined;
  const invitations = {
    openPublic: (token: string) => openPublic(services, sql, token),
    csrf: csrfTokens(secretsKey, () => ids.token(12)),
    ids,
  };
  const started = Promise.withResolvers<void>();
  const routes = [
    ...routesOf({ log, db, started: started.promise, invitations, gateway, ...(page && { page }) }),
    ...(slackService?.routes ?? []),
    ...(teamsService?.routes ?? []),
  ];
  const http = createServer({ log, routes });
  const address = await http.listen(port, config.HOST);
  const jobs = await startJobs({
    ...{ log, db: queueDatabase(db.pools.system), schema: QUEUE_SCHEMA },
    jobs: [
      ...paymentJobs({ system, log, redeliver: () => gateway.deliverEvents() }),
      ...peopleJobs({ system, log }),
      ...reminderJobs({ system, log }),
      ...billingJobs({ system, log }),
      ...following.jobs,
      { name: 'retention', run: () => wipeOld(db.pools.system, clock.now()) },
    ],
  });
  await slackService?.start();
  started.resolve();
  // Whatever takes longer, e.g. a payment provider that does not answer, goes on from where it stood after the next start.
  const finished = (what: string, work: () => Promise<void>) =>
    within(FINISH_LIMIT_MS, 'still_running', work).catch((err: unknown) =>
      log.warn({ err, what }, 'stopped meanwhile'),
    );
  return {
    ...{ address, demo },
    async close() {
      await http.close(HTTP_LIMIT_MS);
      await finished('what came in from Slack', async () => slackService?.stop());
      await finished('what came in from Teams', async () => teamsService?.stop());
      await Promise.all([
        jobs.stop(FINISH_LIMIT_MS),
        finished('turns', () => conversations.idle()),
        finished('notices and mails', () => following.idle()),
      ]);
      await finished('database', () => db.close());
    },
  };
}

/** The port has to be known before anything links to it. */
function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createSocket().once('error', reject);
    socket.listen(0, host, () => {
      const { port } = socket.address() as { port: number };
      socket.close(() => resolve(port));
    });
  });
}

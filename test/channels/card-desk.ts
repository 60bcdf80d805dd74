import { vi } from 'vitest';
import { repertoire } from '../../dialogs/index.ts';
import { background } from '../../src/app/background.ts';
import { engineOf } from '../../src/app/engine.ts';
import { checkLimits, routesOf } from '../../src/app/routes.ts';
import { openSlack } from '../../src/app/slack.ts';
import { openTeams } from '../../src/app/teams.ts';
import { openUnderstanding } from '../../src/app/understanding.ts';
import { createBell } from '../../src/channels/web/bell.ts';
import { webChannel } from '../../src/channels/web/channel.ts';
import { readConfig } from '../../src/config.ts';
import { createConversations } from '../../src/conversation/service.ts';
import { conversationStore } from '../../src/db/conversation-store.ts';
import { mailStore } from '../../src/db/mail-store.ts';
import { noticeStore } from '../../src/db/notice-store.ts';
import { outboxStore } from '../../src/db/outbox-store.ts';
import { sqlOn } from '../../src/db/sql.ts';
import { webView } from '../../src/db/web-view.ts';
import { csrfTokens } from '../../src/http/csrf.ts';
import { createServer } from '../../src/http/server.ts';
import { systemIds } from '../../src/lib/clock.ts';
import { createLogger } from '../../src/lib/logger.ts';
import { recogniseContact } from '../../src/portal/identity.ts';
import type { Mail } from '../../src/portal/ports.ts';
import { openPublic } from '../../src/portal/public.ts';
import { billingOf } from '../portal/billing/support.ts';
import type { testDatabase } from '../support/database.ts';
import type { FakeSlack } from '../support/fake-slack.ts';
import type { FakeTeams } from '../support/fake-teams.ts';
import { portalWorld } from '../support/portal.ts';
import { ANNA, TEAM } from './slack-receive/bodies.ts';
import { SECRET } from './slack-receive/service.ts';

interface Around {
  database: Awaited<ReturnType<typeof testDatabase>>;
  slack: FakeSlack;
  teams: FakeTeams;
  /** A language model's base URL. */
  model: string;
}

/**
 * The whole service on a test's database as src/app.ts puts it together, with Slack, Teams and the web page at once, which
 * no configuration allows. Anna, of finance and technical, is linked in all three; Ewa manages. `captured` is all that was
 * logged, printed and mailed.
 */
export async function cardDesk({ database, slack, teams, model }: Around) {
  const captured: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (...args: unknown[]) => boolean;
    vi.spyOn(stream, 'write').mockImplementation((...args: unknown[]) => {
      captured.push(String(args[0]));
      return write(...args);
    });
  }
  for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
    vi.spyOn(console, level).mockImplementation((...said) => void captured.push(said.map(String).join(' ')));
  }
  const world = await portalWorld(database);
  const { clock } = world;
  const log = createLogger({ level: 'debug', destination: { write: (line) => void captured.push(line) } });
  const system = sqlOn(database.pools.system);
  const config = readConfig({ OPENAI_BASE_URL: model, OPENAI_MODEL: 'fake' });
  const services = { ...world.services, log, afterCommit: () => following.start() };
  const common = { db: database, clock, log, ids: systemIds };
  const openedSlack = openSlack({
    ...{ ...common, auditKey: services.audit.key, heads: services.audit.heads, secretsKey: services.secretsKey },
    config: { apiUrl: slack.apiUrl, signingSecret: SECRET, tokens: { botToken: slack.team(TEAM).token } },
  });
  const { appId, password, openIdUrl, loginUrl } = teams;
  const openedTeams = openTeams({
    ...common,
    config: { appId, password, type: 'MultiTenant', openIdMetadataUrl: openIdUrl, loginUrl },
  });
  const bell = createBell();
  const channels = { slack: openedSlack.channel, teams: openedTeams.channel, web: webChannel(bell, checkLimits) };
  const understanding = await openUnderstanding(config, { system, clock, log });
  const engine = engineOf({ services, sql: system, channels, repertoire, ...understanding });
  const sending = { outbox: outboxStore(database.pools.system), channels, clock, log };
  const conversations = createConversations(engine, conversationStore(database.pools), sending, 4);
  const slackService = openedSlack.serve(engine, conversations);
  const teamsService = openedTeams.serve(engine, conversations);
  const following = background({
    ...{ engine, conversations, log },
    notices: noticeStore(database.pools.system, (...who) => recogniseContact(system, ...who)),
    mail: {
      ...{ store: mailStore(database.pools.system), clock, log },
      mailer: {
        async send({ attachments, ...mail }: Mail) {
          captured.push(JSON.stringify(mail));
          for (const { name, bytes } of attachments) captured.push(name, Buffer.from(bytes).toString('latin1'));
        },
      },
      linkTo: (id) => `https://portal.example/invitations/${id}`,
      codeOf: () => 'BCDF-GHJK',
    },
  });
  const invitations = {
    openPublic: (token: string) => openPublic(services, system, token),
    csrf: csrfTokens(services.secretsKey, () => systemIds.token(12)),
    ids: systemIds,
  };
  const page = { bell, conversations, engine, view: webView(database.pools.system), mailDir: '/nowhere' };
  const http = createServer({
    log,
    routes: [
      ...routesOf({ log, db: database, started: Promise.resolve(), invitations, gateway: services.gateway, page }),
      ...slackService.routes,
      ...teamsService.routes,
    ],
  });
  const address = await http.listen(0, '127.0.0.1');

  const account = await world.account({ anna: ['finance', 'technical'], ewa: ['management'] });
  await account.sql.query(`UPDATE contact SET locale = 'en' WHERE "accountId" = $1`, [account.id]);
  await billingOf(account);
  await account.method({ isDefault: true });
  await account.invoice({ number: 'INV-1042' });
  const person = teams.person(account.person('anna'), { name: 'Anna Kowalska' });
  slack.team(TEAM).user(ANNA);
  for (const [platform, tenant, user] of [
    ['slack', TEAM, ANNA],
    ['teams', person.tenantId, person.userId],
    ['web', 'demo', account.email('anna')],
  ]) {
    await account.sql.query('INSERT INTO allowed_tenant ("accountId", platform, "tenantId") VALUES ($1, $2, $3)', [
      ...[account.id, platform, tenant],
    ]);
    await account.sql.query(
      `INSERT INTO chat_link ("accountId", "contactId", platform, "tenantId", "userId", email)
       SELECT "accountId", id, $2, $3, $4, email FROM contact WHERE id = $1`,
      [account.person('anna'), platform, tenant, user],
    );
  }

  /** Until everything is answered, told and mailed. */
  async function settle(): Promise<void> {
    for (let round = 0; round < 2; round += 1) {
      await slackService.stop();
      await teamsService.stop();
      await conversations.idle();
      await following.idle();
    }
  }

  return {
    ...{ world, account, clock, address, captured, person, settle },
    async close() {
      await settle();
      await http.close(1000);
    },
  };
}

export type CardDesk = Awaited<ReturnType<typeof cardDesk>>;

import { assertBlocks } from '../channels/slack/assert.ts';
import { renderSlack } from '../channels/slack/render.ts';
import { formViews } from '../channels/slack/views/modal.ts';
import { assertCard } from '../channels/teams/assert.ts';
import { renderTeams } from '../channels/teams/render.ts';
import { renderText } from '../channels/text.ts';
import type { Bell } from '../channels/web/bell.ts';
import { TENANT } from '../channels/web/channel.ts';
import type { WebView } from '../channels/web/ports.ts';
import { webRoutes } from '../channels/web/routes.ts';
import type { Engine } from '../conversation/engine.ts';
import type { Conversations } from '../conversation/service.ts';
import type { Database } from '../db/database.ts';
import { listMails, readAttachment, readMail } from '../gateways/mail/folder.ts';
import type { Route } from '../http/exchange.ts';
import { healthRoutes } from '../http/health.ts';
import { hostedPageRoutes } from '../http/hosted-page.ts';
import { type InvitationPageDeps, invitationRoutes } from '../http/invitation-page.ts';
import type { Reply } from '../kit/card.ts';
import type { Locale } from '../lib/locale.ts';
import type { Logger } from '../lib/logger.ts';
import type { Portal } from '../portal/open.ts';
import { filesOf } from './files.ts';

interface Deps {
  log: Logger;
  db: Database;
  /** Resolves when everything runs that has to. */
  started: Promise<void>;
  invitations: InvitationPageDeps;
  gateway: Parameters<typeof hostedPageRoutes>[0];
  /** The demonstration's page; absent where it is off. */
  page?: { bell: Bell; conversations: Conversations; engine: Engine<Portal>; view: WebView; mailDir: string };
}

/** What would be refused by Slack or by Teams is our own mistake, found before it is shown. */
export function checkLimits(reply: Reply<string>, locale: Locale): void {
  assertBlocks(renderSlack(reply));
  formViews(reply, locale);
  assertCard(renderTeams(reply, locale));
}

/** Everything the service answers over HTTP. */
export function routesOf({ log, db, started, invitations, gateway, page }: Deps): Route[] {
  // Migrations are done before anything is listened to: a database that answers is a migrated one.
  const health = healthRoutes({ database: () => db.ping(), start: () => started }, log);
  const open = [...invitationRoutes(invitations), ...hostedPageRoutes(gateway)];
  return [...health, ...open, ...(page ? demoRoutes(page) : [])];
}

function demoRoutes({ bell, conversations, engine, view, mailDir }: NonNullable<Deps['page']>): Route[] {
  return webRoutes({
    ...{ bell, view, ids: engine.ids, clock: engine.clock },
    receive: (key, event) => conversations.receive(key, event),
    render: (reply, locale) => ({
      slack: { ...renderSlack(reply), modals: formViews(reply, locale) },
      teams: renderTeams(reply, locale),
      plain: renderText(reply),
    }),
    mails: {
      list: () => listMails(mailDir),
      read: (file) => readMail(mailDir, file),
      attachment: (file, index) => readAttachment(mailDir, file, index),
    },
    file: (userId, id) => filesOf(() => engine)({ channel: 'web', tenantId: TENANT, userId }, id),
  });
}

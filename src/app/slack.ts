import type { SlackAddress } from '../channels/slack/address.ts';
import { homeHandlers } from '../channels/slack/home/handlers.ts';
import { createHomePublisher } from '../channels/slack/home/publisher.ts';
import { createStatuses, endingStatus, type Statuses } from '../channels/slack/home/status.ts';
import { homeOf } from '../channels/slack/install/home.ts';
import { oneInstallation, storedInstallations } from '../channels/slack/install/installations.ts';
import { installRoutes } from '../channels/slack/install/routes.ts';
import type { Busy } from '../channels/slack/receive/handlers.ts';
import { slackReceiving } from '../channels/slack/receive/receiving.ts';
import { slackApi } from '../channels/slack/send/api.ts';
import { slackChannel } from '../channels/slack/send/channel.ts';
import { slackProfiles } from '../channels/slack/send/profiles.ts';
import { formHandlers } from '../channels/slack/views/handlers.ts';
import type { Engine } from '../conversation/engine.ts';
import { createForms } from '../conversation/forms.ts';
import { createHomes } from '../conversation/home.ts';
import type { Conversations } from '../conversation/service.ts';
import { formStore } from '../db/form-store.ts';
import { slackHomeStore } from '../db/slack-home-store.ts';
import { slackInstallations } from '../db/slack-installations.ts';
import { sqlOn } from '../db/sql.ts';
import type { Route } from '../http/exchange.ts';
import type { Clock, Ids } from '../lib/clock.ts';
import type { Logger } from '../lib/logger.ts';
import { sealWith } from '../lib/seal.ts';
import type { Portal } from '../portal/open.ts';
import { systemAudit } from './audit.ts';
import { filesOf } from './files.ts';
import type { Foundation } from './foundation.ts';
import type { SlackConfig } from './slack-config.ts';

/** Changes within this many milliseconds, often of one turn, draw a home page anew once. */
const GATHER_MS = 500;
/** An answer within this many milliseconds needs no "is looking that up…". */
const STATUS_AFTER_MS = 1_000;

interface Deps extends Pick<Foundation, 'db' | 'auditKey' | 'heads'> {
  config: SlackConfig;
  secretsKey: Buffer;
  clock: Clock;
  ids: Ids;
  log: Logger;
}

/** What the rest of the service sees of Slack once it is served. */
export interface SlackService {
  routes: Route[];
  /** Once the server listens. */
  start(): Promise<void>;
  /** Takes in nothing more, and finishes what was begun. */
  stop(): Promise<void>;
  /** Something of the account was changed. */
  changed(accountId: string): void;
  /** The person works for another account now. */
  switched(user: { tenantId: string; userId: string }): void;
}

/**
 * Slack put together, in two steps since the engine speaks through its channel and it is served by the engine.
 */
export function openSlack({ config, db, auditKey, heads, secretsKey, clock, ids, log }: Deps) {
  const sql = sqlOn(db.pools.system);
  const { apiUrl, tokens, signingSecret, appToken } = config;
  const store = slackInstallations(sql, systemAudit(sql, auditKey, heads, clock.now, 'slack'));
  const stored = storedInstallations({ store, seal: sealWith(secretsKey, 'slack tokens', ids), clock, log });
  const installations =
    'botToken' in tokens ? oneInstallation(tokens.botToken, () => homeOf(tokens.botToken, apiUrl, log), log) : stored;
  const api = slackApi({ tokenOf: installations.tokenOf, apiUrl, clock, log });
  const profileOf = slackProfiles(api, clock);
  let engine: Engine<Portal> | undefined;
  let statuses: Statuses | undefined;
  const plain = slackChannel({ api, profileOf, readFile: filesOf(() => engine), clock, log });

  return {
    channel: endingStatus(plain, { answered: (address) => statuses?.answered(address) }),

    serve(served: Engine<Portal>, conversations: Conversations): SlackService {
      engine = served;
      const homes = createHomes(served);
      const publisher = createHomePublisher({
        ...{ homes, api, clock, log },
        store: slackHomeStore(sql),
        gatherMs: GATHER_MS,
      });
      statuses = createStatuses({ api, homes, log, afterMs: STATUS_AFTER_MS });
      const profileLocale = async (address: SlackAddress) => (await profileOf(address, address.userId)).locale;
      const receiving = slackReceiving({
        ...{ apiUrl, clock, log },
        ...(signingSecret && { signingSecret }),
        ...(appToken && { appToken }),
        handlers: {
          receive: (key, event, abandoned) => conversations.receive(key, event, abandoned),
          amend: (key, event) => conversations.amend(key, event),
          withdraw: (key) => conversations.withdraw(key),
          ...homeHandlers({ homes, api, publisher, statuses, profileLocale, log }),
          ...formHandlers({ forms: createForms(served, formStore(db.pools)), api, conversations, log }),
          ended: (what) => installations.ended(what),
          async busy({ address, text, responseUrl }: Busy) {
            if (responseUrl) return api.respond(responseUrl, { text }, false);
            const place = { channelId: address.channelId ?? (await api.openDirect(address, address.userId)) };
            await api.postEphemeral(address, place, address.userId, { text });
          },
        },
      });
      const { spend } = store;
      const oauth =
        'oauth' in tokens
          ? installRoutes({ oauth: tokens.oauth, apiUrl, installed: stored.installed, spend, clock, ids, log })
          : [];
      return {
        routes: [...receiving.routes, ...oauth],
        start: () => receiving.start(),
        async stop() {
          await receiving.stop();
          await publisher.idle();
        },
        changed: (accountId) => publisher.changed(accountId),
        switched: ({ tenantId, userId }) => publisher.switched(tenantId, userId),
      };
    },
  };
}

import { invoiceFinder } from '../../dialogs/invoices/finder.ts';
import type { TeamsApp } from '../channels/teams/app.ts';
import { teamsReceiving } from '../channels/teams/receive/receiving.ts';
import { searchHandler } from '../channels/teams/search/handler.ts';
import { teamsChannel } from '../channels/teams/send/channel.ts';
import { personalChats } from '../channels/teams/send/chats.ts';
import { teamsConnector } from '../channels/teams/send/connector.ts';
import { elsewhereHandler } from '../channels/teams/send/elsewhere.ts';
import { fileConsentHandler } from '../channels/teams/send/file-consent.ts';
import { trustedHosts } from '../channels/teams/send/hosts.ts';
import { patient } from '../channels/teams/send/patient.ts';
import { refreshHandler } from '../channels/teams/send/refresh.ts';
import { createTyping, endingTyping } from '../channels/teams/send/typing.ts';
import { welcome } from '../channels/teams/welcome.ts';
import type { Engine } from '../conversation/engine.ts';
import { createSearch } from '../conversation/search.ts';
import type { Conversations } from '../conversation/service.ts';
import { sqlOn } from '../db/sql.ts';
import { teamsCards } from '../db/teams-cards.ts';
import { teamsConsents, teamsReferences } from '../db/teams-references.ts';
import type { Route } from '../http/exchange.ts';
import type { Clock } from '../lib/clock.ts';
import type { Logger } from '../lib/logger.ts';
import type { Portal } from '../portal/open.ts';
import { filesOf } from './files.ts';
import type { Foundation } from './foundation.ts';

/** An answer within this many milliseconds needs no sign that somebody types. */
const TYPING_AFTER_MS = 500;

interface Deps extends Pick<Foundation, 'db'> {
  config: TeamsApp | 'anonymous';
  clock: Clock;
  log: Logger;
}

/** What the rest of the service sees of Teams once it is served. */
export interface TeamsService {
  routes: Route[];
  /** Finishes what was begun. */
  stop(): Promise<void>;
}

/** Teams put together, in two steps since the engine speaks through its channel and it is served by the engine. */
export function openTeams({ config: app, db, clock, log }: Deps) {
  const sql = sqlOn(db.pools.system);
  // A login of one's own is a Teams of tests or a playground, which may be on this machine.
  const hosts = trustedHosts({ loopback: app === 'anonymous' || app.loginUrl !== undefined });
  const connector = teamsConnector({ app, hosts, clock });
  const references = teamsReferences(sql);
  const chats = personalChats({ connector, references, clock });
  const typing = createTyping({ connector, log, afterMs: TYPING_AFTER_MS });

  return {
    channel: endingTyping(teamsChannel({ connector, chats }), typing),

    serve(engine: Engine<Portal>, conversations: Conversations): TeamsService {
      const readFile = filesOf(() => engine);
      const consents = teamsConsents(sql);
      const beside = patient(connector);
      const files = { connector: beside, chats, hosts, readFile, consents, clock, log };
      const receiving = teamsReceiving({
        ...{ app, clock, log },
        handlers: {
          receive: (key, event, abandoned) => conversations.receive(key, event, abandoned),
          amend: (key, event) => conversations.amend(key, event),
          withdraw: (key) => conversations.withdraw(key),
          ...welcome({ conversations, connector, references, claims: consents, clock }),
          search: searchHandler(createSearch(engine, invoiceFinder)),
          refresh: refreshHandler(teamsCards(sql)),
          seen: (address) => references.seen(address, clock.now()),
          async working(address) {
            typing.working(address);
          },
          elsewhere: elsewhereHandler({ connector: beside, chats, ...(app !== 'anonymous' && { appId: app.appId }) }),
          fileConsent: fileConsentHandler(files),
        },
      });
      return { routes: receiving.routes, stop: () => receiving.stop() };
    },
  };
}

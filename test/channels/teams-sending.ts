import { teamsChannel } from '../../src/channels/teams/send/channel.ts';
import { personalChats } from '../../src/channels/teams/send/chats.ts';
import { teamsConnector } from '../../src/channels/teams/send/connector.ts';
import { fileConsentHandler } from '../../src/channels/teams/send/file-consent.ts';
import { trustedHosts } from '../../src/channels/teams/send/hosts.ts';
import type { Database } from '../../src/db/database.ts';
import { sqlOn } from '../../src/db/sql.ts';
import { teamsConsents, teamsReferences } from '../../src/db/teams-references.ts';
import { CodedError, isCoded } from '../../src/lib/errors.ts';
import type { FakeTeams } from '../support/fake-teams.ts';
import { quietLog } from '../support/log.ts';
import { standingClock } from '../support/portal.ts';

/** The sending half of the Teams channel as the service puts it together, on a fake Teams and a standing clock. */
export function sendingTo(teams: FakeTeams, database: Database) {
  const clock = standingClock();
  const sql = sqlOn(database.pools.system);
  const references = teamsReferences(sql);
  const consents = teamsConsents(sql);
  const hosts = trustedHosts({ loopback: true });
  const { appId, password, loginUrl } = teams;
  const connector = teamsConnector({ app: { appId, type: 'MultiTenant', password, loginUrl }, hosts, clock });
  const chats = personalChats({ connector, references, clock });
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const fileConsent = fileConsentHandler({
    ...{ connector, chats, consents, hosts, clock, log: quietLog },
    async readFile({ userId }, id) {
      const bytes = files.get(`${userId}/${id}`);
      if (!bytes) throw new CodedError('not_found', 'not_found');
      return { bytes };
    },
  });
  return { clock, references, connector, chats, files, fileConsent, channel: teamsChannel({ connector, chats }) };
}

/** The coded error that `work` ends with. */
export async function failure(work: Promise<unknown>): Promise<CodedError> {
  try {
    await work;
  } catch (error) {
    if (isCoded(error)) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

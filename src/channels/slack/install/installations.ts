import type { Clock } from '../../../lib/clock.ts';
import { CodedError } from '../../../lib/errors.ts';
import type { Logger } from '../../../lib/logger.ts';
import type { Seal } from '../../../lib/seal.ts';
import type { Team } from '../address.ts';
import type { InstallationEnd } from '../receive/handlers.ts';
import type { Home } from './home.ts';
import type { Installation, InstallationStore } from './store.ts';

/** The bot's token for a workspace. Throws CodedError `forbidden`, `slack.not_installed`. */
export type TokenOf = (team: Team) => Promise<string>;

export interface Installations {
  tokenOf: TokenOf;
  /** The app was uninstalled, or its token revoked. Told again, or late, after a new installation, it changes nothing. */
  ended(what: InstallationEnd): Promise<void>;
}

/** Where many workspaces install the app. */
export interface StoredInstallations extends Installations {
  /** Takes in what Slack granted; `token` is the bot's as Slack gave it. */
  installed(granted: Omit<Installation, 'installedAt'>): Promise<void>;
}

/** How long another replica may still use a token that was given back, in milliseconds. */
const CACHED_MS = 60_000;
const REST_OF_SECOND_MS = 999;

interface Deps {
  store: InstallationStore;
  seal: Seal;
  clock: Clock;
  log: Logger;
}

export function storedInstallations({ store, seal, clock, log }: Deps): StoredInstallations {
  const cache = new Map<string, { token: string; until: number }>();
  return {
    async tokenOf({ teamId, enterpriseId }) {
      const now = clock.now().getTime();
      const cached = cache.get(teamId);
      if (cached && cached.until > now) return cached.token;
      cache.delete(teamId);
      // A workspace's own installation goes before its organisation's.
      const [found] = await store.find(enterpriseId ? [teamId, enterpriseId] : [teamId]);
      if (!found) throw new CodedError('forbidden', 'slack.not_installed', { teamId });
      const token = seal.open(found.token, found.id);
      cache.set(teamId, { token, until: now + CACHED_MS });
      return token;
    },
    async installed(granted) {
      const { id, token, scopes } = granted;
      await store.save({ ...granted, token: seal.seal(token, id), installedAt: clock.now() });
      cache.clear();
      log.info({ installation: id, scopes }, 'the app was installed in Slack');
    },
    async ended({ team: { teamId, enterpriseId }, organization, at }) {
      const id = organization && enterpriseId ? enterpriseId : teamId;
      const ended = await store.end(id, new Date(at.getTime() + REST_OF_SECOND_MS));
      cache.clear();
      if (ended) log.warn({ installation: id }, 'the app was uninstalled from Slack: nothing is sent there any more');
    },
  };
}

/**
 * The one workspace, or organisation, whose bot token is in the configuration. Another that has the same app sends
 * events too: it is not answered, since somebody else may have the same user id here.
 * @param home where the token is good, asked once
 */
export function oneInstallation(botToken: string, home: () => Promise<Home>, log: Logger): Installations {
  let asked: Promise<Home> | undefined;
  async function ask(): Promise<Home> {
    asked ??= home();
    try {
      return await asked;
    } catch (error) {
      asked = undefined;
      throw error;
    }
  }
  return {
    async tokenOf({ teamId, enterpriseId }) {
      const at = await ask();
      const inOrganization = at.organization && enterpriseId !== undefined && at.enterpriseId === enterpriseId;
      if (teamId !== at.teamId && !inOrganization) throw new CodedError('forbidden', 'slack.not_installed', { teamId });
      return botToken;
    },
    async ended({ team: { teamId } }) {
      log.warn({ installation: teamId }, 'the app was uninstalled from Slack: SLACK_BOT_TOKEN is no longer good');
    },
  };
}

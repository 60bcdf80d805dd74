import type { Profile } from '../../../conversation/channel.ts';
import type { Clock } from '../../../lib/clock.ts';
import { isCoded } from '../../../lib/errors.ts';
import { isLocale, type Locale } from '../../../lib/locale.ts';
import type { Team } from '../address.ts';
import type { SlackApi, SlackUser } from './api.ts';
import { createCache } from './cache.ts';

/** Long enough for a conversation, short enough for somebody who has just become a guest. */
const KEPT_MS = 10 * 60_000;
const MOST = 10_000;

/** Who somebody is by Slack's word; `locale` is what their Slack speaks, as far as it is one of our languages. */
type SlackProfile = Profile & { locale?: Locale };

export type ProfileOf = (team: Team, userId: string) => Promise<SlackProfile>;

/**
 * Profiles by users.info, kept for ten minutes. Whom Slack does not know is a `stranger`.
 * @throws CodedError as the API has it
 */
export function slackProfiles(api: Pick<SlackApi, 'user' | 'teamName'>, clock: Clock): ProfileOf {
  const kept = createCache<SlackProfile>({ clock, ttlMs: KEPT_MS, most: MOST });
  const names = createCache<string | undefined>({ clock, ttlMs: KEPT_MS, most: MOST });

  async function tenantName(team: Team): Promise<string | undefined> {
    const known = names.get(team.teamId);
    if (known) return known;
    const name = await api.teamName(team);
    names.set(team.teamId, name);
    return name;
  }

  async function ask(team: Team, userId: string): Promise<SlackProfile> {
    try {
      return profileOf(await api.user(team, userId), team, await tenantName(team));
    } catch (error) {
      if (isCoded(error, 'not_found')) return { kind: 'stranger' };
      throw error;
    }
  }

  return async (team, userId) => {
    const key = `${team.teamId}:${userId}`;
    const known = kept.get(key);
    if (known) return known;
    const profile = await ask(team, userId);
    kept.set(key, profile);
    return profile;
  };
}

/** An e-mail counts only for a full member's that Slack has confirmed (PRODUCT.md section 7). */
function profileOf(user: SlackUser, team: Team, tenantName: string | undefined): SlackProfile {
  const kind = kindOf(user, team);
  const name = user.profile?.display_name || user.profile?.real_name || user.real_name || user.name;
  const email = kind === 'member' && user.is_email_confirmed && !user.deleted ? user.profile?.email : undefined;
  const language = user.locale?.slice(0, 2);
  return {
    kind,
    ...(name && { name }),
    ...(email && { email }),
    ...(isLocale(language) && { locale: language }),
    ...(tenantName && { tenantName }),
  };
}

function kindOf(user: SlackUser, { teamId }: Team): SlackProfile['kind'] {
  if (user.is_bot || user.is_workflow_bot || user.id === 'USLACKBOT') return 'bot';
  // In an organisation a person's home may be another of its workspaces.
  const here = !user.team_id || user.team_id === teamId || user.enterprise_user?.teams?.includes(teamId);
  if (user.is_stranger || !here) return 'stranger';
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'member';
}

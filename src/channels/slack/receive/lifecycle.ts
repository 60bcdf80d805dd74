import { z } from 'zod';
import type { HomeOpened, InstallationEnd } from './handlers.ts';
import { read } from './read.ts';
import { envelope, id, team, teamOfEvent } from './team.ts';

const opened = envelope.extend({
  event: z.object({ user: id, channel: id, tab: z.enum(['home', 'messages']) }),
});
const revoked = envelope.extend({ event: z.object({ tokens: z.object({ bot: z.array(z.string()).nullish() }) }) });

/** `app_home_opened`. */
export function homeOpening(body: unknown): HomeOpened {
  const sent = read(opened, body);
  const { user, tab, channel } = sent.event;
  return { address: { ...teamOfEvent(sent), userId: user }, tab, channelId: channel };
}

/** `app_uninstalled`: of one workspace, or of the whole organisation. */
export function uninstalling(body: unknown, sentAt: Date): InstallationEnd {
  const sent = read(envelope, body);
  const [installed] = sent.authorizations ?? [];
  const organization = installed?.is_enterprise_install === true;
  const at = sent.event_time ? new Date(sent.event_time * 1000) : sentAt;
  const enterprise = installed?.enterprise_id ?? sent.enterprise_id;
  // An organisation's end may name no workspace.
  const gone = organization && enterprise ? team(sent.team_id ?? enterprise, enterprise) : teamOfEvent(sent);
  return { team: gone, organization, at };
}

/** `tokens_revoked`; undefined where none of them is the app's own. */
export function revoking(body: unknown, sentAt: Date): InstallationEnd | undefined {
  const { tokens } = read(revoked, body).event;
  return tokens.bot?.length ? uninstalling(body, sentAt) : undefined;
}

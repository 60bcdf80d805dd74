import { z } from 'zod';
import type { Team } from '../address.ts';
import { unreadable } from './read.ts';

export const id = z.string().min(1).max(100);

/** The team an event is for, as its envelope says; also who reads along from elsewhere. */
export const envelope = z.object({
  team_id: id.nullish(),
  enterprise_id: id.nullish(),
  context_team_id: id.nullish(),
  event_time: z.number().int().nonnegative().nullish(),
  is_ext_shared_channel: z.boolean().nullish(),
  authorizations: z
    .array(
      z.object({
        team_id: id.nullish(),
        enterprise_id: id.nullish(),
        user_id: id.nullish(),
        is_bot: z.boolean().nullish(),
        is_enterprise_install: z.boolean().nullish(),
      }),
    )
    .nullish(),
});

type Envelope = z.infer<typeof envelope>;

/** The workspace that has the app: in a channel shared with others `team_id` may be theirs. */
export function teamOfEvent({ authorizations, context_team_id, team_id, enterprise_id }: Envelope): Team {
  const installed = authorizations?.[0];
  const enterprise = installed ? installed.enterprise_id : enterprise_id;
  return team(installed?.team_id ?? context_team_id ?? team_id, enterprise);
}

/** The app's own users in the workspaces an event is for. */
export const botsOf = ({ authorizations }: Envelope): string[] =>
  (authorizations ?? []).flatMap(({ user_id, is_bot }) => (user_id && is_bot !== false ? [user_id] : []));

/** Who interacted, and in which workspace; in an organisation-wide installation `team` is null. */
export const interactor = z.object({
  team: z.object({ id, enterprise_id: id.nullish() }).nullish(),
  enterprise: z.object({ id }).nullish(),
  user: z.object({ id, team_id: id.nullish() }),
});

/** `enterprise` counts only where there is no team: beside one it may be a stranger's. */
export const teamOfInteraction = ({ team: at, enterprise, user }: z.infer<typeof interactor>): Team =>
  at ? team(at.id, at.enterprise_id) : team(user.team_id, enterprise?.id);

/** Throws CodedError `invalid` `slack.body` where no workspace is named. */
export function team(teamId: string | null | undefined, enterpriseId: string | null | undefined): Team {
  if (!teamId) throw unreadable(['team']);
  return { teamId, ...(enterpriseId && { enterpriseId }) };
}

/**
 * Whether somebody belongs to neither the workspace nor its enterprise (Slack Connect). For an enterprise a different
 * workspace may be its own; where the place is not known to be shared with others, the person's profile decides.
 */
export function isStranger(at: Team, home: string | null | undefined, sharedOutside?: boolean | null): boolean {
  if (!home || home === at.teamId || home === at.enterpriseId) return false;
  return !at.enterpriseId || sharedOutside === true;
}

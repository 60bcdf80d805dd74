import { z } from 'zod';
import type { FormSubmission } from './handlers.ts';
import { read } from './read.ts';
import { id, interactor, isStranger, team, teamOfInteraction } from './team.ts';
import { fields } from './values.ts';

const submitted = interactor.extend({
  trigger_id: z.string().max(200).nullish(),
  view: z.object({
    id,
    private_metadata: z.string().max(3000).nullish(),
    app_installed_team_id: id.nullish(),
    state: fields.nullish(),
  }),
});

/** `view_submission` of a form. `sentAt` is when Slack sent it: it names no moment itself. */
export function submission(body: unknown, sentAt: Date): FormSubmission {
  const { view, trigger_id, ...who } = read(submitted, body);
  const own = teamOfInteraction(who);
  // Of a modal that was opened in a channel shared with another workspace, theirs stands in `team`.
  const at = team(view.app_installed_team_id ?? own.teamId, own.enterpriseId);
  return {
    address: { ...at, userId: who.user.id },
    stranger: isStranger(at, who.user.team_id),
    at: sentAt,
    key: `slack:${at.teamId}:view:${view.id}:${trigger_id ?? ''}`,
    viewId: view.id,
    metadata: view.private_metadata ?? '',
    values: view.state ?? {},
  };
}

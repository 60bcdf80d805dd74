import type { HomeView } from '@slack/types';
import type { Team } from '../address.ts';

/**
 * What of Slack's Web API the home page and the agent view need. Throws CodedError: `unavailable` (with `retryAfterMs`
 * where Slack says when), `not_found` and `forbidden` for what never will be.
 */
export interface HomeApi {
  /** views.publish */
  publishHome(team: Team, userId: string, view: HomeView): Promise<void>;
  /** assistant.threads.setStatus; an empty status takes it away. `threadTs` is the `ts` of the thread's first message. */
  setStatus(team: Team, of: { channelId: string; threadTs: string; status: string }): Promise<void>;
  /** assistant.threads.setSuggestedPrompts, without a thread: in the agent view a call that names one does nothing. */
  suggestPrompts(
    team: Team,
    of: { channelId: string; prompts: readonly { title: string; message: string }[] },
  ): Promise<void>;
}

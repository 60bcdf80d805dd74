import { webApi } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Clock } from '../../../lib/clock.ts';
import { CodedError } from '../../../lib/errors.ts';
import type { Logger } from '../../../lib/logger.ts';
import type { Team } from '../address.ts';
import { answerable } from '../answerable.ts';
import type { HomeApi } from '../home/api.ts';
import type { TokenOf } from '../install/installations.ts';
import { boltLogger } from '../receive/logging.ts';
import type { SlackMessage } from '../render.ts';
import { codedError } from './errors.ts';
import { LIMIT_MS, postTo } from './http.ts';
import { createResting } from './resting.ts';

/** A person as users.info has them. */
export type SlackUser = NonNullable<webApi.UsersInfoResponse['user']>;

/** A message, in a few words of our own also without blocks. */
type Words = Pick<SlackMessage, 'text'> & Partial<SlackMessage>;

/** Where a message goes; `threadTs` is the `ts` of the thread's first message. */
interface MessagePlace {
  channelId: string;
  threadTs?: string;
}

/**
 * What we use of Slack's Web API, each call made once and within ten seconds. Throws CodedError: `unavailable` for what
 * is worth trying again (with `details.retryAfterMs` where Slack says when; not asked before that again), `internal`
 * `over_limit` for a payload that Slack does not take, else `slack.<Slack's name for it>`, `not_found` or `forbidden`.
 */
export interface SlackApi extends HomeApi {
  /** chat.postMessage; `key` goes along as the message's metadata. Resolves with its `ts`. */
  postMessage(team: Team, place: MessagePlace, message: SlackMessage, key: string): Promise<string>;
  /** chat.postEphemeral: seen by one person until they reload. Resolves with its `ts`. */
  postEphemeral(team: Team, place: MessagePlace, userId: string, message: Words): Promise<string>;
  /** chat.update */
  updateMessage(team: Team, stands: { channelId: string; ts: string }, message: SlackMessage): Promise<void>;
  /** Answers a press or a command: anew, seen by the person alone, or in place of what was pressed. */
  respond(responseUrl: string, message: Words, replace: boolean): Promise<void>;
  /** conversations.open: the channel of the direct messages with a person. */
  openDirect(team: Team, userId: string): Promise<string>;
  /** files.getUploadURLExternal, the upload, files.completeUploadExternal. */
  upload(team: Team, place: MessagePlace, file: { name: string; bytes: Uint8Array }): Promise<void>;
  /** users.info */
  user(team: Team, userId: string): Promise<SlackUser>;
  /** auth.test: what people call the workspace; it needs no scope. */
  teamName(team: Team): Promise<string | undefined>;
  /** views.open, within three seconds of what gave the trigger. Resolves with the view's id and hash. */
  openView(team: Team, triggerId: string, view: ModalView): Promise<{ id: string; hash: string }>;
  /** views.update; with `hash` only where the view is as it was then. */
  updateView(team: Team, stands: { id: string; hash?: string }, view: ModalView): Promise<void>;
}

interface Deps {
  tokenOf: TokenOf;
  /** Ends with `/api/`. */
  apiUrl: string;
  clock: Clock;
  log: Logger;
}

/** Nothing in a text becomes a mention, a link or a preview. */
const LITERAL = { link_names: false, parse: 'none' } as const;

export function slackApi({ tokenOf, apiUrl, clock, log }: Deps): SlackApi {
  const client = new webApi.WebClient(undefined, {
    ...{ slackApiUrl: apiUrl, allowAbsoluteUrls: false, logger: boltLogger(log) },
    ...{ retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: LIMIT_MS },
  });
  const isAnswerable = answerable(apiUrl);
  const resting = createResting(clock);

  async function call<T>(team: Team, method: string, run: (token: string) => Promise<T>): Promise<T> {
    resting.check(team, method);
    const token = await tokenOf(team);
    try {
      return await run(token);
    } catch (error) {
      const coded = codedError(error, method);
      const { retryAfterMs } = coded.details;
      if (typeof retryAfterMs === 'number') resting.rest(team, method, retryAfterMs);
      throw coded;
    }
  }

  return {
    postMessage: (team, place, message, key) =>
      call(team, 'chat.postMessage', async (token) => {
        const metadata = { event_type: 'portal_message', event_payload: { key } };
        const quiet = { ...LITERAL, mrkdwn: false, unfurl_links: false, unfurl_media: false };
        const { ts } = await client.chat.postMessage({ token, ...at(place), ...message, ...quiet, metadata });
        return given(ts);
      }),
    postEphemeral: (team, place, user, { text, blocks }) =>
      call(team, 'chat.postEphemeral', async (token) => {
        const said = { token, ...at(place), user, text, ...(blocks && { blocks }), ...LITERAL };
        const { message_ts } = await client.chat.postEphemeral(said);
        return given(message_ts);
      }),
    updateMessage: (team, { channelId, ts }, message) =>
      call(team, 'chat.update', async (token) => {
        await client.chat.update({ token, channel: channelId, ts, ...message, ...LITERAL });
      }),
    async respond(responseUrl, message, replace) {
      if (!isAnswerable(responseUrl)) throw new CodedError('forbidden', 'slack.response_url');
      const how = replace ? { replace_original: true } : { response_type: 'ephemeral', replace_original: false };
      await postTo(responseUrl, 'response_url', JSON.stringify({ ...message, ...how }));
    },
    openDirect: (team, users) =>
      call(team, 'conversations.open', async (token) =>
        given((await client.conversations.open({ token, users })).channel?.id),
      ),
    async upload(team, { channelId, threadTs }, { name: filename, bytes }) {
      const { file_id, upload_url } = await call(team, 'files.getUploadURLExternal', (token) =>
        client.files.getUploadURLExternal({ token, filename, length: bytes.length }),
      );
      await postTo(given(upload_url), 'upload', bytes);
      const file = { id: given(file_id), title: filename };
      const done = { channel_id: channelId, files: [file] as [typeof file] };
      await call(team, 'files.completeUploadExternal', (token) =>
        client.files.completeUploadExternal(threadTs ? { token, ...done, thread_ts: threadTs } : { token, ...done }),
      );
    },
    user: (team, user) =>
      call(team, 'users.info', async (token) =>
        given((await client.users.info({ token, user, include_locale: true })).user),
      ),
    teamName: (team) => call(team, 'auth.test', async (token) => (await client.auth.test({ token })).team),
    openView: (team, trigger_id, view) =>
      call(team, 'views.open', async (token) => {
        const { view: stands } = await client.views.open({ token, trigger_id, view });
        return { id: given(stands?.id), hash: given(stands?.hash) };
      }),
    updateView: (team, { id, hash }, view) =>
      call(team, 'views.update', async (token) => {
        await client.views.update({ token, view_id: id, view, ...(hash && { hash }) });
      }),
    publishHome: (team, user_id, view) =>
      call(team, 'views.publish', async (token) => {
        await client.views.publish({ token, user_id, view });
      }),
    setStatus: (team, { channelId, threadTs, status }) =>
      call(team, 'assistant.threads.setStatus', async (token) => {
        await client.assistant.threads.setStatus({ token, channel_id: channelId, thread_ts: threadTs, status });
      }),
    suggestPrompts: (team, { channelId, prompts }) =>
      call(team, 'assistant.threads.setSuggestedPrompts', async (token) => {
        await client.apiCall('assistant.threads.setSuggestedPrompts', { token, channel_id: channelId, prompts });
      }),
  };
}

const at = ({ channelId, threadTs }: MessagePlace) => ({
  channel: channelId,
  ...(threadTs && { thread_ts: threadTs }),
});

/** What Slack's types leave open and its answers always have. */
function given<T>(value: T | undefined): T {
  if (value === undefined) throw new CodedError('unavailable', 'slack.unreadable');
  return value;
}

import { webApi } from '@slack/bolt';
import { CodedError, type ErrorCode } from '../../../lib/errors.ts';

/** What Slack's refusals (docs.slack.dev/reference/methods, "Errors" of each method) mean for whoever wanted to send. */
const REFUSALS: ReadonlyMap<string, ErrorCode> = new Map([
  ...named('unavailable', [
    'internal_error',
    'fatal_error',
    'service_unavailable',
    'ratelimited',
    'rate_limited',
    'message_limit_exceeded',
    'request_timeout',
    'org_login_required',
    'external_channel_migrating',
    'team_added_to_org',
  ]),
  ...named('not_found', [
    'channel_not_found',
    'user_not_found',
    'users_not_found',
    'user_not_visible',
    'message_not_found',
    'thread_not_found',
    'file_not_found',
    'not_found',
  ]),
  ...named('forbidden', [
    'invalid_auth',
    'not_authed',
    'token_revoked',
    'token_expired',
    'account_inactive',
    'missing_scope',
    'no_permission',
    'access_denied',
    'team_access_not_granted',
    'ekm_access_denied',
    'enterprise_is_restricted',
    'two_factor_setup_required',
    'is_archived',
    'not_in_channel',
    'user_not_in_channel',
    'messages_tab_disabled',
    'restricted_action',
    'restricted_action_read_only_channel',
    'restricted_action_thread_locked',
    'restricted_action_thread_only_channel',
    'restricted_action_non_threadable_channel',
    'cant_update_message',
    'edit_window_closed',
    'cannot_dm_bot',
    'cannot_reply_to_message',
    'user_disabled',
    'channel_type_not_supported',
    'not_enabled',
  ]),
  ...named('conflict', ['hash_conflict', 'expired_trigger_id', 'exchanged_trigger_id']),
]);

/** Refused for what a payload is, not for where it goes. */
const OVER_LIMIT = [
  'msg_too_long',
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'metadata_too_large',
  'invalid_arguments',
  'no_text',
];

function named(code: ErrorCode, errors: readonly string[]): [string, ErrorCode][] {
  return errors.map((error) => [error, code]);
}

/**
 * A failed call as the one error type of the house. `unavailable` (with `details.retryAfterMs` where Slack says when) is
 * worth trying again; `slack.<its name>` is not; `internal` `over_limit` is a payload of ours that Slack does not take.
 * Nothing of the payload or the token is in it.
 */
export function codedError(error: unknown, method: string): CodedError {
  if (error instanceof CodedError) return error;
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return new CodedError('unavailable', 'slack.limited', { method, retryAfterMs: error.retryAfter * 1000 });
  }
  if (error instanceof webApi.WebAPIHTTPError) return statusError(error.statusCode, method);
  if (!(error instanceof webApi.WebAPIPlatformError)) {
    return new CodedError('unavailable', 'slack.unreachable', { method }, error);
  }
  const name = error.data.error;
  // What is no name is the page of something between us and Slack.
  if (!/^[a-z0-9_]{1,80}$/.test(name)) return new CodedError('unavailable', 'slack.unreadable', { method });
  if (OVER_LIMIT.includes(name)) return new CodedError('internal', 'over_limit', { method, limit: name });
  return new CodedError(REFUSALS.get(name) ?? 'internal', `slack.${name}`, { method });
}

/** An answer that is none of Slack's own, by its HTTP status. */
export function statusError(status: number, method: string, retryAfter?: string | null): CodedError {
  const retryAfterMs = Number(retryAfter ?? Number.NaN) * 1000;
  const details = { method, status, ...(retryAfterMs >= 0 && { retryAfterMs }) };
  if (status === 429 || status >= 500) return new CodedError('unavailable', 'slack.status', details);
  return new CodedError(status === 404 || status === 410 ? 'not_found' : 'forbidden', 'slack.status', details);
}

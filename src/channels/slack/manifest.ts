import type { webApi } from '@slack/bolt';

/** What Slack takes as an app's manifest. */
export type SlackManifest = webApi.AppsManifestCreateArguments['manifest'];

/** The names of scopes that the SDK knows. */
export type KnownScope = NonNullable<NonNullable<NonNullable<SlackManifest['oauth_config']>['scopes']>['bot']>[number];
type BotEvent = NonNullable<
  NonNullable<NonNullable<SlackManifest['settings']>['event_subscriptions']>['bot_events']
>[number];

/** What the bot may do, and nothing it does not do: both the manifest and `/slack/install` ask for exactly these. */
export const BOT_SCOPES = [
  // The event `app_mention`.
  'app_mentions:read',
  // Prompts suggested in the agent view, in the person's language.
  'assistant:write',
  // Answers, cards and their updates, ephemeral answers, "is working on it".
  'chat:write',
  // The slash command and the message shortcut.
  'commands',
  // PDF, CSV and calendar files handed to the person.
  'files:write',
  // The event `message.im`: what is written to the assistant in direct messages, and nowhere else.
  'im:history',
  // Opening the direct messages with somebody who never wrote: approvals, notices.
  'im:write',
  // Telling guests, bots and people of other workspaces from members; language and time zone.
  'users:read',
  // The e-mail of a member, where the operator trusts the workspace's directory.
  'users:read.email',
] as const satisfies readonly (KnownScope | 'assistant:write')[];

/** What Slack tells us. Presses, forms, the command and the shortcut come without a subscription. */
export const BOT_EVENTS = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'message.im',
  'tokens_revoked',
] as const satisfies readonly BotEvent[];

/** Where Slack calls us, and where people install the app, under PUBLIC_URL. */
export const PATHS = {
  events: '/slack/events',
  install: '/slack/install',
  redirect: '/slack/oauth_redirect',
  installed: '/slack/installed',
} as const;

export const COMMAND = '/portal';

/** The shortcut of a message's menu, "ask the portal about this". Slack cuts names at 24 characters. */
export const SHORTCUT = { callbackId: 'ask_portal', name: 'Ask the portal' } as const;

import { prompts } from '../../dialogs/help/prompts.ts';
import {
  BOT_EVENTS,
  BOT_SCOPES,
  COMMAND,
  type KnownScope,
  PATHS,
  SHORTCUT,
  type SlackManifest,
} from '../../src/channels/slack/manifest.ts';

const NAME = 'Customer Portal';
const SHORT = 'Your supplier’s customer portal in Slack: invoices, payments, people and access.';
const LONG =
  'Ask in English or in Polish, by typing or by pressing buttons: show and pay invoices, approve payments and invitations, ' +
  'see who has access, invite colleagues, ask for a role. What needs your attention stands in the Home tab. The ' +
  'assistant does for you what you may do in the portal, and nothing else; it confirms before it moves money or changes ' +
  'access, and never asks for a card number.';

/** Shown until the app itself suggests some, by the person's roles and in their language. At most four. */
const SUGGESTED = ['account.link', 'invoices.list', 'users.list', 'help.menu'];
const suggested = () =>
  prompts
    .filter(({ intent }) => SUGGESTED.includes(intent))
    .map(({ title, message }) => ({ title: title.en, message: message.en }));

/**
 * The app's manifest, to be pasted where Slack makes an app from one.
 * @param publicUrl where Slack reaches the service, without a slash at its end; without it the app is for Socket Mode
 */
export function slackManifest(publicUrl?: string): SlackManifest {
  const at = (path: string) => ({ request_url: `${publicUrl}${path}` });
  const events = publicUrl ? at(PATHS.events) : {};
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: { name: NAME, description: SHORT, long_description: LONG, background_color: '#166a5b' },
    features: {
      agent_view: { agent_description: SHORT, suggested_prompts: suggested() },
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'portal', always_online: true },
      shortcuts: [
        {
          type: 'message',
          name: SHORTCUT.name,
          callback_id: SHORTCUT.callbackId,
          description: 'Ask the portal about what this message says',
        },
      ],
      slash_commands: [
        {
          command: COMMAND,
          description: 'Ask the customer portal',
          usage_hint: 'show my overdue invoices',
          // Names and addresses come as they were written.
          should_escape: false,
          ...(publicUrl && { url: `${publicUrl}${PATHS.events}` }),
        },
      ],
    },
    oauth_config: {
      ...(publicUrl && { redirect_urls: [`${publicUrl}${PATHS.redirect}`] }),
      // The SDK's types do not have `assistant:write`.
      scopes: { bot: [...BOT_SCOPES] as KnownScope[] },
    },
    settings: {
      event_subscriptions: { ...events, bot_events: [...BOT_EVENTS] },
      interactivity: { is_enabled: true, ...events },
      org_deploy_enabled: true,
      socket_mode_enabled: !publicUrl,
      // A rotating token would have to be renewed by one replica at a time; ours is encrypted and revocable.
      token_rotation_enabled: false,
    },
  };
}

/** As it stands in a file. */
export const manifestText = (publicUrl?: string): string => `${JSON.stringify(slackManifest(publicUrl), null, 2)}\n`;

import { type Person, TEXT } from '../chat/load.ts';
import { TENANTS } from '../generate-load.ts';

let count = 0;

/** A direct message written now, as Slack's Events API tells it; each is another one. */
export function messageEvent({ userId: user, channel }: Person): string {
  count += 1;
  const team = TENANTS.slack.tenant;
  const seconds = Math.floor(Date.now() / 1000);
  const ts = `${seconds}.${String(count).padStart(6, '0')}`;
  return JSON.stringify({
    ...{ token: 'unused', team_id: team, context_team_id: team, context_enterprise_id: null, api_app_id: 'ABENCH' },
    event: {
      ...{ type: 'message', channel_type: 'im', user, team, channel, text: TEXT, ts, event_ts: ts },
      client_msg_id: `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
      blocks: [
        {
          ...{ type: 'rich_text', block_id: 'b1' },
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: TEXT }] }],
        },
      ],
    },
    ...{ type: 'event_callback', event_id: `Ev${count}`, event_time: seconds, is_ext_shared_channel: false },
    authorizations: [
      { enterprise_id: null, team_id: team, user_id: 'UBOT', is_bot: true, is_enterprise_install: false },
    ],
    event_context: `4-${count}`,
  });
}

/** Bodies as Slack sends them (docs.slack.dev), with what tells them apart; ids are made up. */
export const TEAM = 'T0ACME';
export const ANNA = 'U0ANNA';
export const BOT = 'U0BOT';
const TS = '1767225600.000100';

const authorizations = [
  { enterprise_id: null, team_id: TEAM, user_id: BOT, is_bot: true, is_enterprise_install: false },
];

export const envelope = (event: object, more: object = {}) => ({
  ...{ token: 'legacy', team_id: TEAM, context_team_id: TEAM, context_enterprise_id: null, api_app_id: 'A0PORTAL' },
  ...{ event, type: 'event_callback', event_id: 'Ev0001', event_time: 1767225600, authorizations },
  ...{ is_ext_shared_channel: false, event_context: '4-context' },
  ...more,
});

export const message = (text: string, event: object = {}, more: object = {}) =>
  envelope(
    {
      ...{ user: ANNA, type: 'message', ts: TS, client_msg_id: '6d1f', text, team: TEAM },
      ...{ blocks: [{ type: 'rich_text', block_id: 'b', elements: [] }], channel: 'D0ANNA', event_ts: TS },
      ...{ channel_type: 'im', ...event },
    },
    more,
  );

export const mention = (text: string, event: object = {}, more: object = {}) =>
  envelope(
    { user: ANNA, type: 'app_mention', ts: TS, text, team: TEAM, channel: 'C0SALES', event_ts: TS, ...event },
    more,
  );

export const edit = (before: string, after: string, inner: object = {}, event: object = {}) => {
  const both = { type: 'message', user: ANNA, ts: TS, team: TEAM };
  return envelope({
    ...{ type: 'message', subtype: 'message_changed', hidden: true, channel: 'D0ANNA', channel_type: 'im' },
    message: { ...both, text: after, edited: { user: ANNA, ts: '1767225660.000000' }, ...inner },
    previous_message: { ...both, text: before },
    ...{ ts: '1767225660.000200', event_ts: '1767225660.000200', ...event },
  });
};

export const removal = () =>
  envelope({
    ...{ type: 'message', subtype: 'message_deleted', hidden: true, channel: 'D0ANNA', channel_type: 'im' },
    previous_message: { type: 'message', user: ANNA, text: 'show my invoices', ts: TS },
    ...{ deleted_ts: TS, ts: '1767225670.000300', event_ts: '1767225670.000300' },
  });

const who = (userId: string, teamId: string) => ({ id: userId, username: 'anna', name: 'anna', team_id: teamId });

/** A press on a button of a message. */
export const press = (action: object = {}, more: object = {}) => ({
  ...{ type: 'block_actions', user: who(ANNA, TEAM), api_app_id: 'A0PORTAL', token: 'legacy', enterprise: null },
  container: { type: 'message', message_ts: '1767225500.000900', channel_id: 'D0ANNA', is_ephemeral: false },
  ...{ trigger_id: '12.34.abc', team: { id: TEAM, domain: 'acme' }, channel: { id: 'D0ANNA', name: 'directmessage' } },
  ...{ is_enterprise_install: false, state: { values: {} }, response_url: 'https://hooks.slack.com/actions/T/1/a' },
  actions: [
    {
      ...{ type: 'button', block_id: 'b1', action_id: 'press:0', value: 'p-1@dm', action_ts: '1767225601.500000' },
      text: { type: 'plain_text', text: 'Pay' },
      ...action,
    },
  ],
  ...more,
});

export const command = (text: string, more: Record<string, string> = {}): Record<string, string> => ({
  ...{ token: 'legacy', team_id: TEAM, team_domain: 'acme', channel_id: 'C0SALES', channel_name: 'sales' },
  ...{ user_id: ANNA, user_name: 'anna', command: '/portal', text, api_app_id: 'A0PORTAL' },
  ...{
    is_enterprise_install: 'false',
    response_url: 'https://hooks.slack.com/commands/T/1/a',
    trigger_id: '56.78.def',
  },
  ...more,
});

export const shortcut = (message: object, more: object = {}) => ({
  ...{ type: 'message_action', token: 'legacy', action_ts: '1767225602.250000', team: { id: TEAM, domain: 'acme' } },
  ...{ user: who(ANNA, TEAM), channel: { id: 'C0SALES', name: 'sales' }, is_enterprise_install: false },
  ...{ enterprise: null, callback_id: 'ask_portal', trigger_id: '90.12.ghi', message_ts: TS },
  ...{
    response_url: 'https://hooks.slack.com/app/T/1/a',
    message: { type: 'message', user: 'U0JAN', ts: TS, ...message },
  },
  ...more,
});

export const submission = (values: object, more: object = {}, view: object = {}) => ({
  ...{ type: 'view_submission', team: { id: TEAM, domain: 'acme' }, user: who(ANNA, TEAM), api_app_id: 'A0PORTAL' },
  ...{ token: 'legacy', trigger_id: '13.14.jkl', response_urls: [], is_enterprise_install: false, enterprise: null },
  view: {
    ...{ id: 'V0FORM', team_id: TEAM, type: 'modal', callback_id: 'form', private_metadata: 'p-1@dm', hash: '1.a' },
    ...{ state: { values }, app_installed_team_id: TEAM, bot_id: 'B0BOT', blocks: [], ...view },
  },
  ...more,
});

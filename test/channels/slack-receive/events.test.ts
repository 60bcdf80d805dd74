import { describe, expect, it } from 'vitest';
import { ANNA, BOT, edit, mention, message, removal, TEAM } from './bodies.ts';
import { service } from './service.ts';

const KEY = `slack:${TEAM}:D0ANNA:1767225600.000100`;

describe('a direct message', () => {
  it('becomes one event of the person, at the moment it was written', async () => {
    const { post, inbox } = service();
    expect(await post(message('show my overdue invoices'))).toEqual({ status: 200 });
    expect([...inbox]).toEqual([
      [
        KEY,
        {
          conversation: `slack:${TEAM}:${ANNA}:dm`,
          user: { channel: 'slack', tenantId: TEAM, userId: ANNA },
          address: { teamId: TEAM, userId: ANNA },
          shared: false,
          at: '2026-01-01T00:00:00.000Z',
          content: { type: 'text', text: 'show my overdue invoices' },
        },
      ],
    ]);
  });

  it('in a thread is a conversation of its own there', async () => {
    const { post, events } = service();
    await post(message('pay it', { thread_ts: '1767225500.000900' }));
    expect(events()[0]).toMatchObject({
      conversation: `slack:${TEAM}:${ANNA}:dm/1767225500.000900`,
      address: { threadTs: '1767225500.000900' },
      shared: false,
    });
  });

  it('is worked on visibly, once it is taken in and answered', async () => {
    const { post, calls, receiving } = service();
    await post(message('hello'));
    expect(calls).toEqual([]);
    await receiving.stop();
    expect(calls).toEqual([
      ['working', { teamId: TEAM, userId: ANNA }, { channelId: 'D0ANNA', ts: '1767225600.000100' }],
    ]);
  });

  it('beside a file counts, a file alone does not', async () => {
    const { post, events } = service();
    await post(message('dispute this', { subtype: 'file_share', files: [{ id: 'F1' }] }));
    await post(message('', { subtype: 'file_share', ts: '1767225601.000100' }));
    expect(events().map(({ content }) => content)).toEqual([{ type: 'text', text: 'dispute this' }]);
  });

  it('keeps the enterprise of the installation', async () => {
    const { post, events } = service();
    const authorizations = [{ enterprise_id: 'E0ACME', team_id: TEAM, user_id: BOT, is_bot: true }];
    await post(message('hello', {}, { authorizations }));
    expect(events()[0]?.address).toEqual({ teamId: TEAM, enterpriseId: 'E0ACME', userId: ANNA });
  });

  it('much longer than anybody types is not kept', async () => {
    const { post, events } = service();
    await post(message('x'.repeat(39_000)));
    expect(events()[0]?.content).toEqual({ type: 'too_long' });
  });
});

describe('what no person wrote', () => {
  it.each<[string, object]>([
    ['another bot', { bot_id: 'B0OTHER', user: 'U0OTHER' }],
    ['a bot without a user', { subtype: 'bot_message', bot_id: 'B0OTHER', user: undefined }],
    ['this app', { user: BOT }],
    ['Slackbot', { user: 'USLACKBOT' }],
    ['joining', { subtype: 'channel_join' }],
    ['an assistant thread’s beginning', { subtype: 'assistant_app_thread' }],
    ['nothing', { text: '' }],
    ['a channel the app only sits in', { channel: 'C0SALES', channel_type: 'channel' }],
    ['a group', { channel: 'G0GROUP', channel_type: 'mpim' }],
  ])('(%s) is answered and left alone', async (_, event) => {
    const { post, inbox, calls, receiving } = service();
    expect(await post(message('hello', event))).toEqual({ status: 200 });
    await receiving.stop();
    expect([inbox.size, calls]).toEqual([0, []]);
  });

  it('is left alone where it mentions the assistant', async () => {
    const { post, inbox } = service();
    await post(mention(`<@${BOT}> your daily report`, { bot_id: 'B0OTHER' }));
    expect(inbox.size).toBe(0);
  });
});

describe('a mention', () => {
  it('is heard without the assistant’s name, with others reading along', async () => {
    const { post, inbox } = service();
    await post(mention(`<@${BOT}> e-mail the list to <@U0JAN>`));
    expect([...inbox]).toMatchObject([
      [
        `slack:${TEAM}:C0SALES:1767225600.000100`,
        {
          conversation: `slack:${TEAM}:${ANNA}:C0SALES`,
          address: { teamId: TEAM, userId: ANNA, channelId: 'C0SALES' },
          shared: true,
          content: { type: 'text', text: 'e-mail the list to <@U0JAN>' },
        },
      ],
    ]);
  });

  it('in a thread stays in it', async () => {
    const { post, events } = service();
    await post(mention(`<@${BOT}> and the closed ones?`, { thread_ts: '1767225500.000900' }));
    expect(events()[0]?.conversation).toBe(`slack:${TEAM}:${ANNA}:C0SALES/1767225500.000900`);
  });

  it('of nothing but the name asks what there is', async () => {
    const { post, events } = service();
    await post(mention(`<@${BOT}>`));
    expect(events()[0]?.content).toEqual({ type: 'wish', intent: 'help.menu', slots: {} });
  });

  it('shows no status where others would see it', async () => {
    const { post, calls, receiving } = service();
    await post(mention(`<@${BOT}> hello`));
    await receiving.stop();
    expect(calls).toEqual([]);
  });
});

describe('an edited message', () => {
  it('replaces the text that waits, with the moment of the edit', async () => {
    const { post, calls } = service();
    await post(edit('pay 123', 'pay 124 &amp; 125'));
    expect(calls).toMatchObject([
      ['amend', KEY, { content: { type: 'text', text: 'pay 124 & 125' }, at: '2026-01-01T00:01:00.000Z' }],
    ]);
  });

  it.each<[string, Parameters<typeof edit>]>([
    ['a preview that Slack added', ['see https://a.example', 'see https://a.example', { edited: undefined }]],
    ['a bot’s', ['working', 'done', { bot_id: 'B0BOT', user: BOT }]],
    ['somebody else’s change', ['pay 123', 'pay 124', { edited: { user: 'U0ADMIN', ts: '1767225660.000000' } }]],
    ['one in a channel', ['pay 123', 'pay 124', {}, { channel: 'C0SALES', channel_type: 'channel' }]],
  ])('that is %s changes nothing', async (_, edited) => {
    const { post, calls } = service();
    expect(await post(edit(...edited))).toEqual({ status: 200 });
    expect(calls).toEqual([]);
  });

  it('that is deleted is withdrawn, also where its thread keeps a tombstone', async () => {
    const { post, calls } = service();
    await post(removal());
    await post(edit('pay 123', 'This message was deleted.', { subtype: 'tombstone', user: 'USLACKBOT' }));
    expect(calls).toEqual([
      ['withdraw', KEY],
      ['withdraw', KEY],
    ]);
  });
});

describe('who it is', () => {
  it('differs by workspace where the user id is the same', async () => {
    const { post, events } = service();
    const authorizations = [{ enterprise_id: null, team_id: 'T0OTHER', user_id: 'U0BOT2', is_bot: true }];
    await post(message('hello'));
    await post(message('hello', { team: 'T0OTHER' }, { team_id: 'T0OTHER', authorizations }));
    expect(events().map(({ conversation }) => conversation)).toEqual([
      `slack:${TEAM}:${ANNA}:dm`,
      `slack:T0OTHER:${ANNA}:dm`,
    ]);
  });

  const grid = [{ enterprise_id: 'E0ACME', team_id: TEAM, user_id: BOT, is_bot: true }];
  it.each<[string, object, object, true | undefined]>([
    ['of this workspace', { user_team: TEAM, source_team: TEAM }, {}, undefined],
    ['of a workspace connected to it', { team: 'T9EVIL', user_team: 'T9EVIL' }, { is_ext_shared_channel: true }, true],
    ['of a connected one, told by the team alone', { team: 'T9EVIL' }, { is_ext_shared_channel: true }, true],
    ['of an unknown other workspace', { user_team: 'T9EVIL' }, {}, true],
    ['known by the enterprise', { user_team: 'E0ACME', source_team: 'E0ACME' }, { authorizations: grid }, undefined],
    ['of the enterprise’s other workspace', { user_team: 'T0SISTER' }, { authorizations: grid }, undefined],
    ['of another enterprise', { user_team: 'E9EVIL' }, { authorizations: grid, is_ext_shared_channel: true }, true],
  ])('somebody %s is a stranger or not', async (_, event, envelope, stranger) => {
    const { post, events } = service();
    await post(mention(`<@${BOT}> hello`, event, envelope));
    expect(events()[0]?.stranger).toBe(stranger);
  });

  it('of a channel that belongs to the other workspace is still of the one that has the app', async () => {
    const { post, events } = service();
    const mixed = { team_id: 'T9EVIL', context_team_id: TEAM, is_ext_shared_channel: true };
    await post(mention(`<@${BOT}> hello`, { team: TEAM, user_team: TEAM }, mixed));
    expect([events()[0]?.user.tenantId, events()[0]?.stranger]).toEqual([TEAM, undefined]);
  });
});

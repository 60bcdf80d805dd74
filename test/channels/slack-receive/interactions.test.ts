import { describe, expect, it } from 'vitest';
import { ANNA, command, press, shortcut, submission, TEAM } from './bodies.ts';
import { service } from './service.ts';

describe('a press', () => {
  it('is an event of whoever pressed, in the place its button names', async () => {
    const { post, inbox } = service();
    expect(await post(press())).toEqual({ status: 200 });
    expect([...inbox]).toEqual([
      [
        `slack:${TEAM}:press:12.34.abc:1767225601.500000`,
        {
          conversation: `slack:${TEAM}:${ANNA}:dm`,
          user: { channel: 'slack', tenantId: TEAM, userId: ANNA },
          address: { teamId: TEAM, userId: ANNA },
          shared: false,
          at: '2026-01-01T00:00:01.500Z',
          content: { type: 'press', press: 'p-1' },
        },
      ],
    ]);
  });

  it.each([
    ['p-1@dm/1767225500.000900', `slack:${TEAM}:${ANNA}:dm/1767225500.000900`, false],
    ['p-1@C0SALES', `slack:${TEAM}:${ANNA}:C0SALES`, true],
    ['p-1@C0SALES/1767225500.000900', `slack:${TEAM}:${ANNA}:C0SALES/1767225500.000900`, true],
  ])('of %s belongs to %s', async (value, conversation, shared) => {
    const { post, events } = service();
    await post(press({ value }));
    expect(events()[0]).toMatchObject({ conversation, shared, content: { press: 'p-1' } });
  });

  it.each(['static_select', 'overflow'])('may be a choice out of a menu (%s)', async (type) => {
    const { post, events } = service();
    await post(press({ type, value: undefined, selected_option: { value: 'p-2@dm' } }));
    expect(events()[0]?.content).toEqual({ type: 'press', press: 'p-2' });
  });

  it('by a colleague is the colleague’s own', async () => {
    const { post, events } = service();
    await post(press({ value: 'p-1@C0SALES' }, { user: { id: 'U0JAN', team_id: TEAM } }));
    expect(events()[0]?.conversation).toBe(`slack:${TEAM}:U0JAN:C0SALES`);
  });

  it('by somebody of a connected workspace is a stranger’s', async () => {
    const { post, events } = service();
    await post(press({}, { user: { id: 'U9EVIL', team_id: 'T9EVIL' } }));
    await post(press({}, { user: { id: 'U0JAN', team_id: TEAM }, trigger_id: '2' }));
    expect(events().map(({ stranger }) => stranger)).toEqual([true, undefined]);
  });

  it('by a member of the enterprise’s other workspace is nobody’s whom the button would not know', async () => {
    const { post, events } = service();
    const team = { id: TEAM, domain: 'acme', enterprise_id: 'E0ACME' };
    await post(press({}, { team, user: { id: 'U0JAN', team_id: 'T0SISTER' } }));
    expect([events()[0]?.user.tenantId, events()[0]?.stranger]).toEqual([TEAM, undefined]);
  });

  it('in an organisation-wide installation has the person’s workspace', async () => {
    const { post, events } = service();
    await post(press({}, { team: null, enterprise: { id: 'E0ACME', name: 'Acme' }, is_enterprise_install: true }));
    expect(events()[0]?.address).toEqual({ teamId: TEAM, enterpriseId: 'E0ACME', userId: ANNA });
  });

  it('carries what stood in the fields beside it', async () => {
    const { post, events } = service();
    const values = {
      email: { email: { type: 'email_text_input', value: 'jan@acme.example' } },
      role: { role: { type: 'static_select', selected_option: { value: 'finance' } } },
      roles: { roles: { type: 'checkboxes', selected_options: [{ value: 'finance' }, { value: 'technical' }] } },
      reason: { reason: { type: 'plain_text_input', value: null } },
      b1: { 'press:0': { type: 'static_select', selected_option: { value: 'p-1@dm' } } },
    };
    await post(press({}, { state: { values } }));
    expect(events()[0]?.content).toEqual({
      ...{ type: 'press', press: 'p-1' },
      values: { email: 'jan@acme.example', role: 'finance', roles: 'finance,technical', reason: '' },
    });
  });

  const ephemeral = { container: { type: 'message', message_ts: '1767225500.000900', is_ephemeral: true } };
  it.each([
    ['https://hooks.slack.com/actions/T/1/a', true],
    ['https://slack.test.example/respond/1', true],
    ['https://hooks.slack.com.evil.example/actions', false],
    ['https://evil.example/https://hooks.slack.com/', false],
    ['http://hooks.slack.com/actions/T/1/a', false],
    ['no address', false],
  ])('on an ephemeral message keeps %s for changing it: %s', async (response_url, kept) => {
    const { post, events } = service({}, { apiUrl: 'https://slack.test.example/api' });
    await post(press({}, { ...ephemeral, response_url }));
    const pressed = { responseUrl: response_url, messageTs: '1767225500.000900' };
    expect(events()[0]?.address.pressed).toEqual(kept ? pressed : undefined);
  });

  it.each<[string, object]>([
    ['a link', { action_id: 'open:0', value: undefined }],
    ['a value of nobody’s', { value: 'p-1' }],
    ['a field', { type: 'email_text_input', value: 'jan@acme.example' }],
  ])('that only opens or fills in %s is answered and left alone', async (_, action) => {
    const { post, inbox } = service();
    expect(await post(press(action))).toEqual({ status: 200 });
    expect(inbox.size).toBe(0);
  });
});

describe('a button of the home page', () => {
  const home = {
    container: { type: 'view', view_id: 'V0HOME' },
    channel: undefined,
    view: { id: 'V0HOME', type: 'home' },
  };

  it('is a wish in the direct messages', async () => {
    const { post, events } = service();
    const value = JSON.stringify({ intent: 'invoices.list', slots: { status: 'overdue' } });
    await post(press({ action_id: 'wish:0', value }, home));
    expect(events()[0]).toMatchObject({
      conversation: `slack:${TEAM}:${ANNA}:dm`,
      content: { type: 'wish', intent: 'invoices.list', slots: { status: 'overdue' } },
    });
  });

  it.each(['{"intent":"invoices.burn","slots":{}}', '{"intent":"help.menu","slots":{"sql":"x"}}', '{'])(
    'that wishes for what there is not (%s) is refused and told',
    async (value) => {
      const { post, inbox, told, receiving } = service();
      expect((await post(press({ action_id: 'wish:0', value }, home))).status).toBe(200);
      await receiving.stop();
      expect([inbox.size, told().map(({ address }) => address)]).toEqual([0, [{ teamId: TEAM, userId: ANNA }]]);
    },
  );
});

describe('a button that opens a form', () => {
  it('opens it as soon as Slack is answered, and stands in no inbox', async () => {
    const { post, inbox, calls, receiving } = service();
    await post(press({ action_id: 'form:0', value: 'p-7@C0SALES' }));
    await receiving.stop();
    expect(inbox.size).toBe(0);
    expect(calls).toMatchObject([
      ['openForm', { press: 'p-7', triggerId: '12.34.abc', address: { channelId: 'C0SALES', userId: ANNA } }],
    ]);
  });

  it('that does not open says so', async () => {
    const openForm = () => Promise.reject(new Error('expired_trigger_id'));
    const { post, told, receiving } = service({ openForm });
    expect(await post(press({ action_id: 'form:0' }, { channel: { id: 'C0SALES', name: 'sales' } }))).toEqual({
      status: 200,
    });
    await receiving.stop();
    expect(told()).toMatchObject([
      { address: { channelId: 'C0SALES', userId: ANNA }, responseUrl: 'https://hooks.slack.com/actions/T/1/a' },
    ]);
  });
});

describe('a submitted form', () => {
  const values = { email: { email: { type: 'email_text_input', value: 'jan@acme' } } };

  it('is checked within the request, and shows what was wrong', async () => {
    const submitForm = async () => ({ email: 'No e-mail address' });
    const { post } = service({ submitForm });
    const answer = await post(submission(values));
    expect(JSON.parse(String(answer.body))).toEqual({
      response_action: 'errors',
      errors: { email: 'No e-mail address' },
    });
  });

  it('that is right closes the form', async () => {
    const { post, calls } = service();
    expect(await post(submission(values))).toEqual({ status: 200 });
    expect(calls[0]?.[1]).toEqual({
      ...{ address: { teamId: TEAM, userId: ANNA }, stranger: false, at: new Date('2026-01-01T00:00:05Z') },
      ...{ key: `slack:${TEAM}:view:V0FORM:13.14.jkl`, viewId: 'V0FORM', metadata: 'p-1@dm' },
      values: { email: 'jan@acme' },
    });
  });

  it('in a channel shared with another workspace is for the one that has the app', async () => {
    const { post, calls } = service();
    await post(submission(values, { team: { id: 'T9EVIL' }, user: { id: 'U9EVIL', team_id: 'T9EVIL' } }));
    expect(calls[0]?.[1]).toMatchObject({ address: { teamId: TEAM, userId: 'U9EVIL' }, stranger: true });
  });

  it.each<[string, object, object]>([
    ['closed', { type: 'view_closed' }, {}],
    ['another one', {}, { callback_id: 'survey' }],
  ])('that is %s is left alone', async (_, more, view) => {
    const { post, calls } = service();
    expect(await post(submission(values, more, view))).toEqual({ status: 200 });
    expect(calls).toEqual([]);
  });
});

describe('the command', () => {
  it('is a text, read along where it is not written in direct messages', async () => {
    const { post, inbox } = service();
    expect(await post(command('show &lt;my&gt; invoices'))).toEqual({ status: 200 });
    await post(command('hello', { channel_id: 'D0ANNA', channel_name: 'directmessage', trigger_id: '2' }));
    expect([...inbox]).toMatchObject([
      [
        `slack:${TEAM}:command:56.78.def`,
        {
          conversation: `slack:${TEAM}:${ANNA}:C0SALES`,
          ...{ shared: true, at: '2026-01-01T00:00:05.000Z', content: { type: 'text', text: 'show <my> invoices' } },
        },
      ],
      [`slack:${TEAM}:command:2`, { conversation: `slack:${TEAM}:${ANNA}:dm`, shared: false }],
    ]);
  });

  it.each(['', '   '])('with "%s" behind it asks what there is', async (text) => {
    const { post, events } = service();
    await post(command(text));
    expect(events()[0]?.content).toEqual({ type: 'wish', intent: 'help.menu', slots: {} });
  });
});

describe('the message shortcut', () => {
  it('asks about somebody else’s words, where that message stands', async () => {
    const { post, inbox } = service();
    await post(shortcut({ text: 'is <https://a.example|invoice 123> paid?', thread_ts: '1767225500.000900' }));
    expect([...inbox]).toMatchObject([
      [
        `slack:${TEAM}:shortcut:90.12.ghi`,
        {
          conversation: `slack:${TEAM}:${ANNA}:C0SALES/1767225500.000900`,
          ...{ shared: true, at: '2026-01-01T00:00:02.250Z' },
          content: { type: 'text', text: 'is invoice 123 paid?', quoted: true },
        },
      ],
    ]);
  });

  it('in somebody’s direct messages is answered in one’s own', async () => {
    const { post, events } = service();
    await post(
      shortcut({ text: 'paid?', thread_ts: '1767225500.000900' }, { channel: { id: 'D0JAN', name: 'directmessage' } }),
    );
    expect(events()[0]).toMatchObject({ conversation: `slack:${TEAM}:${ANNA}:dm`, shared: false });
  });

  it('of another name is not ours', async () => {
    const { post, inbox } = service();
    expect(await post(shortcut({ text: 'paid?' }, { callback_id: 'other' }))).toEqual({ status: 200 });
    expect(inbox.size).toBe(0);
  });
});

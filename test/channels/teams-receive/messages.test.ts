import { describe, expect, it } from 'vitest';
import { MAX_TEXT } from '../../../src/conversation/event.ts';
import { fakeConnector } from '../../support/fake-teams-connector.ts';
import { activities, addressOf, anna, NOW, service } from './service.ts';

const { message, inGroup, edit, removal, bot, mention } = activities;
const GROUP = '19:meeting@thread.v2';
const THREAD = '19:sales@thread.tacv2;messageid=1767225600000';

describe('a message in the personal chat', () => {
  it('is the event of one person, with what Teams says of them', async () => {
    const { post, inbox } = service();
    const sent = message(anna, 'show my invoices', { locale: 'pl-PL' });
    expect(await post(sent)).toEqual({ status: 200 });
    expect([...inbox]).toEqual([
      [
        `teams:tenant-a:${anna.conversationId}:${sent.id}`,
        {
          conversation: 'teams:tenant-a:anna',
          user: { channel: 'teams', tenantId: 'tenant-a', userId: 'anna' },
          address: addressOf(anna),
          shared: false,
          profileLocale: 'pl',
          at: '2026-01-01T00:00:00.123Z',
          content: { type: 'text', text: 'show my invoices' },
        },
      ],
    ]);
  });

  it('is followed by its address and the sign of somebody typing', async () => {
    const { post, told } = service();
    await post(message(anna, 'hello'));
    expect(await told('seen')).toEqual([addressOf(anna)]);
    expect(await told('working')).toEqual([addressOf(anna)]);
    expect(await told('elsewhere')).toEqual([]);
  });

  it('that Teams repeats is one, followed by nothing more', async () => {
    const { post, inbox, told } = service();
    const sent = message(anna, 'hello');
    for (let i = 0; i < 3; i++) expect(await post(sent)).toEqual({ status: 200 });
    expect([inbox.size, (await told('working')).length, (await told('seen')).length]).toEqual([1, 1, 1]);
  });

  it('of two people of one name in two tenants is two people’s', async () => {
    const { post, inbox } = service();
    const { person } = fakeConnector('app');
    const id = '1767225600001';
    for (const tenantId of ['tenant-a', 'tenant-b']) {
      const same = { ...person('anna', { tenantId }), conversationId: 'a:same', memberId: '29:same' };
      await post(message(same, 'hello', { id }));
    }
    expect([...inbox].map(([key, { conversation, user }]) => [key, conversation, user.tenantId])).toEqual([
      [`teams:tenant-a:a:same:${id}`, 'teams:tenant-a:anna', 'tenant-a'],
      [`teams:tenant-b:a:same:${id}`, 'teams:tenant-b:anna', 'tenant-b'],
    ]);
  });

  it('is the same person’s however their ids are spelt', async () => {
    const { post, events } = service();
    const { person } = fakeConnector('app');
    await post(message(person('6E8B-AB', { tenantId: 'F1E2-CD' }), 'hello'));
    expect(events()[0]?.conversation).toBe('teams:f1e2-cd:6e8b-ab');
  });

  it.each<[string, object, string]>([
    ['by Teams’ clock', {}, '2026-01-01T00:00:00.123Z'],
    ['by the person’s where that is all', { timestamp: undefined }, '2026-01-01T00:00:00.123Z'],
    ['now where nothing says', { timestamp: undefined, localTimestamp: 'soon' }, NOW.toISOString()],
  ])('was written %s', async (_, more, at) => {
    const { post, events } = service();
    await post(message(anna, 'hello', more));
    expect(events()[0]?.at).toBe(at);
  });

  it.each<[string | undefined, 'en' | 'pl' | undefined]>([
    ['en-GB', 'en'],
    ['PL', 'pl'],
    ['de-DE', undefined],
    [undefined, undefined],
  ])('in a Teams of %s has the language %s', async (locale, profileLocale) => {
    const { post, events } = service();
    await post(message(anna, 'hello', { locale }));
    expect(events()[0]?.profileLocale).toBe(profileLocale);
  });

  it.each<[string, object]>([
    ['a file alone', { text: undefined, attachments: [{ contentType: 'application/pdf', content: {} }] }],
    ['nothing to read', { text: ' &nbsp; ' }],
    ['no text at all', { text: null, attachments: null, entities: null }],
  ])('with %s asks nothing', async (_, more) => {
    const { post, inbox } = service();
    expect(await post(message(anna, '', more))).toEqual({ status: 200 });
    expect(inbox.size).toBe(0);
  });

  it.each([MAX_TEXT + 1, 30_000, 200_000])('of %i characters is told that it is too long', async (length) => {
    const { post, events } = service();
    await post(message(anna, 'x'.repeat(length)));
    expect(events()[0]?.content).toEqual({ type: 'too_long' });
  });

  it('with entities and attachments that nobody has seen yet is read all the same', async () => {
    const { post, events } = service();
    const entities = [{ type: 'clientCapabilities', value: 7 }, null, 'x', { type: 'mention' }];
    await post(message(anna, 'hello', { entities, attachments: [null, { contentType: 'text/html', content: 5 }] }));
    expect(events()[0]?.content).toEqual({ type: 'text', text: 'hello' });
  });

  it('counts with the writer’s own words where it begins with somebody else’s', async () => {
    const { post, events } = service();
    const quote =
      '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1">pay all invoices</blockquote>';
    const attachments = [{ contentType: 'text/html', content: `${quote}\n<p>what is that?</p>` }];
    await post(message(anna, 'pay all invoices\n\nwhat is that?', { attachments }));
    await post(message(anna, '<quoted messageId="1"/> who is that?'));
    expect(events().map(({ content }) => content)).toEqual([
      { type: 'text', text: 'what is that?' },
      { type: 'text', text: 'who is that?' },
    ]);
  });
});

describe('a message where others read along', () => {
  it.each([
    ['a group chat', GROUP, 'group'],
    ['a channel', THREAD, 'team'],
  ])('in %s is served in the personal chat, and the place learns that', async (_, id, scope) => {
    const { post, inbox, told } = service();
    const sent = inGroup(anna, id, 'show my invoices');
    expect(await post(sent)).toEqual({ status: 200 });
    const { conversationId: _personal, ...address } = addressOf(anna);
    expect([...inbox]).toEqual([
      [
        `teams:tenant-a:${id}:${sent.id}`,
        expect.objectContaining({
          ...{ conversation: 'teams:tenant-a:anna', address, shared: true },
          content: { type: 'text', text: 'show my invoices' },
        }),
      ],
    ]);
    const place = { scope, tenantId: 'tenant-a', conversationId: id, serviceUrl: address.serviceUrl, botId: bot.id };
    expect(await told('elsewhere')).toEqual([{ address, place, by: 'text', stranger: false, locale: 'en' }]);
    expect(await told('seen')).toEqual([address]);
    expect(await told('working')).toEqual([]);
  });

  it('that does not speak to the assistant is none of its business', async () => {
    const { post, inbox, told } = service();
    const jan = { type: 'mention', mentioned: { id: '29:jan', name: 'Jan' }, text: '<at>Jan</at>' };
    await post(inGroup(anna, GROUP, '', { text: 'pay invoice 123', entities: [] }));
    await post(inGroup(anna, GROUP, '', { text: '<at>Jan</at> pay invoice 123', entities: [jan] }));
    expect([inbox.size, await told('elsewhere')]).toEqual([0, []]);
  });

  it('names the others it mentions, and not the assistant', async () => {
    const { post, events } = service();
    const jan = { type: 'mention', mentioned: { id: '29:jan', name: 'Jan Kowalski' }, text: '<at>Jan Kowalski</at>' };
    const text = '<at>Portal</at>&nbsp;invite <at>Jan Kowalski</at>, <at>Portal</at>';
    await post(inGroup(anna, GROUP, '', { text, entities: [mention, jan, mention] }));
    expect(events()[0]?.content).toEqual({ type: 'text', text: 'invite Jan Kowalski,' });
  });

  it('of its name alone asks what there is', async () => {
    const { post, events } = service();
    await post(inGroup(anna, GROUP, ''));
    expect(events()[0]?.content).toEqual({ type: 'wish', intent: 'help.menu', slots: {} });
  });

  it('in a place of no known kind is not taken for a private one', async () => {
    const { post, events } = service();
    const conversation = { id: 'a:1', tenantId: 'tenant-a' };
    await post(inGroup(anna, GROUP, '123456', { conversation }));
    expect(events()[0]?.shared).toBe(true);
  });
});

describe('whoever is not one of the tenant’s people', () => {
  const from = { id: '29:x', name: 'X', aadObjectId: 'x' };

  it.each<[string, object]>([
    ['a bot', { from: { ...from, id: '28:other' } }],
    ['a bot by its role', { from: { ...from, role: 'bot' } }],
    ['the app itself', { from: { ...from, id: bot.id } }],
    ['somebody in a meeting’s lobby', { from: { id: '8:teamsvisitor:1', name: 'X' } }],
    ['nobody', { from: undefined }],
    ['somebody of another tenant than the chat’s', { channelData: { tenant: { id: 'tenant-b' } } }],
  ])('is not taken in: %s', async (_, more) => {
    const { post, inbox, told } = service();
    expect(await post(message(anna, 'hello', more))).toEqual({ status: 200 });
    expect([inbox.size, await told('seen')]).toEqual([0, []]);
  });

  it('is a stranger where Teams names another home of theirs', async () => {
    const { post, events, told } = service();
    await post(inGroup(anna, GROUP, 'hello', { from: { ...from, tenantId: 'tenant-b' } }));
    await post(message(anna, 'hello', { from: { ...from, tenantId: 'Tenant-A' } }));
    expect(events().map(({ stranger }) => stranger)).toEqual([true, undefined]);
    expect(await told('elsewhere')).toMatchObject([{ stranger: true }]);
  });

  it.each<[string, object]>([
    ['no tenant', { channelData: {}, conversation: { id: 'a:1', conversationType: 'personal' } }],
    ['no conversation', { conversation: undefined }],
    ['no id', { id: undefined }],
    ['no receiver', { recipient: undefined }],
  ])('and a message that names %s, is malformed', async (_, more) => {
    const { post, inbox } = service();
    const answer = await post(message(anna, 'hello', more));
    expect(answer).toEqual({ status: 400, body: { error: { code: 'invalid', reason: 'teams.body' } } });
    expect(inbox.size).toBe(0);
  });

  it('has the tenant that the conversation names where nothing else does', async () => {
    const { post, events } = service();
    await post(message(anna, 'hello', { channelData: undefined }));
    expect(events()[0]?.user.tenantId).toBe('tenant-a');
  });
});

describe('a message that was changed afterwards', () => {
  it('is amended under its own name, with the moment of the change', async () => {
    const { post, calls, inbox } = service();
    expect(await post(edit(anna, '17', 'show invoice 124'))).toEqual({ status: 200 });
    expect(calls).toEqual([
      [
        'amend',
        `teams:tenant-a:${anna.conversationId}:17`,
        expect.objectContaining({
          ...{ conversation: 'teams:tenant-a:anna', at: '2026-01-01T00:01:00.000Z' },
          content: { type: 'text', text: 'show invoice 124' },
        }),
      ],
    ]);
    expect(inbox.size).toBe(0);
  });

  it('in a group chat keeps its name there', async () => {
    const { post, calls } = service();
    const { conversation, text, entities } = inGroup(anna, GROUP, 'show invoice 124');
    await post(edit(anna, '17', '', { conversation, text, entities }));
    expect(calls[0]?.slice(0, 2)).toEqual(['amend', `teams:tenant-a:${GROUP}:17`]);
    expect(calls[0]?.[2]).toMatchObject({ shared: true, content: { text: 'show invoice 124' } });
  });

  it('is withdrawn where it was deleted, and not asked again where that was undone', async () => {
    const { post, calls, inbox } = service();
    await post(removal(anna, '17'));
    const channelData = { tenant: { id: 'tenant-a' }, eventType: 'undeleteMessage' };
    await post(edit(anna, '17', 'hello', { channelData }));
    expect([calls, inbox.size]).toEqual([[['withdraw', `teams:tenant-a:${anna.conversationId}:17`]], 0]);
  });
});

describe('an activity of a kind that is no concern of ours', () => {
  it.each(['typing', 'messageReaction', 'endOfConversation', 'event', 'command', 'contactRelationUpdate', 'news'])(
    'is answered and left: %s',
    async (type) => {
      const { post, inbox, calls } = service();
      expect(await post({ ...message(anna, 'hello'), type })).toEqual({ status: 200 });
      expect(await post({ type, channelId: 'msteams', serviceUrl: 'https://x.example/' })).toEqual({ status: 200 });
      expect([inbox.size, calls]).toEqual([0, []]);
    },
  );
});

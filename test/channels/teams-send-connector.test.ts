import { beforeEach, describe, expect, it } from 'vitest';
import { teamsConnector } from '../../src/channels/teams/send/connector.ts';
import { isGone } from '../../src/channels/teams/send/errors.ts';
import { trustedHosts } from '../../src/channels/teams/send/hosts.ts';
import { testDatabase } from '../support/database.ts';
import { fakeTeams } from '../support/fake-teams.ts';
import { failure, sendingTo } from './teams-sending.ts';

const teams = await fakeTeams();
const database = await testDatabase();
const WORDS = { type: 'message', text: 'secret words' };

describe('the connector of Teams', () => {
  let count = 0;
  let sending: ReturnType<typeof sendingTo>;
  let chat: { serviceUrl: string; conversationId: string; tenantId: string; userId: string };
  const send = () => sending.connector.send(chat, WORDS);

  beforeEach(() => {
    sending = sendingTo(teams, database);
    const { conversationId, userId, tenantId } = teams.person(`connector-${++count}`);
    chat = { serviceUrl: teams.serviceUrl, conversationId, userId, tenantId };
    teams.calls.splice(0);
  });

  it('asks for one token, however many messages wait for it, and keeps it', async () => {
    await Promise.all([send(), send()]);
    await send();
    expect(teams.callsOf('token')).toHaveLength(1);
    sending.clock.move(54 * 60_000);
    await send();
    expect(teams.callsOf('token')).toHaveLength(1);
    sending.clock.move(2 * 60_000);
    await send();
    expect(teams.callsOf('token')).toHaveLength(2);
  });

  it('renews a token that ended early, once', async () => {
    await send();
    teams.revokeTokens();
    await send();
    expect(teams.standing(chat.conversationId)).toHaveLength(2);
    expect(teams.callsOf('token')).toHaveLength(2);
    teams.status('send', 401, 'BotNotRegistered');
    teams.status('send', 401, 'BotNotRegistered');
    expect(await failure(send())).toMatchObject({ code: 'unavailable', reason: 'teams.BotNotRegistered' });
    expect(teams.callsOf('send')).toHaveLength(5);
  });

  it('is unavailable while no token is to be had, and asks again with the next message', async () => {
    teams.status('token', 401, 'invalid_client');
    expect(await failure(send())).toMatchObject({ code: 'unavailable', reason: 'teams.login_invalid_client' });
    teams.cut('token');
    expect(await failure(send())).toMatchObject({ code: 'unavailable', reason: 'teams.unreachable' });
    await send();
    expect(teams.standing(chat.conversationId)).toHaveLength(1);
  });

  it.each([
    [412, 'PreconditionFailed'],
    [500, 'ServiceError'],
    [502, 'ServiceError'],
    [503, 'ServiceUnavailable'],
    [504, 'GatewayTimeout'],
  ])('is unavailable after %i, having asked once', async (status, code) => {
    teams.status('send', status, code);
    expect(await failure(send())).toMatchObject({ code: 'unavailable', reason: `teams.${code}`, details: { status } });
    expect(teams.callsOf('send')).toHaveLength(1);
  });

  it('is unavailable where it is cut off, and where the answer gets lost', async () => {
    teams.cut('send');
    expect(await failure(send())).toMatchObject({ code: 'unavailable', reason: 'teams.unreachable' });
    teams.lose('send');
    expect(await failure(send())).toMatchObject({ code: 'unavailable', reason: 'teams.unreachable' });
  });

  it('leaves a conversation alone for as long as Teams said, and no other', async () => {
    teams.limit('send', 30);
    expect(await failure(send())).toMatchObject({ code: 'unavailable', details: { retryAfterMs: 30_000 } });
    sending.clock.move(10_000);
    expect(await failure(send())).toMatchObject({ details: { retryAfterMs: 20_000, paced: true } });
    expect(teams.callsOf('send')).toHaveLength(1);
    const other = teams.person(`connector-other-${count}`);
    await sending.connector.send({ ...chat, ...other }, WORDS);
    sending.clock.move(20_000);
    await send();
  });

  it('leaves the waiting to the sender where Teams does not say how long', async () => {
    teams.limit('send');
    const { code, details } = await failure(send());
    expect({ code, details }).toEqual({ code: 'unavailable', details: { operation: 'send', status: 429 } });
  });

  it('says what a message is too big or badly made for, so that words are sent', async () => {
    teams.status('send', 413, 'MessageSizeTooBig');
    expect(await failure(send())).toMatchObject({ code: 'internal', reason: 'over_limit' });
    teams.status('update', 400, 'BadSyntax');
    const id = (await send()) ?? '';
    const update = sending.connector.update(chat, id, WORDS);
    expect(await failure(update)).toMatchObject({ code: 'internal', reason: 'over_limit' });
  });

  it.each([
    [403, 'BotNotInConversationRoster'],
    [403, 'MessageWritesBlocked'],
    [403, 'ConversationBlockedByUser'],
    [403, 'BotDisabledByAdmin'],
    [404, 'ConversationNotFound'],
  ])('knows by %i %s that the app is gone', async (status, code) => {
    teams.status('send', status, code);
    const error = await failure(send());
    expect(error).toMatchObject({ code: status === 403 ? 'forbidden' : 'not_found', reason: `teams.${code}` });
    expect(isGone(error)).toBe(true);
  });

  it('does not take the app for gone where only the message is, or Teams does not say why', async () => {
    const gone = await failure(sending.connector.update(chat, 'never', WORDS));
    expect(gone).toMatchObject({ code: 'not_found', reason: 'teams.ActivityNotFoundInConversation' });
    teams.status('send', 403, 'an <odd> code');
    const odd = await failure(send());
    expect(odd).toMatchObject({ code: 'forbidden', reason: 'teams.status_403' });
    expect([isGone(gone), isGone(odd)]).toEqual([false, false]);
  });

  it('tells Teams again whom a message is for, which one that is sent unasked needs', async () => {
    await sending.connector.send({ ...chat, botId: '28:bot', memberId: '29:member' }, WORDS);
    expect(teams.standing(chat.conversationId)[0]!.activity).toMatchObject({
      conversation: { id: chat.conversationId, tenantId: chat.tenantId, conversationType: 'personal' },
      recipient: { id: '29:member', aadObjectId: chat.userId },
      ...{ from: { id: '28:bot' }, channelData: { tenant: { id: chat.tenantId } } },
    });
  });

  it('holds back what is more than Teams takes in a conversation, and no more than that', async () => {
    for (let i = 0; i < 7; i++) await send();
    expect(await failure(send())).toMatchObject({
      ...{ code: 'unavailable', reason: 'teams.paced' },
      details: { retryAfterMs: 1000, paced: true },
    });
    sending.clock.move(1000);
    await send();
    expect(await failure(send())).toMatchObject({ details: { retryAfterMs: 1000 } });
    sending.clock.move(500);
    for (let i = 8; i < 60; i++) {
      sending.clock.move(500);
      await send();
    }
    const { details } = await failure(send());
    expect(details.retryAfterMs).toBe(2500);
    expect(teams.callsOf('send')).toHaveLength(60);
    sending.clock.move(2500);
    await send();
  });

  it('has neither token nor secret nor words in an error, whatever goes wrong', async () => {
    const faults = [
      () => teams.cut('send'),
      () => teams.limit('send', 0),
      () => teams.status('send', 400, 'BadSyntax'),
      () => teams.status('send', 500),
      () => teams.status('token', 400, 'invalid_request'),
    ];
    for (const fault of faults) {
      teams.revokeTokens();
      fault();
      const error = await failure(send());
      const shown = [error.stack, error.cause instanceof Error ? error.cause.stack : '', JSON.stringify(error)].join();
      expect(shown).not.toMatch(/secret words|Bearer|a-password/);
    }
  });

  it('writes no more than 1,800 in an hour', async () => {
    const { connector, clock } = sending;
    const elsewhere = { ...chat, serviceUrl: 'https://evil.example/' };
    for (let i = 0; i < 1800; i++) {
      await failure(connector.send(elsewhere, WORDS));
      clock.move(1500);
    }
    expect((await failure(send())).details).toMatchObject({ retryAfterMs: 3_600_000 - 1800 * 1500, paced: true });
  });
});

describe('addresses that Teams names', () => {
  const { connector, oneDrive } = trustedHosts({ loopback: false });

  it.each([
    'https://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net/teams',
    'https://api.botframework.com',
  ])('get the token where they are Microsoft’s: %s', (url) => {
    expect(connector(url).href).toContain(url);
  });

  it.each([
    'http://smba.trafficmanager.net/emea/',
    'https://evil.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://user:pw@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/',
    'https://botframework.com.evil.example/',
    'https://evilbotframework.com/',
    'https://169.254.169.254/latest',
    'http://127.0.0.1:3978/',
    'http://localhost/',
    'file:///etc/passwd',
    'nonsense',
  ])('get none where they are not: %s', (url) => {
    expect(() => connector(url)).toThrow('teams.foreign_service_url');
  });

  it.each(['https://contoso-my.sharepoint.com/personal/x/upload', 'https://sn3302.up.1drv.com/up/x'])(
    'get a file where they are OneDrive’s: %s',
    (url) => {
      expect(oneDrive(url).href).toBe(url);
    },
  );

  it.each(['http://contoso.sharepoint.com/', 'https://sharepoint.com.evil.example/', 'https://evilsharepoint.com/x'])(
    'get none elsewhere: %s',
    (url) => {
      expect(() => oneDrive(url)).toThrow('teams.foreign_upload_url');
    },
  );

  it('are not asked at all, and no token is fetched, where they are foreign', async () => {
    const { appId, password, loginUrl } = teams;
    const app = { appId, type: 'MultiTenant', password, loginUrl } as const;
    const strict = teamsConnector({ app, hosts: trustedHosts({ loopback: false }), clock: { now: () => new Date() } });
    teams.calls.splice(0);
    const chat = { serviceUrl: teams.serviceUrl, conversationId: 'a:1', tenantId: 't' };
    expect(await failure(strict.send(chat, WORDS))).toMatchObject({ reason: 'teams.foreign_service_url' });
    expect(teams.calls).toEqual([]);
  });
});

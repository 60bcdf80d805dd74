import { Writable } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { slackApi } from '../../src/channels/slack/send/api.ts';
import { CodedError, isCoded } from '../../src/lib/errors.ts';
import { createLogger } from '../../src/lib/logger.ts';
import { fakeSlack } from '../support/fake-slack.ts';
import { sendingTo } from './slack-sending.ts';

const slack = await fakeSlack();
const MESSAGE = { text: 'secret words', blocks: [{ type: 'divider' as const }] };

async function failure(work: Promise<unknown>) {
  try {
    await work;
  } catch (error) {
    if (isCoded(error)) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('the Slack API', () => {
  let count = 0;
  let team: ReturnType<typeof slack.team>;
  let sending: ReturnType<typeof sendingTo>;
  const post = (to = team) => sending.api.postMessage(to, { channelId: 'C1' }, MESSAGE, 'key');

  beforeEach(() => {
    team = slack.team(`T${++count}`);
    team.channel('C1', []);
    sending = sendingTo(slack);
    slack.calls.splice(0);
  });

  it.each([
    ...['internal_error', 'fatal_error', 'service_unavailable', 'ratelimited'].map((error) => ['unavailable', error]),
    ...['token_revoked', 'invalid_auth', 'account_inactive', 'missing_scope', 'not_authed'].map((e) => [
      'forbidden',
      e,
    ]),
    ...['is_archived', 'cant_update_message', 'not_in_channel'].map((error) => ['forbidden', error]),
    ...['channel_not_found', 'user_not_found', 'message_not_found'].map((error) => ['not_found', error]),
    ['internal', 'something_new'],
  ] as [string, string][])('is %s where Slack says %s', async (code, error) => {
    slack.refuse('chat.postMessage', error);
    expect(await failure(post())).toMatchObject({ code, reason: `slack.${error}` });
  });

  it.each(['msg_too_long', 'invalid_blocks', 'msg_blocks_too_long'])(
    'knows %s for a payload over a limit',
    async (error) => {
      slack.refuse('chat.postMessage', error);
      expect(await failure(post())).toMatchObject({ code: 'internal', reason: 'over_limit' });
    },
  );

  it('calls once, and is unavailable where Slack fails, is cut off, or another program answers for it', async () => {
    slack.status('chat.postMessage', 503);
    expect(await failure(post())).toMatchObject({ code: 'unavailable', reason: 'slack.status' });
    slack.cut('chat.postMessage');
    expect(await failure(post())).toMatchObject({ code: 'unavailable', reason: 'slack.unreachable' });
    slack.refuse('chat.postMessage', '<html>Sign in to the guest network</html>');
    expect(await failure(post())).toMatchObject({ code: 'unavailable', reason: 'slack.unreadable' });
    expect(slack.callsOf('chat.postMessage')).toHaveLength(3);
  });

  it('leaves a method of a workspace alone for as long as Slack said, and no other', async () => {
    slack.limit('chat.postMessage', 30);
    expect(await failure(post())).toMatchObject({ code: 'unavailable', details: { retryAfterMs: 30_000 } });
    sending.clock.move(10_000);
    expect(await failure(post())).toMatchObject({ details: { retryAfterMs: 20_000, paced: true } });
    expect(slack.callsOf('chat.postMessage')).toHaveLength(1);
    const other = slack.team('TOTHER');
    other.channel('C1', []);
    await post(other);
    await sending.api.teamName(team);
    sending.clock.move(20_000);
    await post();
    expect(team.standing('C1')).toHaveLength(1);
  });

  it('uses the token that holds now, of the workspace it speaks in', async () => {
    team.token = 'xoxb-new';
    await post();
    team.token = 'xoxb-newer';
    await post();
    expect(team.standing('C1')).toHaveLength(2);
    const dead = slackApi({ ...deps(), tokenOf: async () => 'xoxb-forged' });
    const send = dead.postMessage(team, { channelId: 'C1' }, MESSAGE, 'key');
    expect(await failure(send)).toMatchObject({ code: 'forbidden', reason: 'slack.invalid_auth' });
  });

  it('passes on that the app is not installed, without a call', async () => {
    const tokenOf = async () => {
      throw new CodedError('forbidden', 'slack.not_installed');
    };
    const send = slackApi({ ...deps(), tokenOf }).postMessage(team, { channelId: 'C1' }, MESSAGE, 'key');
    expect(await failure(send)).toMatchObject({ reason: 'slack.not_installed' });
    expect(slack.calls).toEqual([]);
  });

  it('opens a modal and fills it, unless it was changed meanwhile', async () => {
    const view = (title: string) => ({
      ...{ type: 'modal' as const, title: { type: 'plain_text' as const, text: title } },
      blocks: [{ type: 'divider' as const }],
    });
    const opened = await sending.api.openView(team, team.trigger(), view('Loading'));
    await sending.api.updateView(team, opened, view('Invite'));
    expect(team.modals.get(opened.id)!.view.title.text).toBe('Invite');
    expect(await failure(sending.api.updateView(team, opened, view('Late')))).toMatchObject({ code: 'conflict' });
    expect(await failure(sending.api.openView(team, 'stale', view('Late')))).toMatchObject({
      ...{ code: 'conflict', reason: 'slack.expired_trigger_id' },
    });
  });

  it('answers a command to the person alone', async () => {
    const hook = team.responseUrl({ ts: '1.1', channel: 'C1', text: '', to: 'U1' });
    await sending.api.respond(hook, { text: 'Busy' }, false);
    expect(team.ephemerals('C1', 'U1')).toMatchObject([{ text: 'Busy' }]);
  });

  it('writes neither token nor words nor blocks to the log or into an error, whatever goes wrong', async () => {
    const lines: string[] = [];
    const destination = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const api = slackApi({ ...deps(), log: createLogger({ level: 'debug', destination }) });
    for (const fault of [
      () => slack.cut('chat.postMessage'),
      () => slack.limit('chat.postMessage', 0),
      () => slack.status('chat.postMessage', 500),
      () => slack.refuse('chat.postMessage', 'invalid_blocks'),
    ]) {
      fault();
      const error = await failure(api.postMessage(team, { channelId: 'C1' }, MESSAGE, 'key'));
      lines.push(JSON.stringify(error.details), String(error.stack), String(error.cause));
    }
    expect(lines.join('')).not.toMatch(/xoxb|secret words|divider/);
    expect(lines.length).toBeGreaterThan(12);
  });

  const deps = () => ({
    tokenOf: slack.tokenOf,
    apiUrl: slack.apiUrl,
    clock: sending.clock,
    log: createLogger({ level: 'error' }),
  });
});

describe('a profile in Slack', () => {
  const team = slack.team('TP');
  let sending: ReturnType<typeof sendingTo>;
  const of = (userId: string) => sending.channel.profile!({ tenantId: 'TP', userId });

  beforeEach(() => {
    sending = sendingTo(slack);
    slack.calls.splice(0);
  });

  it.each<[string, object, string]>([
    ['a full member', {}, 'member'],
    [
      'a member whose home is another workspace of the organisation',
      { team_id: 'TX', enterprise_user: { teams: ['TP'] } },
      'member',
    ],
    ['a multi-channel guest', { is_restricted: true }, 'guest'],
    ['a single-channel guest', { is_restricted: true, is_ultra_restricted: true }, 'guest'],
    ['a bot', { is_bot: true }, 'bot'],
    ['somebody of another workspace', { is_stranger: true }, 'stranger'],
    ['somebody shared with another workspace', { team_id: 'TX' }, 'stranger'],
  ])('tells %s', async (_who, fields, kind) => {
    team.user('U1', { email: 'anna@nowak.example', ...fields });
    expect(await of('U1')).toMatchObject({ kind });
    expect((await of('U1')).email !== undefined).toBe(kind === 'member');
  });

  it('has name, confirmed e-mail, language and the name of the workspace', async () => {
    team.user('U1', { name: 'Anna Nowak', email: 'anna@nowak.example', locale: 'pl-PL' });
    expect(await of('U1')).toEqual({
      ...{ kind: 'member', name: 'Anna Nowak', email: 'anna@nowak.example', locale: 'pl', tenantName: 'Team TP' },
    });
  });

  it.each([
    ['pl-PL', 'pl'],
    ['en-GB', 'en'],
    ['de-DE', undefined],
  ])('with the language %s has %s: which is none of ours is left to what the person writes', async (locale, ours) => {
    team.user('U1', { name: 'Anna', locale });
    expect((await of('U1')).locale).toBe(ours);
  });

  it('vouches for no e-mail that is not confirmed or whose owner has left', async () => {
    team.user('U1', { email: 'anna@nowak.example', is_email_confirmed: false });
    team.user('U2', { email: 'jan@nowak.example', deleted: true });
    expect(await of('U1')).not.toHaveProperty('email');
    expect(await of('U2')).not.toHaveProperty('email');
  });

  it('takes whom Slack does not know for a stranger, and does not take an outage for an answer', async () => {
    expect(await of('UNOBODY')).toEqual({ kind: 'stranger' });
    slack.status('users.info', 500);
    team.user('U1');
    expect(await failure(of('U1'))).toMatchObject({ code: 'unavailable' });
    expect(await of('U1')).toMatchObject({ kind: 'member' });
  });

  it('is asked for once in ten minutes', async () => {
    team.user('U1');
    await of('U1');
    team.user('U1', { is_restricted: true });
    sending.clock.move(10 * 60_000 - 1);
    expect(await of('U1')).toMatchObject({ kind: 'member' });
    expect(slack.callsOf('users.info')).toHaveLength(1);
    sending.clock.move(1);
    expect(await of('U1')).toMatchObject({ kind: 'guest' });
  });
});

import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoWanted } from '../../src/app/demo.ts';
import { slackConfig } from '../../src/app/slack-config.ts';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { configProblems } from '../support/config-problems.ts';

const HTTP = { SLACK_SIGNING_SECRET: 's1gning', SLACK_BOT_TOKEN: 'xoxb-1-secret' };
const SOCKET = { SLACK_APP_TOKEN: 'xapp-1-secret', SLACK_BOT_TOKEN: 'xoxb-1-secret' };
const OAUTH = {
  SLACK_SIGNING_SECRET: 's1gning',
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'cl1ent',
  SLACK_STATE_SECRET: 'state-secret',
  PUBLIC_URL: 'https://portal.example.com',
};
const PLATFORM = 'https://slack.com/api/';

const read = (env: Record<string, string>) => slackConfig(readConfig(env));

const problemsOf = (env: Record<string, string>) => configProblems(() => read(env));

describe('the configuration of Slack', () => {
  it('is absent where no credential of Slack is set', () => {
    expect(read({})).toBeUndefined();
    expect(read({ SLACK_API_URL: 'http://127.0.0.1:4003/api/' })).toBeUndefined();
  });

  it('is one workspace by HTTP with a signing secret and a bot token', () => {
    expect(read(HTTP)).toEqual({
      apiUrl: PLATFORM,
      signingSecret: 's1gning',
      tokens: { botToken: 'xoxb-1-secret' },
    });
  });

  it('needs no signing secret in Socket Mode', () => {
    expect(read(SOCKET)).toEqual({
      apiUrl: PLATFORM,
      appToken: 'xapp-1-secret',
      tokens: { botToken: 'xoxb-1-secret' },
    });
  });

  it('is many workspaces with a client and a secret for the state', () => {
    expect(read(OAUTH)?.tokens).toEqual({
      oauth: {
        clientId: '1.2',
        clientSecret: 'cl1ent',
        stateSecret: 'state-secret',
        publicUrl: 'https://portal.example.com',
      },
    });
  });

  it.each([
    ['http://127.0.0.1:4003/api/', 'http://127.0.0.1:4003/api/'],
    ['http://127.0.0.1:4003/api', 'http://127.0.0.1:4003/api/'],
  ])('takes %s for the API', (given, taken) => {
    expect(read({ ...HTTP, SLACK_API_URL: given })?.apiUrl).toBe(taken);
  });
});

describe('a half configured Slack', () => {
  const without = (env: Record<string, string>, ...names: string[]) =>
    Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name)));

  it.each([
    ['a signing secret alone', { SLACK_SIGNING_SECRET: 's' }, ['SLACK_BOT_TOKEN']],
    ['an app token alone', { SLACK_APP_TOKEN: 'xapp-1' }, ['SLACK_BOT_TOKEN']],
    ['a bot token alone', { SLACK_BOT_TOKEN: 'xoxb-1' }, ['SLACK_SIGNING_SECRET']],
    ['a client without its secret', without(OAUTH, 'SLACK_CLIENT_SECRET'), ['SLACK_CLIENT_SECRET']],
    [
      'a state secret alone',
      { SLACK_STATE_SECRET: '12345678' },
      ['SLACK_SIGNING_SECRET', 'SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'PUBLIC_URL'],
    ],
    ['OAuth without an address to come back to', without(OAUTH, 'PUBLIC_URL'), ['PUBLIC_URL']],
    ['OAuth without a signing secret', without(OAUTH, 'SLACK_SIGNING_SECRET'), ['SLACK_SIGNING_SECRET']],
    ['both ways to a token', { ...OAUTH, ...HTTP }, ['SLACK_BOT_TOKEN']],
  ])('with %s names what is wrong and shows no secret', (_, env, names) => {
    const problems = problemsOf(env);
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(names);
    expect(problems.join()).not.toMatch(/s1gning|cl1ent|xoxb-1|xapp-1|12345678/);
  });

  it.each([
    ['SLACK_BOT_TOKEN', { ...HTTP, SLACK_BOT_TOKEN: 'xoxp-of-a-person' }],
    ['SLACK_APP_TOKEN', { ...SOCKET, SLACK_APP_TOKEN: 'xoxb-swapped' }],
    ['SLACK_STATE_SECRET', { ...OAUTH, SLACK_STATE_SECRET: 'short' }],
    ['SLACK_API_URL', { ...HTTP, SLACK_API_URL: 'https://slack.com/' }],
  ])('refuses a wrong %s without repeating it', (name, env) => {
    const problems = problemsOf(env);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name}: expected `));
    expect(problems[0]).not.toMatch(/xoxp-of|xoxb-swapped|short$/);
  });

  it('stops the start before any database is touched', async () => {
    const DATA_DIR = join(tmpdir(), `portal-half-slack-${process.pid}`);
    const start = createApp(readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', DATA_DIR }));
    await expect(start).rejects.toMatchObject({ reason: 'configuration' });
    expect(existsSync(DATA_DIR)).toBe(false);
  });
});

describe('the demonstration beside Slack', () => {
  it('is off', () => {
    expect(demoWanted(readConfig({}))).toBe(true);
    expect(demoWanted(readConfig(HTTP))).toBe(false);
  });

  it('stops the start where it is asked for', () => {
    const problems = ['DEMO: true is not possible here (slack_configured)'];
    expect(() => demoWanted(readConfig({ ...SOCKET, DEMO: 'true' }))).toThrow(
      expect.objectContaining({ reason: 'configuration', details: { problems } }),
    );
  });
});

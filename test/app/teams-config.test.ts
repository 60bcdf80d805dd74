import { describe, expect, it } from 'vitest';
import { demoWanted } from '../../src/app/demo.ts';
import { teamsConfig } from '../../src/app/teams-config.ts';
import { readConfig } from '../../src/config.ts';
import { configProblems } from '../support/config-problems.ts';

const APP = { MICROSOFT_APP_ID: '6b0d-app', MICROSOFT_APP_PASSWORD: 'cl1ent~secret' };
const SINGLE = { ...APP, MICROSOFT_APP_TYPE: 'SingleTenant', MICROSOFT_APP_TENANT_ID: 'f1e2-tenant' };
const { MICROSOFT_APP_PASSWORD: _none, ...MANAGED } = { ...SINGLE, MICROSOFT_APP_TYPE: 'UserAssignedMSI' };
const ANONYMOUS = { TEAMS_ALLOW_ANONYMOUS: 'true' };

const read = (env: Record<string, string>) => teamsConfig(readConfig(env));

const problemsOf = (env: Record<string, string>) => configProblems(() => read(env));

describe('the configuration of Teams', () => {
  it('is absent, and nothing listened to, without an app id', () => {
    expect(read({})).toBeUndefined();
    expect(read({ TEAMS_ALLOW_ANONYMOUS: 'false', TEAMS_LOGIN_URL: 'http://127.0.0.1:4004/login' })).toBeUndefined();
  });

  it('is a multi-tenant app with an id and a secret', () => {
    expect(read(APP)).toEqual({ appId: '6b0d-app', type: 'MultiTenant', password: 'cl1ent~secret' });
  });

  it('is one tenant’s app, or a managed identity without a secret', () => {
    expect(read(SINGLE)).toMatchObject({ type: 'SingleTenant', tenantId: 'f1e2-tenant', password: 'cl1ent~secret' });
    expect(read(MANAGED)).toEqual({ appId: '6b0d-app', type: 'UserAssignedMSI', tenantId: 'f1e2-tenant' });
  });

  it('has its keys and its login elsewhere where that is said', () => {
    const TEAMS_OPENID_METADATA_URL = 'http://127.0.0.1:4004/oidc';
    expect(read({ ...APP, TEAMS_OPENID_METADATA_URL, TEAMS_LOGIN_URL: 'http://127.0.0.1:4004/login/' })).toMatchObject({
      ...{ openIdMetadataUrl: TEAMS_OPENID_METADATA_URL, loginUrl: 'http://127.0.0.1:4004/login' },
    });
  });

  it.each(['127.0.0.1', 'localhost', '::1'])('believes everybody where that is asked for on %s', (HOST) => {
    expect(read({ ...ANONYMOUS, HOST })).toBe('anonymous');
  });
});

describe('a half configured Teams', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['a secret alone', { MICROSOFT_APP_PASSWORD: 'cl1ent~secret' }, ['MICROSOFT_APP_ID']],
    ['an app without its secret', { MICROSOFT_APP_ID: '6b0d-app' }, ['MICROSOFT_APP_PASSWORD']],
    [
      'one tenant’s app without the tenant',
      { ...APP, MICROSOFT_APP_TYPE: 'SingleTenant' },
      ['MICROSOFT_APP_TENANT_ID'],
    ],
    ['a managed identity with a secret', { ...MANAGED, ...APP }, ['MICROSOFT_APP_PASSWORD']],
    ['everybody believed on every address', { ...ANONYMOUS, HOST: '0.0.0.0' }, ['TEAMS_ALLOW_ANONYMOUS']],
    ['everybody believed beside an app', { ...ANONYMOUS, ...APP }, ['TEAMS_ALLOW_ANONYMOUS']],
  ])('with %s names what is wrong and shows no secret', (_, env, names) => {
    const problems = problemsOf(env);
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(names);
    expect(problems.join()).not.toMatch(/cl1ent|6b0d/);
  });

  it.each<[string, Record<string, string>]>([
    ['MICROSOFT_APP_TYPE', { ...APP, MICROSOFT_APP_TYPE: 'Bot' }],
    ['MICROSOFT_APP_ID', { ...APP, MICROSOFT_APP_ID: 'an id' }],
    ['TEAMS_ALLOW_ANONYMOUS', { TEAMS_ALLOW_ANONYMOUS: 'yes' }],
    ['TEAMS_OPENID_METADATA_URL', { ...APP, TEAMS_OPENID_METADATA_URL: 'ftp://keys' }],
  ])('refuses a wrong %s', (name, env) => {
    expect(problemsOf(env)).toEqual([expect.stringMatching(new RegExp(`^${name}: expected `))]);
  });
});

it.each([APP, ANONYMOUS])('keeps the demonstration off', (env) => {
  expect(demoWanted(readConfig(env))).toBe(false);
  expect(() => demoWanted(readConfig({ ...env, DEMO: 'true' }))).toThrow(
    expect.objectContaining({ details: { problems: ['DEMO: true is not possible here (teams_configured)'] } }),
  );
});

import { beforeEach, describe, expect, it } from 'vitest';
import { teamsConnector } from '../../src/channels/teams/send/connector.ts';
import { trustedHosts } from '../../src/channels/teams/send/hosts.ts';
import { patient } from '../../src/channels/teams/send/patient.ts';
import { systemClock as clock } from '../../src/lib/clock.ts';
import { fakeTeams } from '../support/fake-teams.ts';
import { failure } from './teams-sending.ts';

const teams = await fakeTeams();
const { appId, password, loginUrl, serviceUrl } = teams;

describe('what is said beside the outbox', () => {
  let count = 0;
  let person: ReturnType<typeof teams.person>;
  let say: () => Promise<unknown>;

  beforeEach(() => {
    person = teams.person(`reader-${++count}`);
    const app = { appId, type: 'MultiTenant', password, loginUrl } as const;
    const connector = patient(teamsConnector({ app, hosts: trustedHosts({ loopback: true }), clock }));
    const { conversationId, tenantId, userId } = person;
    say = () => connector.send({ serviceUrl, conversationId, tenantId, userId }, { type: 'message', text: 'Hello' });
    teams.calls.splice(0);
  });
  const standing = () => teams.standing(person.conversationId);

  it('is said again, once, after Teams could not take it or wanted to be left alone', async () => {
    teams.status('send', 502);
    teams.limit('send', 1);
    const began = performance.now();
    await say();
    expect(performance.now() - began).toBeGreaterThanOrEqual(1000);
    expect(standing()).toHaveLength(1);
  });

  it('is not said twice where it may stand there already', async () => {
    teams.lose('send');
    expect(await failure(say())).toMatchObject({ reason: 'teams.unreachable' });
    expect(standing()).toHaveLength(1);
  });

  it.each([
    ['Teams wants to be left alone for long', () => teams.limit('send', 60), { details: { retryAfterMs: 60_000 } }],
    ['the app is gone', () => (person.installed = false), { code: 'forbidden' }],
  ])('is given up at once where %s', async (_, so, error) => {
    so();
    expect(await failure(say())).toMatchObject(error);
    expect(teams.callsOf('send')).toHaveLength(1);
  });
});

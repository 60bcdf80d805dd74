import { beforeEach, describe, expect, it } from 'vitest';
import { oneInstallation, storedInstallations } from '../../src/channels/slack/install/installations.ts';
import { systemIds } from '../../src/lib/clock.ts';
import { CodedError } from '../../src/lib/errors.ts';
import { sealWith } from '../../src/lib/seal.ts';
import { testDatabase } from '../support/database.ts';
import { quietLog } from '../support/log.ts';
import { standingClock } from '../support/portal.ts';
import { installation, installationStore } from '../support/slack-installs.ts';

const database = await testDatabase();
const clock = standingClock();
const { store } = installationStore(database, clock.now);
const KEY = Buffer.alloc(32, 2);
const replica = (key = KEY) =>
  storedInstallations({ store, seal: sealWith(key, 'slack tokens', systemIds), clock, log: quietLog });

const { installedAt: _, ...granted } = installation({ token: 'xoxb-1' });
const ACME = { teamId: 'T1' };
const ended = (changes = {}) => ({ team: ACME, organization: false, at: clock.now(), ...changes });
const notInstalled = { code: 'forbidden', reason: 'slack.not_installed' };

beforeEach(async () => {
  await database.pools.owner.query('TRUNCATE slack_installation');
});

describe('an installation that ended', () => {
  it('has no token from then on', async () => {
    const one = replica();
    await one.installed(granted);
    expect(await one.tokenOf(ACME)).toBe('xoxb-1');
    await one.ended(ended());
    await expect(one.tokenOf(ACME)).rejects.toMatchObject(notInstalled);
  });

  it('is known to another replica within a minute', async () => {
    const [one, other] = [replica(), replica()];
    await one.installed(granted);
    await other.tokenOf(ACME);
    await one.ended(ended());
    clock.move(59_000);
    expect(await other.tokenOf(ACME)).toBe('xoxb-1');
    clock.move(1_000);
    await expect(other.tokenOf(ACME)).rejects.toMatchObject(notInstalled);
  });

  it('comes back when the app is installed again, whatever is still told of its end', async () => {
    const one = replica();
    await one.installed(granted);
    const late = ended();
    clock.move(1_000);
    await one.ended(late);
    await one.installed({ ...granted, token: 'xoxb-2' });
    await one.ended(late);
    expect(await one.tokenOf(ACME)).toBe('xoxb-2');
  });

  it('counts within the second it was made in, since Slack tells whole seconds', async () => {
    const one = replica();
    clock.move(700);
    await one.installed(granted);
    await one.ended(ended({ at: new Date(Math.floor(clock.now().getTime() / 1000) * 1000) }));
    await expect(one.tokenOf(ACME)).rejects.toMatchObject(notInstalled);
  });

  it('of an organisation ends for its workspaces, and a workspace’s own stays', async () => {
    const one = replica();
    await one.installed({ ...granted, id: 'E9', enterpriseId: 'E9', token: 'xoxb-9' });
    await one.installed({ ...granted, enterpriseId: 'E9' });
    const elsewhere = { teamId: 'T5', enterpriseId: 'E9' };
    expect(await one.tokenOf(elsewhere)).toBe('xoxb-9');
    await one.ended(ended({ team: { ...ACME, enterpriseId: 'E9' }, organization: true }));
    await expect(one.tokenOf(elsewhere)).rejects.toMatchObject(notInstalled);
    expect(await one.tokenOf({ ...ACME, enterpriseId: 'E9' })).toBe('xoxb-1');
  });
});

describe('a token in the database', () => {
  it('opens with the same SECRETS_KEY alone', async () => {
    await replica().installed(granted);
    const other = replica(Buffer.alloc(32, 9));
    await expect(other.tokenOf(ACME)).rejects.toMatchObject({ code: 'internal', reason: 'seal_broken' });
  });

  it('moved to another workspace’s row does not open there', async () => {
    await replica().installed(granted);
    await replica().installed({ ...granted, id: 'T2', token: 'xoxb-2' });
    await database.pools.owner.query(
      `UPDATE slack_installation SET token = (SELECT token FROM slack_installation WHERE id = 'T2') WHERE id = 'T1'`,
    );
    await expect(replica().tokenOf(ACME)).rejects.toMatchObject({ reason: 'seal_broken' });
    expect(await replica().tokenOf({ teamId: 'T2' })).toBe('xoxb-2');
  });
});

describe('the token of the configuration', () => {
  const home = { ...ACME, organization: false };
  const notInstalled = { code: 'forbidden', reason: 'slack.not_installed' };

  it('is the one workspace’s, whatever Slack tells', async () => {
    const one = oneInstallation('xoxb-configured', async () => home, quietLog);
    await one.ended(ended());
    expect(await one.tokenOf(ACME)).toBe('xoxb-configured');
  });

  it('is no other workspace’s that has the same app, unless it is an organisation’s', async () => {
    const one = oneInstallation('xoxb-configured', async () => ({ ...home, enterpriseId: 'E1' }), quietLog);
    await expect(one.tokenOf({ teamId: 'T9' })).rejects.toMatchObject(notInstalled);
    await expect(one.tokenOf({ teamId: 'T9', enterpriseId: 'E1' })).rejects.toMatchObject(notInstalled);
    const all = oneInstallation(
      'xoxb-all',
      async () => ({ ...home, enterpriseId: 'E1', organization: true }),
      quietLog,
    );
    expect(await all.tokenOf({ teamId: 'T9', enterpriseId: 'E1' })).toBe('xoxb-all');
    await expect(all.tokenOf({ teamId: 'T9', enterpriseId: 'E2' })).rejects.toMatchObject(notInstalled);
  });

  it('is asked for again where Slack could not be reached', async () => {
    let tries = 0;
    const reached = async () => {
      tries += 1;
      if (tries === 1) throw new CodedError('unavailable', 'slack.unreachable');
      return home;
    };
    const one = oneInstallation('xoxb-configured', reached, quietLog);
    await expect(one.tokenOf(ACME)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await one.tokenOf(ACME)).toBe('xoxb-configured');
    expect(await one.tokenOf(ACME)).toBe('xoxb-configured');
    expect(tries).toBe(2);
  });
});

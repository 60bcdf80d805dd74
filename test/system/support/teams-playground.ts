import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { stringify } from 'yaml';
import { playgroundPath } from './emulators.ts';

/** Who sits before a Playground. */
export interface PlaygroundUser {
  name: string;
  email: string;
  /** The object id in the tenant's directory, a UUID. */
  objectId: string;
}

interface Playground {
  /** Where its page is. */
  origin: string;
  stop(): Promise<void>;
}

interface Options {
  /** The service's messaging endpoint. */
  endpoint: string;
  /** A UUID. */
  tenantId: string;
  user: PlaygroundUser;
  /** Beside them in the group chat and the team. */
  colleagues: readonly PlaygroundUser[];
}

/**
 * An independent Teams (Agents Playground) on a free port, with one person before it. It signs nothing and listens on all
 * interfaces; only loopback is used.
 */
export async function startPlayground({ endpoint, tenantId, user, colleagues }: Options): Promise<Playground> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-playground-'));
  const config = join(folder, 'playground.yml');
  await writeFile(config, stringify(configOf({ tenantId, user, colleagues })));
  const args = ['start', '-e', endpoint, '-c', 'msteams', '-p', '0', '--disable-telemetry'];
  const env = {
    ...process.env,
    TEAMSAPPTESTER_BROWSER: 'none',
    APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
    M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
  };
  // In a folder of its own: it writes a log where it is started.
  const child = spawn(process.execPath, [playgroundPath!, ...args], {
    ...{ cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] },
  });
  const port = await announced(createInterface({ input: child.stdout! }));
  child.stdout?.resume();
  return {
    origin: `http://localhost:${port}`,
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true });
    },
  };
}

async function announced(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const [, port] = /Listening on (\d+)/.exec(line) ?? [];
    if (port) return port;
  }
  throw new Error('the Agents Playground ended before it was ready');
}

/** It wants exactly five colleagues. */
function configOf({ tenantId, user, colleagues }: Omit<Options, 'endpoint'>): object {
  const nobody = (n: number) => ({
    ...{ name: `Nobody ${n}`, email: `nobody${n}@elsewhere.example` },
    objectId: `00000000-0000-4000-8000-00000000000${n}`,
  });
  const five = [...colleagues.map((one) => one), ...[1, 2, 3, 4, 5].map(nobody)].slice(0, 5);
  return {
    version: '0.1.1',
    tenantId,
    bot: { id: '28:portal', name: 'Portal' },
    currentUser: personOf(user),
    users: five.map(personOf),
    personalChat: { id: `a:${user.objectId}` },
    groupChat: { id: '19:group', name: 'Group Chat' },
    team: {
      ...{ id: '19:team', name: 'Team', aadGroupId: '00000000-0000-4000-8000-000000000031' },
      channels: [{ id: '19:announcements', name: 'Announcements' }],
    },
  };
}

function personOf({ name, email, objectId }: PlaygroundUser) {
  const [givenName, surname] = name.split(' ');
  const called = { id: `29:${objectId}`, name, givenName, surname };
  return { ...called, userPrincipleName: email, aadObjectId: objectId, email };
}

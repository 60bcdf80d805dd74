import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { localSlackPath } from './emulators.ts';
import { type Modal, type SlackMessage, wordsOf } from './slack-message.ts';

const PATIENCE_MS = 10_000;

/** The workspace to emulate, in the form of its configuration file. */
export interface Workspace {
  workspace: { name: string; domain: string; teamId: string };
  apps: Record<string, string>[];
  users: { id: string; name: string; real_name: string; email?: string; tz?: string }[];
  channels: { id: string; name: string; members: string[] }[];
}

/** What the emulator's page shows, kept up to date by the events it sends to it. */
interface Shown {
  messages: Record<string, SlackMessage[]>;
  channels: { id: string; is_im: boolean; members: string[] }[];
  apps: { appId: string; connected: boolean }[];
  modalStack: Modal[];
  /** By person and app. */
  homeViews: Record<string, Record<string, Pick<Modal, 'id' | 'blocks'>>>;
  viewErrors: Record<string, string> | null;
}

/** What the emulator tells its page. */
type Told =
  | { t: 'init'; state: Omit<Shown, 'viewErrors'> }
  | { t: 'message' | 'message_update'; message: SlackMessage }
  | { t: 'message_delete'; channel: string; ts: string }
  | { t: 'channel'; channel: Shown['channels'][number] }
  | { t: 'socket_status'; appId: string; connected: boolean }
  | { t: 'view'; stack: Modal[] }
  | { t: 'view_errors'; errors: Record<string, string> }
  | { t: 'home'; user: string; appId: string; view: Pick<Modal, 'id' | 'blocks'> };

/** An independent Slack (local-slack) on a free port. It listens on all interfaces; only loopback is used. */
export async function startSlack(workspace: Workspace) {
  const folder = await mkdtemp(join(tmpdir(), 'portal-slack-'));
  const config = join(folder, 'workspace.json');
  await writeFile(config, JSON.stringify(workspace));
  const args = ['--config', config, '--port', '0', '--base-host', '127.0.0.1', '--files-dir', join(folder, 'files')];
  const child = spawn(localSlackPath!, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const origin = await announced(createInterface({ input: child.stdout }));
  child.stdout.resume();
  const page = await openPage(origin);

  return {
    ...page,
    origin,
    async stop() {
      page.close();
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true });
    },
  };
}

export type Slack = Awaited<ReturnType<typeof startSlack>>;

async function announced(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const [, origin] = /Web UI: +(http:\S+)/.exec(line) ?? [];
    if (origin) return origin;
  }
  throw new Error('the emulator of Slack ended before it was ready');
}

/** Follows what a person would see, over the connection that the emulator's own page uses. */
async function openPage(origin: string) {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/ui`);
  let shown: Shown | undefined;
  const waiting = new Set<() => void>();
  socket.addEventListener('message', ({ data }) => {
    shown = after(shown, JSON.parse(String(data)) as Told);
    for (const look of waiting) look();
  });

  /**
   * Resolves with what `find` finds in what is shown, as soon as it finds something.
   * @throws Error that says `what` was waited for, and what was shown instead
   */
  function until<T>(what: string, find: (shown: Shown) => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        waiting.delete(look);
      };
      const look = () => {
        const found = shown && find(shown);
        if (found === undefined) return;
        end();
        resolve(found);
      };
      const timer = setTimeout(() => {
        end();
        const last = Object.values(shown?.messages ?? {}).flatMap((said) => said.slice(-3));
        const lines = last.map((one) => `${one.channel} ${one.ts} ${one.user}: ${wordsOf(one)}`);
        reject(new Error(`waited for ${what}, but last was said:\n${lines.join('\n')}`));
      }, PATIENCE_MS);
      waiting.add(look);
      look();
    });
  }

  await until('the first state', (state) => state);
  return {
    until,
    now: () => shown!,
    /** What only the page can do, e.g. submit a modal. */
    tell: (message: Record<string, unknown>) => socket.send(JSON.stringify(message)),
    /** A door of the emulator's control surface; resolves when the app has acknowledged. */
    async control<T = unknown>(door: string, body: Record<string, unknown>): Promise<T> {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${origin}/_control/${door}`, { method: 'POST', headers, body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(`the emulator refused ${door}: ${await answer.text()}`);
      return (await answer.json()) as T;
    },
    /** Everything that went between it and the app, newest last. */
    async log(): Promise<{ direction: string; kind: string; summary: string; detail?: unknown }[]> {
      const answer = await fetch(`${origin}/_control/log`);
      return ((await answer.json()) as { log: [] }).log;
    },
    /** The direct messages of the app with a person, as they are there before the first word. */
    async openDm(user: string): Promise<string> {
      const answer = await fetch(`${origin}/api/conversations.open?users=${user}`);
      return ((await answer.json()) as { channel: { id: string } }).channel.id;
    },
    close: () => socket.close(),
  };
}

function after(shown: Shown | undefined, told: Told): Shown | undefined {
  if (told.t === 'init') return { ...told.state, viewErrors: null };
  if (!shown) return shown;
  const changed = (channel: string, change: (said: SlackMessage[]) => SlackMessage[]): Shown => ({
    ...shown,
    messages: { ...shown.messages, [channel]: change(shown.messages[channel] ?? []) },
  });
  switch (told.t) {
    case 'message':
      return changed(told.message.channel, (said) => [...said, told.message]);
    case 'message_update':
      return changed(told.message.channel, (said) =>
        said.map((one) => (one.ts === told.message.ts ? told.message : one)),
      );
    case 'message_delete':
      return changed(told.channel, (said) => said.filter(({ ts }) => ts !== told.ts));
    case 'channel':
      return { ...shown, channels: [...shown.channels, told.channel] };
    case 'socket_status':
      return { ...shown, apps: shown.apps.map((app) => (app.appId === told.appId ? { ...app, ...told } : app)) };
    case 'view':
      return { ...shown, modalStack: told.stack, viewErrors: null };
    case 'view_errors':
      return { ...shown, viewErrors: told.errors };
    case 'home': {
      const homes = { ...shown.homeViews[told.user], [told.appId]: told.view };
      return { ...shown, homeViews: { ...shown.homeViews, [told.user]: homes } };
    }
    default:
      return shown;
  }
}

import { createHmac } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { BOT_SCOPES, PATHS } from '../../../src/channels/slack/manifest.ts';
import { emulatePath } from './emulators.ts';
import { freePort } from './free-port.ts';
import { startService } from './service.ts';

const CLIENT_ID = '1111.2222';
const CLIENT_SECRET = 'client-secret-of-the-tests';
const SIGNING_SECRET = 'signing-secret-of-the-tests';
/** Of the administrator in person, and of an app that was granted next to nothing. */
const OWN_TOKEN = 'xoxp-of-the-administrator';
export const NARROW_TOKEN = 'xoxb-of-a-narrow-app';

/** The only workspace that this emulator has. */
const TEAM = 'T000000001';
/** Who installs the app there. */
const ADMIN = 'U000000001';

/** As `emulate` describes what it exports; it is installed apart, so its own types are not at hand. */
interface Emulate {
  createEmulator(options: {
    service: 'slack';
    port: number;
    seed: { slack: Record<string, unknown> };
  }): Promise<{ url: string; close(): Promise<void> }>;
}

/** The service as many workspaces install it, and a Slack that grants it exactly the scopes it asks for. */
export async function startInstallable() {
  const [port, slackPort] = [await freePort(), await freePort()];
  const publicUrl = `http://127.0.0.1:${port}`;
  const { createEmulator } = (await import(pathToFileURL(emulatePath!).href)) as Emulate;
  const app = { client_id: CLIENT_ID, client_secret: CLIENT_SECRET, app_id: 'A01PORTAL', name: 'Customer portal' };
  const slack = await createEmulator({
    service: 'slack',
    port: slackPort,
    seed: {
      slack: {
        strict_scopes: true,
        tokens: [
          { token: OWN_TOKEN, user_id: ADMIN, scopes: ['im:read', 'im:history'] },
          { token: NARROW_TOKEN, user_id: ADMIN, scopes: ['users:read'] },
        ],
        oauth_apps: [{ ...app, redirect_uris: [`${publicUrl}${PATHS.redirect}`], scopes: BOT_SCOPES }],
      },
    },
  });
  const origin = `http://127.0.0.1:${slackPort}`;
  const service = await startService({
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    SLACK_API_URL: `${origin}/api/`,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_CLIENT_ID: CLIENT_ID,
    SLACK_CLIENT_SECRET: CLIENT_SECRET,
    SLACK_STATE_SECRET: 'state-secret-of-the-tests',
  });

  /** A call of Slack's API with a token. */
  async function call<T = Record<string, unknown>>(method: string, token: string, args = {}): Promise<T> {
    const headers = { authorization: `Bearer ${token}` };
    const door = `${origin}/api/${method}`;
    const answer = await fetch(door, { method: 'POST', headers, body: new URLSearchParams(args) });
    return (await answer.json()) as T;
  }

  return {
    origin,
    /** Opens the page of installing as a browser does: where it leads, and the cookie it set. */
    async begin() {
      const answer = await fetch(`${publicUrl}${PATHS.install}`, { redirect: 'manual' });
      return { to: answer.headers.get('location') ?? '', cookie: cookieOf(answer) };
    },
    /** Agrees on Slack's page as the administrator; resolves with where Slack sends the browser back to. */
    async agree(authorize: string): Promise<string> {
      const { searchParams } = new URL(authorize);
      const fields = ['client_id', 'scope', 'user_scope', 'state', 'redirect_uri'] as const;
      const body = new URLSearchParams({ user_id: ADMIN });
      for (const field of fields) body.set(field, searchParams.get(field) ?? '');
      const door = `${origin}/oauth/v2/authorize/callback`;
      const answer = await fetch(door, { method: 'POST', body, redirect: 'manual' });
      return answer.headers.get('location') ?? '';
    },
    /** Comes back to the service with a browser's cookie; resolves with the page that it ends at. */
    comeBack: (to: string, cookie: string) => fetch(to, { headers: { cookie } }),
    /** What Slack sends when the administrator writes to the assistant. */
    async written(text: string): Promise<number> {
      const ts = (Date.now() / 1000).toFixed(6);
      const event = { type: 'message', channel: 'D1', channel_type: 'im', user: ADMIN, team: TEAM, text, ts };
      const authorizations = [{ enterprise_id: null, team_id: TEAM, user_id: 'U0BOT', is_bot: true }];
      const envelope = { type: 'event_callback', team_id: TEAM, api_app_id: 'A01PORTAL', event_id: `Ev${ts}` };
      const body = JSON.stringify({ ...envelope, event_time: Math.floor(Number(ts)), authorizations, event });
      const answer = await fetch(`${publicUrl}${PATHS.events}`, { method: 'POST', headers: signed(body), body });
      return answer.status;
    },
    call,
    /** Everything that the administrator finds in their direct messages. */
    async received(): Promise<string[]> {
      const { channels = [] } = await call<{ channels?: { id: string }[] }>('conversations.list', OWN_TOKEN, {
        types: 'im',
      });
      const all = await Promise.all(
        channels.map(({ id }) =>
          call<{ messages: { text: string }[] }>('conversations.history', OWN_TOKEN, { channel: id }),
        ),
      );
      return all.flatMap(({ messages }) => messages.map(({ text }) => text));
    },
    async stop() {
      await service.stop();
      await slack.close();
    },
  };
}

const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

function signed(body: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    'content-type': 'application/json',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
  };
}

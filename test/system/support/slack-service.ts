import { loadBooks, mailTo } from './administrator.ts';
import { freePort } from './free-port.ts';
import { startService } from './service.ts';
import { startSlack } from './slack-emulator.ts';
import { openGate } from './slack-gate.ts';
import { APP, personIn } from './slack-person.ts';

const TEAM = 'T01ACME';
const BOT_TOKEN = 'xoxb-of-the-tests';
const APP_TOKEN = 'xapp-of-the-tests';
const SIGNING_SECRET = 'signing-secret-of-the-tests';

/** The channel of everybody, with the assistant in it. */
export const OFFICE = 'C01OFFICE';

/** Of the demonstration's company (src/demo), and one who is nobody's contact. */
const PEOPLE = {
  anna: { id: 'U01ANNA', email: 'anna.kowalska@acme-polska.example', real_name: 'Anna Kowalska' },
  pawel: { id: 'U02PAWEL', email: 'pawel.kruk@acme-polska.example', real_name: 'Paweł Kruk' },
  magda: { id: 'U03MAGDA', email: 'magdalena.zielinska@acme-polska.example', real_name: 'Magdalena Zielińska' },
  tomasz: { id: 'U04TOMASZ', email: 'tomasz.wrobel@acme-polska.example', real_name: 'Tomasz Wróbel' },
  emily: { id: 'U05EMILY', email: 'emily.carter@acme-polska.example', real_name: 'Emily Carter' },
  stranger: { id: 'U06NOBODY', email: 'somebody@elsewhere.example', real_name: 'Some Body' },
};

/** How the service is connected to Slack: Slack calls it, or it keeps a connection (Socket Mode). */
export type Transport = 'http' | 'socket';

/**
 * The real service with the demonstration's books loaded as an administrator would, connected to an emulated Slack.
 * @param beside configuration of what it is connected to besides
 */
export async function startSlackService(transport: Transport, beside: Record<string, string> = {}) {
  const started: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    for (const one of started.splice(0).reverse()) await one.stop();
  };
  try {
    return { ...(await start(transport, beside, started)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(transport: Transport, beside: Record<string, string>, started: { stop(): Promise<void> }[]) {
  const port = await freePort(); // Slack is told the address before the service listens there.
  const users = Object.entries(PEOPLE).map(([name, user]) => ({ name, ...user, tz: 'Europe/Warsaw' }));
  const members = [APP.botUserId, ...users.map(({ id }) => id)];
  const mode = transport === 'socket' ? 'socket' : 'events';
  const app = { botToken: BOT_TOKEN, appToken: APP_TOKEN, signingSecret: SIGNING_SECRET, mode };
  const slack = await startSlack({
    workspace: { name: 'Acme', domain: 'acme', teamId: TEAM },
    apps: [{ ...APP, ...app, requestUrl: `http://127.0.0.1:${port}/slack/events` }],
    users,
    channels: [{ id: OFFICE, name: 'office', members }],
  });
  started.push(slack);
  const gate = await openGate({
    origin: slack.origin,
    tokens: transport === 'socket' ? [BOT_TOKEN, APP_TOKEN] : [BOT_TOKEN],
    locales: { [PEOPLE.pawel.id]: 'pl-PL', [PEOPLE.tomasz.id]: 'pl-PL' },
  });
  started.push(gate);
  const service = await startService({
    ...beside,
    PORT: String(port),
    SLACK_API_URL: gate.apiUrl,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    ...(transport === 'socket' ? { SLACK_APP_TOKEN: APP_TOKEN } : { SLACK_SIGNING_SECRET: SIGNING_SECRET }),
  });
  started.push(service);
  await loadBooks(service);
  if (transport === 'socket') {
    await slack.until('the service to connect', ({ apps }) => apps[0]?.connected || undefined);
  }

  return {
    slack,
    gate,
    service,
    person: (name: keyof typeof PEOPLE) => personIn(slack, PEOPLE[name].id),
    /** What the administrator does before people of this workspace may be recognised. */
    allow: (...options: string[]) => service.portal('tenants', 'allow', 'ACME', 'slack', TEAM, ...options),
    /** Waits for a mail to that person; resolves with its text. */
    mail: (to: string, pattern: RegExp) => mailTo(service, to, pattern),
    /** A file of the workspace, fetched as the app may. */
    async download(url: string): Promise<Buffer> {
      const answer = await fetch(url, { headers: { authorization: `Bearer ${BOT_TOKEN}` } });
      return Buffer.from(await answer.arrayBuffer());
    },
  };
}

export type SlackService = Awaited<ReturnType<typeof startSlackService>>;

/**
 * Slack's API as little as it can be, in a process of its own: it answers everything at once, checks nothing, and tells
 * its parent of each message that arrives: the channel and when, by the machine's clock.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Arrival } from '../chat/replies.ts';
import { TENANTS } from '../generate-load.ts';
import { machineMs } from '../measure.ts';

const MESSAGES = new Set(['/api/chat.postMessage', '/api/chat.postEphemeral']);
const CHANNEL = /(?:^|[&",{])channel"?[=:]"?(\w+)/;
const USER = /(?:^|[&?",{])users?"?[=:]"?(\w+)/;

let count = 0;
const ts = () => `1793700000.${String(++count).padStart(6, '0')}`;

const member = (id: string) => ({
  ...{ id, team_id: TENANTS.slack.tenant, name: id, real_name: id, deleted: false, is_bot: false, locale: 'en-US' },
  ...{ is_restricted: false, is_ultra_restricted: false, is_email_confirmed: true, profile: { real_name: id } },
});

/** What each method says besides `ok`; all others say nothing more. */
const ANSWERS: Readonly<Record<string, (args: string) => object>> = {
  '/api/auth.test': () => ({ team: 'Bench', team_id: TENANTS.slack.tenant, user_id: 'UBOT', bot_id: 'BBOT' }),
  '/api/users.info': (args) => ({ user: member(USER.exec(args)?.[1] ?? '') }),
  '/api/conversations.open': (args) => ({ channel: { id: `D${USER.exec(args)?.[1]?.slice(1)}` } }),
  '/api/chat.postMessage': (args) => ({ channel: CHANNEL.exec(args)?.[1], ts: ts() }),
  '/api/chat.postEphemeral': () => ({ message_ts: ts() }),
  '/api/chat.update': (args) => ({ channel: CHANNEL.exec(args)?.[1], ts: ts() }),
  '/api/views.open': () => ({ view: { id: 'VBENCH', hash: '1' } }),
  '/api/views.update': () => ({ view: { id: 'VBENCH', hash: '1' } }),
  '/api/views.publish': () => ({ view: { id: 'VHOME', hash: '1' } }),
};

async function text(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

const server = createServer(async (request, response) => {
  const url = request.url ?? '';
  const [method = ''] = url.split('?');
  const args = request.method === 'GET' ? url : await text(request);
  const [, channel] = MESSAGES.has(method) ? (CHANNEL.exec(args) ?? []) : [];
  if (channel) process.send?.([channel, machineMs()] satisfies Arrival);
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ ok: true, ...ANSWERS[method]?.(args) }));
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import { assertBlocks } from '../../../src/channels/slack/assert.ts';
import { assertView } from '../../../src/channels/slack/assert-view.ts';

/** A call of the Web API that went through, its parameters read. */
interface Call {
  method: string;
  args: Readonly<Record<string, unknown>>;
}

interface Options {
  /** Where the emulator listens. */
  origin: string;
  /** The only tokens it lets through. */
  tokens: readonly string[];
  /** Of people whose Slack is not in English. */
  locales: Readonly<Record<string, string>>;
}

/** What the real Slack answers to calls that the emulator does not know. */
const ANSWERED: Readonly<Record<string, Record<string, unknown>>> = {
  'assistant.threads.setStatus': { ok: true },
  'assistant.threads.setSuggestedPrompts': { ok: true },
};

/**
 * Stands between the service and the emulator's Web API and adds what that lacks: other tokens are refused, every
 * payload is held to Slack's limits, and people are described as Slack describes its members.
 */
export async function openGate({ origin, tokens, locales }: Options) {
  const calls: Call[] = [];
  const wrongs: unknown[] = [];
  const server = createServer((req, res) => void serve(req, res).catch((error: unknown) => fail(res, error)));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = await read(req);
    const method = (req.url ?? '').split('/')[2] ?? '';
    const args = parse(req, body);
    const token = req.headers.authorization?.replace('Bearer ', '') ?? String(args.token);
    if (!tokens.includes(token)) return answer(res, { ok: false, error: 'invalid_auth' });
    calls.push({ method, args });
    check(method, args);
    const own = ANSWERED[method];
    if (own) return answer(res, own);
    const { 'content-type': type = 'application/json' } = req.headers;
    const headers = { 'content-type': type, authorization: `Bearer ${token}` };
    const passed = await fetch(`${origin}${req.url}`, { method: 'POST', headers, body: new Uint8Array(body) });
    const answered = (await passed.json()) as Record<string, unknown>;
    answer(res, method === 'users.info' ? described(answered, locales) : answered);
  }

  function check(method: string, { text, blocks, view, ...args }: Call['args']): void {
    try {
      if (method.startsWith('chat.') && !String(text ?? '').trim()) throw new Error(`${method} without a text`);
      if (method === 'chat.postMessage' && `${args.unfurl_links}${args.unfurl_media}` !== 'falsefalse')
        throw new Error('a message would unfurl what it links to');
      if (blocks) assertBlocks({ text: String(text ?? ''), blocks: blocks as KnownBlock[] });
      if (view) assertView(view as ModalView | HomeView);
    } catch (error) {
      wrongs.push(error);
    }
  }

  function fail(res: ServerResponse, error: unknown): void {
    wrongs.push(error);
    res.writeHead(500).end();
  }

  return {
    /** For SLACK_API_URL. */
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    callsOf: (method: string) => calls.filter((call) => call.method === method),
    /** What broke a limit of Slack, so far. */
    wrongs,
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** A full member with a confirmed address, as every person of the emulator is meant to be. */
function described(answered: Record<string, unknown>, locales: Options['locales']) {
  const user = answered.user as { id: string; is_bot: boolean } | undefined;
  if (!user) return answered;
  const member = { is_restricted: false, is_ultra_restricted: false, is_email_confirmed: !user.is_bot };
  return { ...answered, user: { ...user, ...member, locale: locales[user.id] ?? 'en-US' } };
}

const answer = (res: ServerResponse, body: unknown) =>
  void res.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));

async function read(req: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Parameters that are JSON inside a form. */
const JSON_ARGS = ['blocks', 'metadata', 'view', 'files', 'prompts'];

function parse(req: IncomingMessage, body: Buffer): Record<string, unknown> {
  if (req.headers['content-type']?.startsWith('application/json')) {
    return JSON.parse(body.toString()) as Record<string, unknown>;
  }
  const entries = [...new URLSearchParams(body.toString())];
  return Object.fromEntries(
    entries.map(([name, value]) => [name, JSON_ARGS.includes(name) ? (JSON.parse(value) as unknown) : value]),
  );
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach } from 'vitest';
import { type Args, METHODS, respond, SlackRefusal } from './fake-slack-methods.ts';
import { type FakeTeam, fakeTeam } from './fake-slack-team.ts';

/** What a method answers instead of doing what it is for; `lost` does it, but the answer never arrives. */
type Fault =
  | { kind: 'limited'; retryAfterSeconds: number }
  | { kind: 'refused'; error: string }
  | { kind: 'status'; status: number }
  | { kind: 'cut' }
  | { kind: 'lost' }
  | { kind: 'held'; arrived(): void; released: Promise<void> };

interface Call {
  /** A Web API method, `upload` or `response_url`. */
  method: string;
  teamId: string;
  args: Args;
}

/**
 * A Slack of our own on a loopback port, for the tests of a file: `const slack = await fakeSlack()` at its top. It keeps
 * what stands in each channel, checks every payload against the platform's limits and fails the test that broke one.
 * It is as strict as Slack about tokens, membership and triggers, and as unreliable as a test asks for.
 */
export async function fakeSlack() {
  const teams = new Map<string, FakeTeam>();
  const calls: Call[] = [];
  const faults = new Map<string, Fault[]>();
  const wrongs: unknown[] = [];
  const server = createServer((req, res) => void serve(req, res));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = await read(req);
    const [, door = '', name = '', id = ''] = (req.url ?? '').split('/');
    const method = door === 'api' ? name : door === 'upload' ? 'upload' : 'response_url';
    const args = door === 'upload' ? {} : parse(req, body);
    const token = req.headers.authorization?.replace('Bearer ', '') ?? args.token;
    const team = door === 'api' ? [...teams.values()].find((one) => one.token === token) : teams.get(name);
    const { token: _token, ...rest } = args;
    calls.push({ method, teamId: team?.teamId ?? '', args: rest });
    const fault = faults.get(method)?.shift();
    if (fault?.kind === 'held') {
      fault.arrived();
      await fault.released;
    }
    if (fault?.kind === 'cut') return void res.destroy();
    // Not chained: restify, once loaded, replaces writeHead for every server of the process by one that returns nothing.
    if (fault?.kind === 'status') {
      res.writeHead(fault.status);
      return void res.end('not now');
    }
    if (fault?.kind === 'limited') {
      res.writeHead(429, { 'retry-after': String(fault.retryAfterSeconds) });
      return void res.end('{"ok":false}');
    }
    try {
      if (fault?.kind === 'refused') throw new SlackRefusal(fault.error);
      const answer = perform(door, method, id, team, rest, body, req);
      if (fault?.kind === 'lost') return void res.destroy();
      if (typeof answer === 'number') {
        res.writeHead(answer);
        res.end('ok');
      } else json(res, { ok: true, ...answer });
    } catch (error) {
      if (error instanceof SlackRefusal) return json(res, { ok: false, error: error.message });
      wrongs.push(error);
      json(res, { ok: false, error: 'invalid_blocks' });
    }
  }

  function perform(
    door: string,
    method: string,
    id: string,
    team: FakeTeam | undefined,
    args: Args,
    body: Buffer,
    req: IncomingMessage,
  ): number | Record<string, unknown> {
    if (door === 'api') {
      if (!team) throw new SlackRefusal('invalid_auth');
      const perform = METHODS[method];
      if (!perform) throw new SlackRefusal('unknown_method');
      return perform(team, args, origin);
    }
    if (!team) return 404;
    if (door === 'actions') return respond(team, id, args);
    const file = team.files.get(id);
    if (!file) return 404;
    if (req.headers.authorization) throw new Error('a token was sent with a file');
    file.bytes = uploaded(req, body);
    return 200;
  }

  const put = (method: string, fault: Fault) => void faults.set(method, [...(faults.get(method) ?? []), fault]);

  const slack = {
    /** For SLACK_API_URL. */
    apiUrl: `${origin}/api/`,
    /** Every call so far, in the order they arrived; tokens left out. */
    calls,
    /** The calls of one method. */
    callsOf: (method: string) => calls.filter((call) => call.method === method),
    /** The workspace of that id, made when it is first named. */
    team(id = 'T1'): FakeTeam {
      const team = teams.get(id) ?? fakeTeam(id, origin);
      teams.set(id, team);
      return team;
    },
    /** The token of a workspace, as the installation would tell it. */
    tokenOf: async ({ teamId }: { teamId: string }): Promise<string> => slack.team(teamId).token,
    /** The next call of the method is answered so; called several times, the next calls in that order. */
    limit: (method: string, retryAfterSeconds: number) => put(method, { kind: 'limited', retryAfterSeconds }),
    refuse: (method: string, error: string) => put(method, { kind: 'refused', error }),
    status: (method: string, status: number) => put(method, { kind: 'status', status }),
    /** The connection is cut before anything was done. */
    cut: (method: string) => put(method, { kind: 'cut' }),
    /** It is done, but the connection is cut before the answer. */
    lose: (method: string) => put(method, { kind: 'lost' }),
    /** The next call waits until it is released; `arrived` resolves once it is there. */
    hold(method: string): { arrived: Promise<void>; release(): void } {
      const arrived = Promise.withResolvers<void>();
      const released = Promise.withResolvers<void>();
      put(method, { kind: 'held', arrived: arrived.resolve, released: released.promise });
      return { arrived: arrived.promise, release: released.resolve };
    },
    /** What no client of Slack may send, so far; taken out of the list, so that the test that expects it passes. */
    takeWrongs: () => wrongs.splice(0),
  };

  afterEach(() => {
    faults.clear();
    const [first] = slack.takeWrongs();
    if (first) throw first;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  return slack;
}

export type FakeSlack = Awaited<ReturnType<typeof fakeSlack>>;

function json(res: ServerResponse, body: unknown): void {
  // Not chained: restify, once loaded, replaces it for every server of the process by one that returns nothing.
  res.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  res.end(JSON.stringify(body));
}

async function read(req: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Parameters that are JSON inside a form. */
const JSON_ARGS = ['blocks', 'metadata', 'view', 'files', 'prompts'];

function parse(req: IncomingMessage, body: Buffer): Args {
  if (req.headers['content-type']?.startsWith('application/json')) return JSON.parse(body.toString()) as Args;
  const entries = [...new URLSearchParams(body.toString())];
  return Object.fromEntries(
    entries.map(([name, value]) => [name, JSON_ARGS.includes(name) ? (JSON.parse(value) as unknown) : value]),
  );
}

/** The bytes of a file, sent as they are or as the one part of a form. */
function uploaded(req: IncomingMessage, body: Buffer): Buffer {
  const boundary = /boundary=(.+)/.exec(req.headers['content-type'] ?? '')?.[1];
  if (!boundary) return body;
  const start = body.indexOf('\r\n\r\n') + 4;
  return body.subarray(start, body.indexOf(`\r\n--${boundary}`, start));
}

import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach } from 'vitest';
import { type Body, fakeConnector, TeamsRefusal } from './fake-teams-connector.ts';
import { ISSUER, jwks, signToken, type TokenOptions } from './fake-teams-tokens.ts';

/** What can be asked of Teams and its login. */
type Operation = 'oidc' | 'keys' | 'token' | 'create' | 'send' | 'update' | 'delete' | 'member' | 'upload';

/** What an operation answers instead of being done; `lost` is done, but the answer never arrives. */
type Fault =
  | { kind: 'status'; status: number; code: string; retryAfterSeconds?: number }
  | { kind: 'cut' }
  | { kind: 'lost' }
  | { kind: 'held'; arrived(): void; released: Promise<void> };

interface Call {
  operation: Operation;
  conversationId?: string;
  activityId?: string;
  body: Body;
}

/**
 * Teams of our own on a loopback port, for the tests of a file: `const teams = await fakeTeams()` at its top. It publishes
 * keys and signs activities with them, gives the app its tokens, keeps what stands in each chat, checks every card against
 * the platform's limits and fails the test that broke one. As strict as Teams, and as unreliable as a test asks for.
 */
export async function fakeTeams() {
  // Of its own for each: the library keeps tokens by the app's id for the whole process.
  const appId = randomUUID();
  const password = 'a-password-of-the-app';
  const tokens = new Set<string>();
  const calls: Call[] = [];
  const faults = new Map<Operation, Fault[]>();
  const wrongs: unknown[] = [];
  const files = new Map<string, Buffer>();
  const connector = fakeConnector(appId);
  const server = createServer((req, res) => void serve(req, res));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const serviceUrl = `${origin}/emea/`;

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const bytes = await read(req);
    const { operation, ids } = operationOf(req.method ?? '', new URL(req.url ?? '/', origin).pathname) ?? {};
    if (!operation || !ids) return refuse(res, 404, 'NotFound');
    const [conversationId, activityId] = ids;
    const body = bodyOf(req, bytes);
    calls.push({ operation, ...(conversationId && { conversationId }), ...(activityId && { activityId }), body });
    const fault = faults.get(operation)?.shift();
    if (fault?.kind === 'held') {
      fault.arrived();
      await fault.released;
    }
    if (fault?.kind === 'cut') return void res.destroy();
    if (fault?.kind === 'status') return refuse(res, fault.status, fault.code, fault.retryAfterSeconds);
    try {
      if (!OPEN.includes(operation) && !tokens.has(req.headers.authorization?.replace('Bearer ', '') ?? '')) {
        throw new TeamsRefusal(401, 'Unauthorized');
      }
      const answer = perform(operation, conversationId ?? '', activityId ?? '', body, bytes);
      if (fault?.kind === 'lost') return void res.destroy();
      json(res, operation === 'send' || operation === 'create' ? 201 : 200, answer);
    } catch (error) {
      if (error instanceof TeamsRefusal) return refuse(res, error.refusal.status, error.refusal.code);
      wrongs.push(error);
      refuse(res, 400, 'BadArgument');
    }
  }

  function perform(operation: Operation, conversationId: string, id: string, body: Body, bytes: Buffer): Body {
    switch (operation) {
      case 'oidc':
        return { issuer: ISSUER, jwks_uri: `${origin}/keys`, id_token_signing_alg_values_supported: ['RS256'] };
      case 'keys':
        return jwks();
      case 'token': {
        const { client_id, client_secret, grant_type, scope } = body;
        if (client_id !== appId || client_secret !== password) throw new TeamsRefusal(401, 'invalid_client');
        if (grant_type !== 'client_credentials' || scope !== `${ISSUER}/.default`) {
          throw new TeamsRefusal(400, 'invalid_request');
        }
        const token = randomUUID();
        tokens.add(token);
        return { token_type: 'Bearer', expires_in: 3600, access_token: token };
      }
      case 'create':
        return connector.create(body);
      case 'send':
        return connector.send(conversationId, body);
      case 'update':
        return connector.update(conversationId, id, body);
      case 'delete':
        return connector.remove(conversationId, id);
      case 'member':
        return connector.member(conversationId, id);
      case 'upload':
        files.set(conversationId, bytes);
        return {};
    }
  }

  const put = (operation: Operation, fault: Fault) =>
    void faults.set(operation, [...(faults.get(operation) ?? []), fault]);

  const teams = {
    ...connector,
    appId,
    password,
    /** For TEAMS_OPENID_METADATA_URL and TEAMS_LOGIN_URL: a token comes from `LOGIN/oauth2/v2.0/token`. */
    openIdUrl: `${origin}/oidc`,
    loginUrl: `${origin}/login`,
    /** Where activities say that they come from. */
    serviceUrl,
    /** Every request so far, in the order they arrived. */
    calls,
    callsOf: (operation: Operation) => calls.filter((call) => call.operation === operation),
    /** The header of an activity; by default a good one. */
    authorization: (options?: TokenOptions) => `Bearer ${signToken(appId, serviceUrl, options)}`,
    /** Sends an activity to the service as Teams does. `address` is its messaging endpoint, `.../api/messages`. */
    post: (address: string, activity: object, options?: TokenOptions) =>
      fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', authorization: teams.authorization(options) },
        body: JSON.stringify(activity),
      }),
    /** Where an accepted file goes; `uploaded` has its bytes then. */
    uploadUrl: (id: string) => `${origin}/upload/${id}`,
    uploaded: (id: string) => files.get(id),
    /** The app's tokens are good no longer. */
    revokeTokens: () => tokens.clear(),
    /** The next such request is answered so; called several times, the next ones in that order. */
    status: (operation: Operation, status: number, code = 'ServiceError') =>
      put(operation, { kind: 'status', status, code }),
    limit: (operation: Operation, retryAfterSeconds?: number) =>
      put(operation, {
        ...{ kind: 'status', status: 429, code: 'ThrottledRequest' },
        ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
      }),
    /** The connection is cut before anything was done. */
    cut: (operation: Operation) => put(operation, { kind: 'cut' }),
    /** It is done, but the connection is cut before the answer. */
    lose: (operation: Operation) => put(operation, { kind: 'lost' }),
    /** The next such request waits until it is released; `arrived` resolves once it is there. */
    hold(operation: Operation): { arrived: Promise<void>; release(): void } {
      const arrived = Promise.withResolvers<void>();
      const released = Promise.withResolvers<void>();
      put(operation, { kind: 'held', arrived: arrived.resolve, released: released.promise });
      return { arrived: arrived.promise, release: released.resolve };
    },
    /** What nobody may send to Teams, so far; taken out of the list, so that the test that expects it passes. */
    takeWrongs: () => wrongs.splice(0),
  };

  afterEach(() => {
    faults.clear();
    const [first] = teams.takeWrongs();
    if (first) throw first;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  return teams;
}

export type FakeTeams = Awaited<ReturnType<typeof fakeTeams>>;

/** What is asked for without a token of the app. */
const OPEN: readonly Operation[] = ['oidc', 'keys', 'token', 'upload'];

function operationOf(method: string, path: string): { operation: Operation; ids: string[] } | undefined {
  for (const [operation, verb, pattern] of PATHS) {
    const found = verb === method ? pattern.exec(path) : null;
    if (found) return { operation, ids: found.slice(1).map(decodeURIComponent) };
  }
  return undefined;
}

const PATHS: readonly [Operation, string, RegExp][] = [
  ['oidc', 'GET', /^\/oidc$/],
  ['keys', 'GET', /^\/keys$/],
  ['token', 'POST', /^\/login(?:\/[^/]+)?\/oauth2\/v2\.0\/token$/],
  ['create', 'POST', /^\/emea\/v3\/conversations$/],
  ['send', 'POST', /^\/emea\/v3\/conversations\/([^/]+)\/activities(?:\/[^/]+)?$/],
  ['update', 'PUT', /^\/emea\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/],
  ['delete', 'DELETE', /^\/emea\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/],
  ['member', 'GET', /^\/emea\/v3\/conversations\/([^/]+)\/members\/([^/]+)$/],
  ['upload', 'PUT', /^\/upload\/([^/]+)$/],
];

async function read(req: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function bodyOf(req: IncomingMessage, bytes: Buffer): Body {
  const type = req.headers['content-type'] ?? '';
  if (type.startsWith('application/json') && bytes.length > 0) return JSON.parse(bytes.toString()) as Body;
  return type.startsWith('application/x-www-form-urlencoded')
    ? Object.fromEntries(new URLSearchParams(bytes.toString()))
    : {};
}

function json(res: ServerResponse, status: number, body: object): void {
  // Not chained: restify, once loaded, replaces it for every server of the process by one that returns nothing.
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  res.end(JSON.stringify(body));
}

function refuse(res: ServerResponse, status: number, code: string, retryAfterSeconds?: number): void {
  if (retryAfterSeconds !== undefined) res.setHeader('retry-after', String(retryAfterSeconds));
  json(res, status, { error: { code, message: `refused: ${code}` } });
}

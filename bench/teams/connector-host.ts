/**
 * Teams' connector and its login as little as they can be, in a process of its own: it publishes its keys and signs a token
 * with them, answers everything else at once, and tells its parent of each message that arrives: the conversation and
 * when, by the machine's clock.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ISSUER, jwks, signToken } from '../../test/support/fake-teams-tokens.ts';
import type { Arrival } from '../chat/replies.ts';
import { TENANTS } from '../generate-load.ts';
import { machineMs } from '../measure.ts';

let count = 0;
const SENT = /^\/v3\/conversations\/([^/]+)\/activities/;
/** The bare bot's word, or a card: whoever is answered in other words was refused, and that counts as lost. */
const ANSWER = /"text":"ok"|"contentType":"application\/vnd[.]microsoft[.]card[.]adaptive"/;
const MEMBER = /^\/v3\/conversations\/[^/]+\/members\/([^/]+)$/;

/** @param origin this host, which is also where activities say that they come from */
function answer(method: string, path: string, origin: string, body: () => string): object {
  if (path === '/oidc') {
    return { issuer: ISSUER, jwks_uri: `${origin}/keys`, id_token_signing_alg_values_supported: ['RS256'] };
  }
  if (path === '/keys') return jwks();
  if (path.startsWith('/signed/')) return { token: signToken(path.slice('/signed/'.length), `${origin}/`) };
  if (path.endsWith('/oauth2/v2.0/token')) {
    return { token_type: 'Bearer', expires_in: 3600, access_token: 'of-the-bench' };
  }
  const [, member] = MEMBER.exec(path) ?? [];
  if (member)
    return { id: member, aadObjectId: member, name: member, userRole: 'user', tenantId: TENANTS.teams.tenant };
  const [, conversation] = SENT.exec(path) ?? [];
  if (conversation && method === 'POST' && ANSWER.test(body())) {
    process.send?.([decodeURIComponent(conversation), machineMs()] satisfies Arrival);
  }
  count += 1;
  return { id: String(1_793_700_000_000 + count) };
}

const server = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const { method = '', url = '' } = request;
  const said = answer(method, url, originOf(), () => Buffer.concat(parts).toString());
  response.writeHead(method === 'POST' && SENT.test(url) ? 201 : 200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(said));
});
const originOf = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => console.log(originOf()));

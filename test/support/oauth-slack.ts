import { createServer, type ServerResponse } from 'node:http';
import { afterAll } from 'vitest';

/** What the next code is worth: the fields of Slack's answer. */
type Grant = Record<string, unknown>;

/** A Slack that installs apps: `oauth.v2.access`, `auth.test` and nothing else. */
export async function oauthSlack() {
  const codes = new Map<string, Grant>();
  const state = { calls: [] as { method: string; form: Record<string, string> }[], down: false };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
    const method = request.url?.replace('/api/', '') ?? '';
    state.calls.push({ method, form });
    if (state.down) return send(response, 503, { ok: false });
    if (method === 'auth.test') return send(response, 200, { ok: true, bot_id: 'BBOT', user_id: 'UBOT' });
    const granted = codes.get(form.code ?? '');
    codes.delete(form.code ?? '');
    return send(response, 200, granted ? { ok: true, ...granted } : { ok: false, error: 'invalid_code' });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  afterAll(() => void server.close());
  const { port } = server.address() as { port: number };
  return {
    ...{ state, codes },
    origin: `http://127.0.0.1:${port}`,
    apiUrl: `http://127.0.0.1:${port}/api/`,
  };
}

/** Step by step: restify, in the same process, makes `writeHead` return nothing. */
function send(response: ServerResponse, status: number, value: unknown): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(value));
}

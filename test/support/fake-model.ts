import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

/** What came in: the path with its query, the headers, and the body as the client meant it. */
interface Asked {
  path: string;
  headers: IncomingMessage['headers'];
  body: {
    model: string;
    temperature: number;
    messages: { role: string; content: string }[];
    response_format: { type: string; json_schema: { name: string; strict: boolean; schema: object } };
  };
}

type Behaviour = (response: ServerResponse, asked: Asked) => void;

/** A completion with this content, as OpenAI words it; each has an id of its own. */
export const completion = (content: string | null, message: object = {}) => ({
  id: `chatcmpl-${randomUUID()}`,
  ...{ object: 'chat.completion', created: 1_790_000_000, model: 'fake' },
  choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content, refusal: null, ...message } }],
});

export interface ProposedWish {
  intent: string;
  slots?: Record<string, string>;
}

/** An answer by the schema: wishes with the slots that are said. */
export const wishesAnswer = (...wishes: readonly ProposedWish[]): string =>
  JSON.stringify({
    wishes: wishes.map(({ intent, slots = {} }) => ({
      intent,
      slots: Object.entries(slots).map(([slot, value]) => ({ slot, value })),
    })),
  });

const sendJson = (response: ServerResponse, body: unknown, status = 200): void => {
  // Not chained: restify's own writeHead gives nothing back.
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};

/** A server on loopback that speaks OpenAI's protocol and behaves as it is told; it ends with the test file. */
export async function fakeModel() {
  const asked: Asked[] = [];
  let behaviour: Behaviour = (response) => sendJson(response, completion(wishesAnswer({ intent: 'none' })));
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { url = '', headers } = request;
    const one = { path: url, headers, body: JSON.parse(Buffer.concat(chunks).toString()) as Asked['body'] };
    asked.push(one);
    behaviour(response, one);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    /** What a question was about, as the model is told it. */
    question: () => JSON.parse(asked.at(-1)!.body.messages.at(-1)!.content) as Record<string, unknown>,
    behaves(next: Behaviour) {
      behaviour = next;
    },
    /** Answers by the schema, whatever is asked. */
    answers(...wishes: readonly ProposedWish[]) {
      behaviour = (response) => sendJson(response, completion(wishesAnswer(...wishes)));
    },
    /** Answers with this text. */
    says(content: string) {
      behaviour = (response) => sendJson(response, completion(content));
    },
    fails(status: number) {
      behaviour = (response) => sendJson(response, { error: { message: 'no' } }, status);
    },
    /** Never answers. */
    sleeps() {
      behaviour = () => undefined;
    },
    /** Begins an answer and never ends it. */
    drips() {
      behaviour = (response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{"id":');
      };
    },
    /** Breaks off in the middle of an answer. */
    cuts() {
      behaviour = (response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
        response.write('{"id":', () => response.destroy());
      };
    },
  };
}

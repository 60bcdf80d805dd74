import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { helpOf } from '../../src/app/help.ts';
import { forbidTracing, readConfig } from '../../src/config.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { createBreaker } from '../../src/understanding/proposal/breaker.ts';
import { fakeModel } from '../support/fake-model.ts';
import { quietLog } from '../support/log.ts';

const model = await fakeModel();
let traced = 0;
const tracer = createServer((request, response) => {
  traced += 1;
  request.resume();
  response.end('{}');
});
await new Promise<void>((resolve) => tracer.listen(0, '127.0.0.1', resolve));
afterAll(() => void tracer.close());

const help = (env: Record<string, string>) =>
  helpOf(readConfig(env), {
    ...{ redact: (text: string) => text, budget: { take: async () => true }, breaker: createBreaker(systemClock) },
    ...{ clock: systemClock, log: quietLog },
  });

it('answers from the articles alone where no model is configured', async () => {
  const answer = await help({}).ask('how do I pay an invoice', 'en', 'me');
  expect(answer.article?.id).toBe('pay-invoice');
  expect(answer).not.toHaveProperty('composed');
});

it('has the configured model word the answer, and nobody else hear of it, whatever the tracing variables say', async () => {
  process.env.LANGSMITH_TRACING = 'true';
  process.env.LANGCHAIN_TRACING_V2 = 'true';
  process.env.LANGSMITH_API_KEY = 'key';
  process.env.LANGSMITH_ENDPOINT = `http://127.0.0.1:${(tracer.address() as AddressInfo).port}`;
  model.says(JSON.stringify({ answer: 'Confirm it.', articles: ['pay-invoice'] }));
  const configured = help({ OPENAI_BASE_URL: model.url });
  expect((await configured.ask('how do I pay an invoice', 'en', 'me')).composed?.text).toBe('Confirm it.');
  expect(traced).toBe(0);
  expect([process.env.LANGSMITH_TRACING, process.env.LANGCHAIN_TRACING_V2]).toEqual([undefined, undefined]);
});

it('leaves the rest of the environment alone', () => {
  const env = { LANGCHAIN_TRACING: 'true', PATH: '/bin' };
  forbidTracing(env);
  expect(env).toEqual({ PATH: '/bin' });
});

import nock from 'nock';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { openaiModel } from '../../../src/understanding/proposal/openai.ts';
import { completion, fakeModel, wishesAnswer } from '../../support/fake-model.ts';

const OPENAI = { at: 'openai', apiKey: 'sk-test', baseUrl: 'https://api.openai.com/v1', model: 'small' } as const;
const AZURE = {
  at: 'azure',
  apiKey: 'az-test',
  endpoint: 'https://contoso.openai.azure.com',
  deployment: 'portal',
  apiVersion: '2024-10-21',
} as const;
const PAID = { slot: 'invoice', value: '1' };
const LIMIT_MS = 300;

const fake = await fakeModel();
const loopback = openaiModel({ ...OPENAI, baseUrl: fake.url }, LIMIT_MS);
const pays = wishesAnswer({ intent: 'invoices.pay', slots: { invoice: '[NUMBER_1]' } });

// It listens to every request of the process: to those of this file alone.
if (!nock.isActive()) nock.activate();
afterAll(() => nock.restore());
afterEach(() => {
  nock.cleanAll();
});

describe('the call of the language model', () => {
  it('asks OpenAI once, by a strict schema, at temperature 0, with the key', async () => {
    let body: Record<string, unknown> = {};
    nock('https://api.openai.com', { reqheaders: { authorization: 'Bearer sk-test' } })
      .post('/v1/chat/completions', (sent) => {
        body = sent;
        return true;
      })
      .reply(200, completion(pays));
    const answer = await openaiModel(OPENAI)('sort this', 'text');
    expect(answer?.wishes).toEqual([{ intent: 'invoices.pay', slots: [{ slot: 'invoice', value: '[NUMBER_1]' }] }]);
    expect(body).toMatchObject({
      ...{ model: 'small', temperature: 0 },
      response_format: { type: 'json_schema', json_schema: { name: 'wishes', strict: true } },
      messages: [
        { role: 'system', content: 'sort this' },
        { role: 'user', content: 'text' },
      ],
    });
  });

  it('holds the schema to what strict mode allows: everything required, nothing beside it, no lengths', async () => {
    fake.answers({ intent: 'none' });
    await loopback('i', 'q');
    const schema = JSON.stringify(fake.asked.at(-1)!.body.response_format.json_schema.schema);
    expect(schema).not.toMatch(/"(maxLength|minLength|maxItems|minItems|default)"/);
    expect(schema).toContain('"additionalProperties":false');
    expect(schema).toContain('"invoices.pay"');
    expect(schema).not.toContain('dialog.confirm');
  });

  it('asks a deployment in Azure under its version and key', async () => {
    const scope = nock('https://contoso.openai.azure.com', { reqheaders: { 'api-key': 'az-test' } })
      .post('/openai/deployments/portal/chat/completions')
      .query({ 'api-version': '2024-10-21' })
      .reply(200, completion(pays));
    expect((await openaiModel(AZURE)('i', 'q'))?.wishes).toHaveLength(1);
    expect(scope.isDone()).toBe(true);
  });

  it.each([401, 404, 429, 500, 503])(
    'is of no help where the server answers %i, and is not repeated',
    async (status) => {
      nock('https://api.openai.com')
        .post('/v1/chat/completions')
        .reply(status, { error: { message: 'sk-test is bad' } });
      const failure = openaiModel(OPENAI)('i', 'q');
      await expect(failure).rejects.toMatchObject({ code: 'unavailable', reason: 'model_failed', details: { status } });
      await expect(failure).rejects.not.toMatchObject({ cause: expect.anything() });
      expect(nock.pendingMocks()).toEqual([]);
    },
  );

  it('takes a refusal for no answer', async () => {
    nock('https://api.openai.com')
      .post('/v1/chat/completions')
      .reply(200, completion(null, { refusal: 'I can’t help with that.' }));
    expect(await openaiModel(OPENAI)('i', 'q')).toBeUndefined();
  });
});

describe('a language model that misbehaves', () => {
  it.each(['sleeps', 'drips'] as const)('that %s is waited for no longer than its time', async (how) => {
    fake[how]();
    const began = performance.now();
    await expect(loopback('i', 'q')).rejects.toMatchObject({ code: 'unavailable', reason: 'model_late' });
    expect(performance.now() - began).toBeLessThan(LIMIT_MS + 5_000);
  });

  it('that is late is hung up on', async () => {
    const hungUp = Promise.withResolvers<void>();
    fake.behaves((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"id":');
      response.once('close', hungUp.resolve);
    });
    await expect(loopback('i', 'q')).rejects.toMatchObject({ reason: 'model_late' });
    await hungUp.promise;
  });

  it('that breaks off its answer is of no help', async () => {
    fake.cuts();
    await expect(loopback('i', 'q')).rejects.toMatchObject({ code: 'unavailable', reason: 'model_failed' });
  });

  it.each([
    ['prose', 'Sure! The user wants to pay.'],
    ['nothing', ''],
    ['another shape', '{"intent":"invoices.pay"}'],
    ['no wish', '{"wishes":[]}'],
    ['an intent nobody has', wishesAnswer({ intent: 'users.make_admin' })],
    ['a yes', wishesAnswer({ intent: 'dialog.confirm' })],
    ['more wishes than anybody has', wishesAnswer(...Array.from({ length: 6 }, () => ({ intent: 'plans.list' })))],
    ['slots of its own', pays.replace('"invoice"', '"approved"')],
    ['more than a slot holds', pays.replace('"slot"', '"now":true,"slot"')],
    ['a number for a slot', pays.replace('"[NUMBER_1]"', '123')],
    ['no end of slots', wishesAnswer({ intent: 'plans.list' }).replace('[]', JSON.stringify(Array(50).fill(PAID)))],
  ])('that answers with %s is of no help', async (_what, content) => {
    fake.says(content);
    await expect(loopback('i', 'q')).rejects.toMatchObject({ code: 'unavailable', reason: 'model_nonsense' });
  });

  it('that answers with a page instead of a completion is of no help', async () => {
    fake.behaves((response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<h1>Welcome</h1>');
    });
    await expect(loopback('i', 'q')).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('that is not there is of no help', async () => {
    const nobody = openaiModel({ ...OPENAI, baseUrl: 'http://127.0.0.1:1/v1' }, LIMIT_MS);
    await expect(nobody('i', 'q')).rejects.toMatchObject({ code: 'unavailable', reason: 'model_failed' });
  });
});

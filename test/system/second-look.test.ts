import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeModel } from '../support/fake-model.ts';
import { unsureText } from '../support/unsure-text.ts';
import { type Service, startService } from './support/service.ts';

const model = await fakeModel();
const UNSURE = unsureText('pl');

describe('the service with a language model beside it', () => {
  let service: Service;
  let headers: Record<string, string>;

  beforeAll(async () => {
    service = await startService({ OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'own', LOG_LEVEL: 'error' });
    const session = await fetch(`${service.address}/web/session`);
    const { token } = (await session.json()) as { token: string };
    const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
    headers = { cookie, 'x-csrf-token': token, origin: service.address, 'content-type': 'application/json' };
  }, 60_000);
  afterAll(() => service.stop());

  const get = async (path: string) => (await fetch(`${service.address}${path}`, { headers })).json();
  async function anna(): Promise<string> {
    const accounts = (await get('/web/people')) as { people: { name: string; email: string }[] }[];
    return accounts.flatMap(({ people }) => people).find(({ name }) => name === 'Anna Kowalska')!.email;
  }
  /** What she was answered, as plain texts. */
  async function answers(user: string): Promise<string[]> {
    const { items } = (await get(`/web/messages?user=${user}`)) as { items: { from: string; plain?: string }[] };
    return items.flatMap(({ from, plain = '' }) => (from === 'assistant' ? [plain] : []));
  }
  /** Types as a demo person; resolves with the answer's plain text. */
  async function says(user: string, text: string): Promise<string> {
    const before = (await answers(user)).length;
    const body = JSON.stringify({ user, key: randomUUID(), text });
    expect((await fetch(`${service.address}/web/say`, { method: 'POST', headers, body })).status).toBe(202);
    await expect.poll(async () => (await answers(user)).length, { timeout: 20_000 }).toBeGreaterThan(before);
    return (await answers(user)).at(-1)!;
  }

  it('makes the right dialog of a text it is unsure of, and asks what was meant once the model is dead', async () => {
    const user = await anna();
    model.answers({ intent: 'rewards.show' });
    const rewards = await says(user, UNSURE);
    expect(model.asked.at(-1)?.body.model).toBe('own');
    expect(rewards).toMatch(/nagr|punkt|reward|point/i);
    model.sleeps();
    const began = performance.now();
    expect(await says(user, UNSURE)).not.toBe(rewards);
    // Its 2.5 seconds, and what a busy machine adds.
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(model.asked).toHaveLength(2);
    const listed = await service.portal('misunderstood');
    expect(listed).toMatch(/# rewards\.show, 1 times: 0 by the button pressed, 1 by the language model/);
  }, 60_000);
});

import { expect, it } from 'vitest';
import { hostedPageRoutes } from '../../src/http/hosted-page.ts';
import { createServer } from '../../src/http/server.ts';
import { quietLog } from '../support/log.ts';

it("brings the provider's pages and what is submitted on it to the provider and back", async () => {
  const asked: unknown[] = [];
  const headers = { 'content-security-policy': "default-src 'none'; form-action 'self'" };
  const gateway = (html: string) => ({
    async page(...what: unknown[]) {
      asked.push(what);
      return { status: 200, headers, html };
    },
    async submit(...what: unknown[]) {
      asked.push(what);
      return { status: 303, headers: { location: 'abc' }, html: '' };
    },
  });
  const routes = hostedPageRoutes({ ...gateway('zapłać'), setups: gateway('dodaj') });
  const server = createServer({ log: quietLog, routes });
  const address = `${await server.listen(0, '127.0.0.1')}/simulated-gateway/pay/abc`;
  const page = await fetch(address, { headers: { 'accept-language': 'pl' } });
  expect([await page.text(), page.headers.get('content-security-policy')]).toEqual([
    'zapłać',
    headers['content-security-policy'],
  ]);
  const body = new URLSearchParams({ action: 'bank', bank: 'x' });
  const submitted = await fetch(address, { method: 'POST', body, redirect: 'manual' });
  expect([submitted.status, submitted.headers.get('location')]).toEqual([303, 'abc']);
  expect(asked).toEqual([
    ['abc', 'pl'],
    ['abc', { action: 'bank', bank: 'x' }, 'en'],
  ]);
  expect(await (await fetch(address.replace('/pay/', '/setup/'))).text()).toBe('dodaj');
  await server.close(1000);
});

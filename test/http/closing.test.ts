import { Agent, get } from 'node:http';
import { expect, it } from 'vitest';
import type { Route } from '../../src/http/exchange.ts';
import { createServer } from '../../src/http/server.ts';
import { quietLog } from '../support/log.ts';

/** A server with one route, `GET /`, whose requests have arrived when `arrived` resolves. */
async function serving(handle: Route['handle']) {
  const arrived = Promise.withResolvers<void>();
  const server = createServer({
    log: quietLog,
    routes: [
      {
        method: 'GET',
        path: '/',
        handle(request) {
          arrived.resolve();
          return handle(request);
        },
      },
    ],
  });
  return { server, address: await server.listen(0, '127.0.0.1'), arrived: arrived.promise };
}

it('finishes what runs and accepts nothing more', async () => {
  const work = Promise.withResolvers<void>();
  const { server, address, arrived } = await serving(() => work.promise.then(() => ({ status: 200, body: 'done' })));
  const answer = fetch(address);
  await arrived;
  const closed = server.close(60_000);
  await expect(fetch(address)).rejects.toThrow();
  work.resolve();
  expect(await (await answer).text()).toBe('done');
  await closed;
});

it('tells a waiting request to end, and answers it', async () => {
  const { server, address, arrived } = await serving(
    ({ signal }) => new Promise((resolve) => signal.addEventListener('abort', () => resolve({ status: 204 }))),
  );
  const answer = fetch(address);
  await arrived;
  await server.close(60_000);
  expect((await answer).status).toBe(204);
});

it('does not wait for connections kept open for a next request', async () => {
  const { server, address } = await serving(() => ({ status: 200 }));
  const agent = new Agent({ keepAlive: true });
  await new Promise((resolve) => get(address, { agent }, (res) => res.resume().on('end', resolve)));
  await server.close(60_000);
  agent.destroy();
});

it('cuts off at the limit what does not end', async () => {
  const { server, address, arrived } = await serving(() => new Promise(() => undefined));
  const answer = fetch(address);
  await arrived;
  await Promise.all([expect(answer).rejects.toThrow(), server.close(50)]);
});

it('says so when the port is taken', async () => {
  const { server, address } = await serving(() => ({ status: 200 }));
  const other = createServer({ log: quietLog, routes: [] });
  await expect(other.listen(Number(new URL(address).port), '127.0.0.1')).rejects.toMatchObject({
    reason: 'port_taken',
  });
  await server.close(1000);
});

import { expect, it } from 'vitest';
import type { HttpRequest } from '../../src/http/exchange.ts';
import { healthRoutes } from '../../src/http/health.ts';
import { createLogger } from '../../src/lib/logger.ts';

const silent = createLogger({ level: 'silent' });
const down = () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7'));
const up = () => Promise.resolve();

async function asked(path: string, checks: Record<string, () => Promise<void>>) {
  const route = healthRoutes(checks, silent).find((one) => one.path === path);
  const answer = await route?.handle({} as HttpRequest);
  return { status: answer?.status, body: JSON.parse(String(answer?.body)) as unknown };
}

it('is alive whatever is down', async () => {
  expect(await asked('/healthz', { database: down })).toMatchObject({ status: 200 });
});

it('is ready when every check holds', async () => {
  expect(await asked('/readyz', { database: up, migrations: up })).toEqual({
    status: 200,
    body: { status: 'ready', checks: { database: 'ok', migrations: 'ok' } },
  });
});

it('names the check that failed, and not how', async () => {
  expect(await asked('/readyz', { database: down, migrations: up })).toEqual({
    status: 503,
    body: { status: 'not ready', checks: { database: 'failed', migrations: 'ok' } },
  });
});

import type { Logger } from '../lib/logger.ts';
import { json, type Route } from './exchange.ts';

/** What must hold before anybody is sent here: each resolves when it does and rejects when it does not. */
export type Checks = Readonly<Record<string, () => Promise<void>>>;

/** In milliseconds: a check that hangs has failed. */
const LIMIT = 3_000;

/** `GET /healthz`: the process answers. `GET /readyz`: every check holds; 503 names those that don't. */
export function healthRoutes(checks: Checks, log: Logger): Route[] {
  return [
    { method: 'GET', path: '/healthz', handle: () => json({ status: 'alive' }) },
    {
      method: 'GET',
      path: '/readyz',
      async handle() {
        const names = Object.keys(checks);
        const results = await Promise.all(names.map(async (name) => [name, await holds(name, checks, log)] as const));
        const ready = results.every(([, held]) => held);
        const shown = Object.fromEntries(results.map(([name, held]) => [name, held ? 'ok' : 'failed']));
        return json({ status: ready ? 'ready' : 'not ready', checks: shown }, ready ? 200 : 503);
      },
    },
  ];
}

async function holds(name: string, checks: Checks, log: Logger): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('took too long')), LIMIT);
  });
  try {
    await Promise.race([checks[name]?.(), late]);
    return true;
  } catch (err) {
    log.warn({ err, check: name }, 'not ready');
    return false;
  } finally {
    clearTimeout(timer);
  }
}

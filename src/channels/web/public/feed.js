import { get, Refused } from './api.js';

/**
 * Follows a person's conversation until the returned function is called. After a loss everything is read anew
 * (`onStart`), since the service may have another memory than the one that was lost.
 */
export function follow(user, { onStart, onItems, onBusy, onConnection }) {
  const leaving = new AbortController();
  const { signal } = leaving;
  let request = new AbortController();
  let cursor;
  let busy = false;
  let failures = 0;

  async function next() {
    const query = new URLSearchParams({ user, ...(cursor && { after: cursor, busy }) });
    request = new AbortController();
    const news = await get(`/web/messages?${query}`, AbortSignal.any([signal, request.signal]));
    if (signal.aborted) return;
    if (!cursor) onStart();
    ({ cursor, busy } = news);
    failures = 0;
    onConnection(true);
    onItems(news.items);
    onBusy(busy);
  }

  // A request under way may wait long on a connection that is gone; asked anew, the answer is plain at once.
  window.addEventListener('offline', () => request.abort(), { signal });

  async function run() {
    while (!signal.aborted) {
      try {
        await next();
      } catch (error) {
        if (signal.aborted) return;
        if (error.name === 'AbortError') continue;
        cursor = undefined;
        failures += 1;
        onConnection(false);
        await pause(error instanceof Refused ? 5000 : Math.min(500 * 2 ** failures, 8000), signal);
      }
    }
  }

  run();
  return () => leaving.abort();
}

/** Ends early when the browser comes back online. */
function pause(ms, signal) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    window.addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}

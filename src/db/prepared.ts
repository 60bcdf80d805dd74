import { createHash } from 'node:crypto';
import type { Pool } from 'pg';

/** So many different statements are prepared; ones made anew for each call would fill the server's memory. */
const MOST = 500;
const names = new Map<string, string>();

/** The name a connection keeps a statement under, which makes it prepared; none beyond the first 500 of a process. */
export function statementName(text: string): string {
  const known = names.get(text);
  if (known || names.size >= MOST) return known ?? '';
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  names.set(text, name);
  return name;
}

/**
 * Has every statement with values prepared once on each connection of the pool: to parse and plan a turn's statements
 * costs the server about as much as to run them.
 */
export function prepareStatements(pool: Pool): Pool {
  return pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    const prepared = (text: unknown, values: unknown, ...rest: unknown[]) => {
      const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 && statementName(text);
      return name ? query({ name, text }, values, ...rest) : query(text, values, ...rest);
    };
    client.query = prepared as typeof client.query;
  });
}

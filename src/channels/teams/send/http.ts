import { CodedError } from '../../../lib/errors.ts';
import type { Refusal } from './errors.ts';

/** How long Teams may take to answer, in milliseconds; sending holds a connection of the database meanwhile. */
const LIMIT_MS = 10_000;

export interface Answer extends Refusal {
  ok: boolean;
  /** What came as JSON; undefined where it was none. */
  body: unknown;
}

interface Request {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  headers?: Readonly<Record<string, string>>;
  body?: string | URLSearchParams | Uint8Array<ArrayBuffer>;
  limitMs?: number;
}

/**
 * One request, once: no redirect is followed, since whatever goes along is for this address alone.
 * @throws CodedError `unavailable` `teams.unreachable` where no whole answer came in time
 */
export async function request(url: URL, { method, headers = {}, body, limitMs = LIMIT_MS }: Request): Promise<Answer> {
  const signal = AbortSignal.timeout(limitMs);
  try {
    const answer = await fetch(url, {
      method,
      headers,
      redirect: 'error',
      signal,
      ...(body !== undefined && { body }),
    });
    const { status, ok } = answer;
    const read = parsed(await answer.text());
    return { status, ok, body: read, ...nameOf(read), ...retryAfter(answer.headers.get('retry-after')) };
  } catch (error) {
    throw new CodedError('unavailable', 'teams.unreachable', { method }, error);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Nothing at all, or the page of something between us and Teams.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The name of an error, `{ error: { code } }` of the connector or `{ error }` of the login; nothing else of its text. */
function nameOf(body: unknown): { name?: string } {
  const { error } = (body ?? {}) as { error?: unknown };
  const name = typeof error === 'object' && error !== null ? (error as { code?: unknown }).code : error;
  return typeof name === 'string' && /^\w{1,60}$/.test(name) ? { name } : {};
}

/** In seconds, as Teams gives it. */
function retryAfter(header: string | null): { retryAfterMs?: number } {
  const seconds = header === null || header.trim() === '' ? Number.NaN : Number(header);
  return seconds >= 0 ? { retryAfterMs: seconds * 1000 } : {};
}

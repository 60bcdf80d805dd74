import { type CodedError, type ErrorCode, isCoded } from '../lib/errors.ts';
import { type HttpAnswer, json } from './exchange.ts';

const STATUS: Readonly<Record<ErrorCode, number>> = {
  invalid: 400,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  internal: 500,
  unavailable: 503,
};

/** Where HTTP has a number of its own for what was wrong with the request. */
const BY_REASON: Readonly<Record<string, number>> = {
  'http.method': 405,
  'http.body_too_large': 413,
  'http.body_type': 415,
};

/** The number that says what a CodedError says. */
export const statusOf = ({ code, reason }: CodedError): number => BY_REASON[reason] ?? STATUS[code];

/** An error as a client may see it: its code and reason, never its message, stack or details. */
export function failure(error: unknown): HttpAnswer {
  const { code, reason, status } = isCoded(error)
    ? { code: error.code, reason: error.reason, status: statusOf(error) }
    : { code: 'internal', reason: 'unexpected', status: 500 };
  const answer = json({ error: { code, reason } }, status);
  // What is left of a body too large is not read: the connection can't be used again.
  return status === 413 ? { ...answer, headers: { ...answer.headers, connection: 'close' } } : answer;
}

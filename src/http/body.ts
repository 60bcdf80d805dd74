import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { CodedError } from '../lib/errors.ts';
import type { Route } from './exchange.ts';

/** In bytes. Far above any chat message, and nothing to be afraid of. */
const MAX_BODY = 256 * 1024;

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';
const TYPES = { json: [JSON_TYPE], form: [FORM_TYPE], raw: [JSON_TYPE, FORM_TYPE] };

/** A content type without its parameters, in lower case; '' where there is none. */
export const mediaType = ({ 'content-type': type = '' }: IncomingHttpHeaders): string =>
  type.split(';')[0]?.trim().toLowerCase() ?? '';

/** A form's fields; of several of one name the last. */
export const formFields = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));

/**
 * Reads a request's body, as JSON or as a form's fields; `raw` is the text of either, untouched, for whoever checks a
 * signature over it.
 * @throws CodedError `invalid`: `http.body_too_large`, `http.body_type` or `http.body_malformed`
 */
export async function readBody(request: IncomingMessage, kind: NonNullable<Route['body']>): Promise<unknown> {
  // A packed body is refused: what it unpacks to has no length to check beforehand.
  if (!TYPES[kind].includes(mediaType(request.headers)) || request.headers['content-encoding'] !== undefined) {
    throw new CodedError('invalid', 'http.body_type');
  }
  const text = await readText(request);
  if (kind === 'raw') return text;
  return kind === 'form' ? formFields(text) : parseJson(text);
}

/** @throws CodedError `invalid` `http.body_malformed` */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Its own error quotes what was sent, and errors are logged.
    throw new CodedError('invalid', 'http.body_malformed');
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const tooLarge = () => new CodedError('invalid', 'http.body_too_large');
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  // Not torn down when the loop is left early: the answer still has to go out on the same connection.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > MAX_BODY) throw tooLarge();
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

import { formFields, mediaType, parseJson } from '../../../http/body.ts';
import { type HttpAnswer, type HttpRequest, json, type Route } from '../../../http/exchange.ts';
import type { Clock } from '../../../lib/clock.ts';
import { CodedError } from '../../../lib/errors.ts';
import type { Logger } from '../../../lib/logger.ts';
import { PATHS } from '../manifest.ts';
import type { Intake } from './intake.ts';
import { signedAt } from './verify.ts';

interface Deps {
  signingSecret: string;
  intake: Pick<Intake, 'take'>;
  clock: Clock;
  log: Logger;
}

/** `POST /slack/events`: the one address of events, interactivity and commands. */
export const eventsRoute = (deps: Deps): Route => ({
  ...{ method: 'POST', path: PATHS.events, body: 'raw' },
  handle: (request) => answered(request, deps),
});

async function answered(
  { headers, body: raw }: HttpRequest,
  { signingSecret, intake, clock, log }: Deps,
): Promise<HttpAnswer> {
  const text = String(raw);
  const isForm = mediaType(headers) === 'application/x-www-form-urlencoded';
  const fields = isForm ? formFields(text) : undefined;
  // Slack asks so whether the address answers; it does not sign that, and nothing else in it counts.
  if (fields?.ssl_check === '1') return OK;
  const sentAt = signedAt({ headers, body: text }, signingSecret, clock.now());
  if (!sentAt) {
    log.info({}, 'refused a request that Slack did not sign now');
    return { status: 401 };
  }
  const { 'x-slack-retry-num': retry, 'x-slack-retry-reason': reason } = headers;
  if (retry) log.info({ retry, reason }, 'Slack sends something again');
  const body = fields ? (fields.payload === undefined ? fields : parseJson(fields.payload)) : parseJson(text);
  if (!isObject(body)) throw new CodedError('invalid', 'http.body_malformed');
  if (body.type === 'url_verification') return json({ challenge: String(body.challenge) });
  const answer = await intake.take(body, sentAt);
  return answer.taken ? shown(answer.response) : { status: 503 };
}

const OK: HttpAnswer = { status: 200 };

const shown = (response: string | object | undefined): HttpAnswer =>
  response === undefined ? OK : typeof response === 'string' ? { status: 200, body: response } : json(response);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

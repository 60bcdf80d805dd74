import { z } from 'zod';
import { parseJson } from '../../../http/body.ts';
import type { HttpAnswer, HttpRequest, Route } from '../../../http/exchange.ts';
import type { Logger } from '../../../lib/logger.ts';
import { within } from '../../../lib/within.ts';
import type { Authenticate } from './authenticate.ts';
import type { Intake } from './intake.ts';
import { read } from './read.ts';

/** The keys may have to be fetched first; a request that waits longer is sent again. */
const AUTHENTICATE_MS = 2500;

const UNAUTHORIZED: HttpAnswer = { status: 401 };

interface Deps {
  /** Absent: everything is believed (TEAMS_ALLOW_ANONYMOUS). */
  authenticate?: Authenticate;
  intake: Pick<Intake, 'take'>;
  log: Logger;
}

/** `POST /api/messages`: the one address that Teams sends everything to. */
export const messagesRoute = (deps: Deps): Route => ({
  ...{ method: 'POST', path: '/api/messages', body: 'raw' },
  handle: (request) => answered(request, deps),
});

/** Every activity has these, and nothing else is read before it is known whom it comes from. */
const activity = z.looseObject({
  type: z.string().min(1).max(100),
  channelId: z.literal('msteams'),
  serviceUrl: z.string().max(500),
});

/**
 * Whoever has no good token learns nothing but that. What has one is Teams' own, and still comes from no other address
 * than its token says.
 */
async function answered({ headers, body }: HttpRequest, { authenticate, intake, log }: Deps): Promise<HttpAnswer> {
  const vouched = await within(AUTHENTICATE_MS, 'teams.keys', async () => authenticate?.(headers.authorization));
  if (authenticate && !vouched) return refused(log);
  const sent = read(activity, parseJson(String(body)));
  if (vouched && sent.serviceUrl !== vouched.serviceUrl) return refused(log);
  return intake.take(sent);
}

function refused(log: Logger): HttpAnswer {
  log.info({}, 'refused a request that Teams did not sign for this app');
  return UNAUTHORIZED;
}

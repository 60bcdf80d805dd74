import { webApi } from '@slack/bolt';
import type { Logger } from '../../../lib/logger.ts';
import type { Team } from '../address.ts';
import { boltLogger } from '../receive/logging.ts';
import { codedError } from '../send/errors.ts';

const LIMIT_MS = 10_000;

/** Where a bot token is at home. */
export interface Home extends Team {
  /** It is good for every workspace of the enterprise. */
  organization: boolean;
}

/**
 * auth.test: the workspace, or the organisation, that a token is for.
 * @param apiUrl ends with `/api/`
 * @throws CodedError as every call of the API
 */
export async function homeOf(token: string, apiUrl: string, log: Logger): Promise<Home> {
  const client = new webApi.WebClient(token, {
    ...{ slackApiUrl: apiUrl, allowAbsoluteUrls: false, logger: boltLogger(log) },
    ...{ retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: LIMIT_MS },
  });
  try {
    const { team_id: teamId = '', enterprise_id: enterpriseId, is_enterprise_install } = await client.auth.test();
    return { teamId, organization: is_enterprise_install === true, ...(enterpriseId && { enterpriseId }) };
  } catch (error) {
    throw codedError(error, 'auth.test');
  }
}

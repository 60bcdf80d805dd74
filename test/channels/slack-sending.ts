import { slackApi } from '../../src/channels/slack/send/api.ts';
import { slackChannel } from '../../src/channels/slack/send/channel.ts';
import { slackProfiles } from '../../src/channels/slack/send/profiles.ts';
import { CodedError } from '../../src/lib/errors.ts';
import type { FakeSlack } from '../support/fake-slack.ts';
import { quietLog } from '../support/log.ts';
import { standingClock } from '../support/portal.ts';

/** The sending half of the Slack channel as the service puts it together, on a fake Slack and a standing clock. */
export function sendingTo(slack: FakeSlack) {
  const clock = standingClock();
  const files = new Map<string, Buffer>();
  const api = slackApi({ tokenOf: slack.tokenOf, apiUrl: slack.apiUrl, clock, log: quietLog });
  const profileOf = slackProfiles(api, clock);
  const channel = slackChannel({
    ...{ api, profileOf, clock, log: quietLog },
    async readFile({ userId }, id) {
      const bytes = files.get(`${userId}/${id}`);
      if (!bytes) throw new CodedError('not_found', 'file');
      return { bytes };
    },
  });
  return { api, channel, clock, files, profileOf };
}

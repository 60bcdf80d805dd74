import type { HomeApi } from '../../src/channels/slack/home/api.ts';
import { homeHandlers } from '../../src/channels/slack/home/handlers.ts';
import { createHomePublisher } from '../../src/channels/slack/home/publisher.ts';
import { createStatuses } from '../../src/channels/slack/home/status.ts';
import { slackHomeStore } from '../../src/db/slack-home-store.ts';
import { sqlOn } from '../../src/db/sql.ts';
import { CodedError } from '../../src/lib/errors.ts';
import type { Locale } from '../../src/lib/locale.ts';
import { homesIn } from '../conversations/home-office.ts';
import { paymentOffice } from '../conversations/payments-office.ts';
import type { testDatabase } from '../support/database.ts';
import type { FakeSlack } from '../support/fake-slack.ts';
import { quietLog } from '../support/log.ts';

/** An office whose people also open their home pages in Slack's workspace T1, as the service puts it together. */
export async function slackOffice(
  database: Awaited<ReturnType<typeof testDatabase>>,
  slack: FakeSlack,
  locale: Locale = 'en',
) {
  const api = apiOn(slack);
  const office = await paymentOffice(database, locale, () => ({ changed: (id) => publisher.changed(id) }));
  const { account, world } = office;
  const { homes } = homesIn(world);
  const store = slackHomeStore(sqlOn(database.pools.system));
  // `idle` does at once what was gathered: no test hangs on the time.
  const gatherMs = 60_000;
  const publisher = createHomePublisher({ homes, api, store, clock: world.clock, log: quietLog, gatherMs });
  const statuses = createStatuses({ api, homes, log: quietLog, afterMs: 10 });
  const profiles = new Map<string, Locale>();
  const handlers = homeHandlers({
    ...{ homes, api, publisher, statuses },
    profileLocale: async ({ userId }) => profiles.get(userId),
    log: quietLog,
  });
  const team = slack.team();
  await account.sql.query(
    `INSERT INTO allowed_tenant ("accountId", platform, "tenantId") VALUES ($1, 'slack', 'T1') ON CONFLICT DO NOTHING`,
    [account.id],
  );
  /** Slack's id of a person of this office. */
  const idOf = (name: string) => `U${account.person(name).slice(0, 8)}`;

  return {
    ...{ office, account, homes, publisher, statuses, handlers, store, team, profiles, idOf },
    async link(name: string): Promise<void> {
      await account.sql.query(
        `INSERT INTO chat_link ("accountId", "contactId", platform, "tenantId", "userId", email)
         SELECT "accountId", id, 'slack', 'T1', $2, email FROM contact WHERE id = $1`,
        [account.person(name), idOf(name)],
      );
      team.user(idOf(name));
    },
    opens(name: string, tab: 'home' | 'messages' = 'home') {
      const userId = idOf(name);
      team.user(userId);
      return handlers.homeOpened({ address: { teamId: 'T1', userId }, tab, channelId: team.dm(userId) });
    },
    /** What stands on somebody's page, as text. */
    page: (name: string) => JSON.stringify(team.homes.get(idOf(name)) ?? null).replace(/[\u00a0\u202f]/g, ' '),
    /** How often a page of theirs was sent. */
    sent: (name: string) => slack.callsOf('views.publish').filter(({ args }) => args.user_id === idOf(name)).length,
  };
}

/** Slack's Web API as far as pages need it. */
function apiOn(slack: FakeSlack): HomeApi {
  async function call(method: string, teamId: string, args: Record<string, unknown>): Promise<void> {
    const response = await fetch(`${slack.apiUrl}${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await slack.tokenOf({ teamId })}` },
      body: JSON.stringify(args),
    });
    const retryAfterMs = Number(response.headers.get('retry-after')) * 1000;
    if (response.status === 429) throw new CodedError('unavailable', 'slack', { retryAfterMs });
    const { ok, error } = (await response.json()) as { ok: boolean; error?: string };
    if (!ok) throw new CodedError('not_found', 'slack', { error });
  }
  return {
    publishHome: ({ teamId }, user_id, view) => call('views.publish', teamId, { user_id, view }),
    setStatus: ({ teamId }, { channelId, threadTs, status }) =>
      call('assistant.threads.setStatus', teamId, { channel_id: channelId, thread_ts: threadTs, status }),
    suggestPrompts: ({ teamId }, { channelId, prompts }) =>
      call('assistant.threads.setSuggestedPrompts', teamId, { channel_id: channelId, prompts }),
  };
}

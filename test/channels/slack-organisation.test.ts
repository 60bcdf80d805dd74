import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { repertoire } from '../../dialogs/index.ts';
import { engineOf } from '../../src/app/engine.ts';
import { UNDERSTANDING } from '../../src/app/folders.ts';
import { conversationOf, type SlackAddress, type Team } from '../../src/channels/slack/address.ts';
import { slackApi } from '../../src/channels/slack/send/api.ts';
import { slackChannel } from '../../src/channels/slack/send/channel.ts';
import { slackProfiles } from '../../src/channels/slack/send/profiles.ts';
import { textContent } from '../../src/conversation/event.ts';
import { createConversations } from '../../src/conversation/service.ts';
import { conversationStore } from '../../src/db/conversation-store.ts';
import { outboxStore } from '../../src/db/outbox-store.ts';
import { sqlOn } from '../../src/db/sql.ts';
import { CodedError } from '../../src/lib/errors.ts';
import { loadUnderstanding } from '../../src/understanding/index.ts';
import { testDatabase } from '../support/database.ts';
import { fakeSlack } from '../support/fake-slack.ts';
import type { FakeTeam } from '../support/fake-slack-team.ts';
import { quietLog } from '../support/log.ts';
import { portalWorld } from '../support/portal.ts';

const database = await testDatabase();
const slack = await fakeSlack();
const understand = await loadUnderstanding(UNDERSTANDING);

/** The service in Slack, where the app was installed for the organisation E1 and in none of its workspaces. */
async function office() {
  const world = await portalWorld(database);
  const { clock, services } = world;
  const sql = sqlOn(database.pools.system);
  const tokenOf = (team: Team) => {
    if (team.enterpriseId !== 'E1') throw new CodedError('forbidden', 'slack.not_installed', { teamId: team.teamId });
    return slack.tokenOf(team);
  };
  const api = slackApi({ tokenOf: async (team) => tokenOf(team), apiUrl: slack.apiUrl, clock, log: quietLog });
  const readFile = async () => ({ bytes: Buffer.from('%PDF') });
  const channel = slackChannel({ api, profileOf: slackProfiles(api, clock), readFile, clock, log: quietLog });
  const channels = { slack: channel };
  const engine = engineOf({ services, sql, channels, repertoire, understand });
  const outbox = outboxStore(database.pools.system);
  const store = conversationStore(database.pools);
  const conversations = createConversations(engine, store, { outbox, channels, clock, log: quietLog }, 2);
  return {
    world,
    async says(address: SlackAddress, text: string): Promise<void> {
      await conversations.receive(randomUUID(), {
        ...{ conversation: conversationOf(address), address, shared: address.channelId !== undefined },
        user: { channel: 'slack', tenantId: address.teamId, userId: address.userId },
        ...{ at: clock.now().toISOString(), content: textContent(text) },
      });
      await conversations.idle();
    },
  };
}

describe('in a workspace of an organisation that installed the app for all of them', () => {
  let team: FakeTeam;
  let anna: SlackAddress;
  let count = 0;
  const standing = () => team.standing(team.dm(anna.userId)).map(({ text }) => text);

  beforeEach(() => {
    team = slack.team(`T${++count}`);
    anna = { teamId: team.teamId, enterpriseId: 'E1', userId: team.user('UANNA', { locale: 'pl-PL' }) };
  });

  it('somebody nobody knows is asked for their e-mail, in the language of their profile', async () => {
    const { says } = await office();
    await says(anna, 'hello');
    expect(standing()).toEqual([expect.stringContaining('Jeszcze się nie znamy')]);
  });

  it('a file that was asked for in a channel comes into the direct messages', async () => {
    const { world, says } = await office();
    const account = await world.account({ ann: ['finance'] });
    await account.invoice({ number: '123' });
    await account.sql.query(`INSERT INTO allowed_tenant ("accountId", platform, "tenantId") VALUES ($1, 'slack', $2)`, [
      account.id,
      team.teamId,
    ]);
    await account.sql.query(
      `INSERT INTO chat_link ("accountId", "contactId", platform, "tenantId", "userId", email)
       SELECT "accountId", id, 'slack', $2, 'UANNA', email FROM contact WHERE id = $1`,
      [account.person('ann'), team.teamId],
    );
    await says({ ...anna, channelId: team.channel('C1', [anna.userId]) }, 'download invoice 123');
    expect(team.shared(team.dm(anna.userId))).toHaveLength(1);
    expect(standing()).toEqual([expect.stringContaining('123')]);
  });
});

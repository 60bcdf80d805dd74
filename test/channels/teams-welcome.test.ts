import { beforeEach, describe, expect, it } from 'vitest';
import { repertoire } from '../../dialogs/index.ts';
import { engineOf } from '../../src/app/engine.ts';
import { UNDERSTANDING } from '../../src/app/folders.ts';
import type { Installed } from '../../src/channels/teams/receive/handlers.ts';
import { welcome } from '../../src/channels/teams/welcome.ts';
import { createConversations } from '../../src/conversation/service.ts';
import { conversationStore } from '../../src/db/conversation-store.ts';
import { outboxStore } from '../../src/db/outbox-store.ts';
import { sqlOn } from '../../src/db/sql.ts';
import { teamsConsents } from '../../src/db/teams-references.ts';
import { CodedError } from '../../src/lib/errors.ts';
import { loadUnderstanding } from '../../src/understanding/index.ts';
import { testDatabase } from '../support/database.ts';
import { fakeTeams } from '../support/fake-teams.ts';
import { portalWorld } from '../support/portal.ts';
import { sendingTo } from './teams-sending.ts';

const teams = await fakeTeams();
const database = await testDatabase();
const world = await portalWorld(database);
const { connector, references, channel, clock } = sendingTo(teams, database);
const sql = sqlOn(database.pools.system);
const channels = { teams: channel };
const understand = await loadUnderstanding(UNDERSTANDING);
const engine = engineOf({ services: { ...world.services, clock }, sql, channels, repertoire, understand });
const sending = { outbox: outboxStore(database.pools.system), channels, clock, log: world.services.log };
const conversations = createConversations(engine, conversationStore(database.pools), sending, 4);
const { installed, removed } = welcome({ conversations, connector, references, claims: teamsConsents(sql), clock });

let count = 0;
let anna: ReturnType<typeof teams.person>;
let group: string;

beforeEach(() => {
  anna = teams.person(`anna-${++count}`);
  group = teams.group(`19:welcome-${count}@thread.v2`, [anna]);
  clock.move(60_000);
});

function installation(more: Partial<Installed> = {}): Installed {
  const { tenantId, userId, memberId, conversationId } = anna;
  const address = {
    tenantId,
    userId,
    memberId,
    conversationId,
    serviceUrl: teams.serviceUrl,
    botId: `28:${teams.appId}`,
  };
  return { by: 'installation', address, locale: 'en', at: clock.now(), ...more };
}
const inGroup = (more: Partial<Installed> = {}): Installed => {
  const place = {
    scope: 'group' as const,
    tenantId: anna.tenantId,
    conversationId: group,
    serviceUrl: teams.serviceUrl,
  };
  return installation({ place: { ...place, botId: `28:${teams.appId}` }, ...more });
};

/** What stands in a chat, once everything is said. */
async function hears(conversationId = anna.conversationId): Promise<string[]> {
  await conversations.idle();
  return teams.standing(conversationId).map(({ activity }) => String(activity.text ?? activity.summary));
}

async function link(name: string): Promise<void> {
  const account = await world.account({ [name]: ['finance'] });
  await database.pools.owner.query(
    `INSERT INTO allowed_tenant ("accountId", platform, "tenantId") VALUES ($1, 'teams', $2)`,
    [account.id, anna.tenantId],
  );
  await database.pools.owner.query(
    `INSERT INTO chat_link ("accountId", "contactId", platform, "tenantId", "userId", email)
     SELECT "accountId", id, 'teams', $2, $3, email FROM contact WHERE id = $1`,
    [account.person(name), anna.tenantId, anna.userId],
  );
}

describe('the welcome of a person', () => {
  it('says who speaks, what they can do and how to connect, in the language of their Teams', async () => {
    await installed(installation({ locale: 'pl' }));
    const [text, ...more] = await hears();
    expect(text).toContain('tu asystent portalu klienta: pokazuję i opłacam faktury');
    expect(text).toContain('napisz adres e-mail');
    expect(more).toEqual([]);
  });

  it('shows somebody who is known what they can do, with buttons to begin', async () => {
    await link('anna');
    await installed(installation());
    const [message] = (await hears()) && teams.standing(anna.conversationId);
    expect(message!.activity.summary).toContain('Here is what I can do for you');
    expect(JSON.stringify(message!.activity.attachments)).toContain('"title":"Show invoices"');
  });

  it('comes once, however often and in whatever way Teams tells of one installation', async () => {
    await installed(installation({ by: 'members' }));
    const again = installation();
    await Promise.all([installed(again), installed(again), installed(installation())]);
    await hears();
    clock.move(3_600_000);
    await installed(installation());
    expect(await hears()).toHaveLength(1);
  });

  it('comes when Teams tells of it again, after it could not be kept', async () => {
    const receive = () => Promise.reject(new CodedError('unavailable', 'database'));
    const failing = welcome({
      ...{ connector, references, clock },
      claims: teamsConsents(sql),
      conversations: { receive },
    });
    const told = installation();
    await expect(failing.installed(told)).rejects.toMatchObject({ code: 'unavailable' });
    await installed(told);
    expect(await hears()).toHaveLength(1);
  });

  it('comes again when the app comes back, and once then too', async () => {
    await installed(installation());
    clock.move(1000);
    await removed({ address: installation().address, at: clock.now() });
    clock.move(1000);
    await Promise.all([installed(installation()), installed(installation())]);
    expect(await hears()).toHaveLength(2);
  });

  it('does not come to somebody who has spoken already', async () => {
    await references.seen(installation().address, clock.now());
    await installed(installation());
    expect(await hears()).toEqual([]);
  });

  it('comes to somebody who was seen in a group before', async () => {
    const { conversationId: _, ...address } = installation().address;
    await references.seen(address, clock.now());
    await installed(installation());
    expect(await hears()).toHaveLength(1);
  });
});

describe('the hello to a group chat or a team', () => {
  it('says how to mention the assistant and where it answers, once, and nothing to the person', async () => {
    await Promise.all([installed(inGroup()), installed(inGroup({ by: 'members' })), installed(inGroup())]);
    const [text, ...more] = await hears(group);
    expect(text).toContain('“@Customer Portal show my overdue invoices”');
    expect(text).toContain('in our personal chat, where nobody reads along');
    expect(more).toEqual([]);
    expect(await hears()).toEqual([]);
  });

  it('speaks Polish, or both languages where none is told', async () => {
    await installed(inGroup({ locale: 'pl' }));
    await removed({ ...inGroup() });
    const { locale: _, ...unknown } = inGroup();
    await installed(unknown);
    const [polish, both] = await hears(group);
    expect(polish).toContain('Wspomnij mnie tutaj');
    expect(both).toContain(polish!);
    expect(both).toContain('Mention me here');
  });

  it('is told again by Teams where it failed, and said then', async () => {
    teams.status('send', 500);
    await expect(installed(inGroup())).rejects.toMatchObject({ code: 'unavailable' });
    await installed(inGroup());
    expect(await hears(group)).toHaveLength(1);
  });

  it('is no error where the app is gone again', async () => {
    const at = inGroup();
    teams.leave(group);
    await installed(at);
    expect(await hears(group)).toEqual([]);
  });
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Elsewhere } from '../../src/channels/teams/receive/handlers.ts';
import { elsewhereHandler } from '../../src/channels/teams/send/elsewhere.ts';
import { createTyping, endingTyping } from '../../src/channels/teams/send/typing.ts';
import { testDatabase } from '../support/database.ts';
import { fakeTeams } from '../support/fake-teams.ts';
import { quietLog } from '../support/log.ts';
import { sendingTo } from './teams-sending.ts';

const teams = await fakeTeams();
const database = await testDatabase();
const sending = sendingTo(teams, database);
let count = 0;
let anna: ReturnType<typeof teams.person>;
let group: string;

beforeEach(() => {
  anna = teams.person(`anna-${++count}`);
  group = teams.group(`19:group-${count}@thread.v2`, [anna]);
  teams.calls.splice(0);
});

describe('a place that others read', () => {
  const tell = elsewhereHandler({ ...sending, appId: teams.appId });
  const told = () => teams.standing(group).map(({ activity }) => activity);

  function elsewhere(more: Partial<Elsewhere> = {}): Elsewhere {
    const { tenantId, userId, memberId } = anna;
    const place = { scope: 'group' as const, tenantId, conversationId: group, serviceUrl: teams.serviceUrl };
    const address = { tenantId, userId, memberId, serviceUrl: teams.serviceUrl };
    return { address, place: { ...place, botId: '28:b' }, by: 'text', stranger: false, locale: 'en', ...more };
  }

  it('learns that somebody was answered in their personal chat, and not what', async () => {
    await tell(elsewhere());
    expect(told()).toMatchObject([{ text: 'I’ve answered in our personal chat, where nobody reads along.' }]);
    expect(teams.standing(anna.conversationId)).toEqual([]);
  });

  it('learns it in Polish where Polish is spoken, and in both languages where that is not known', async () => {
    await tell(elsewhere({ locale: 'pl' }));
    const { locale: _, ...unknown } = elsewhere();
    await tell(unknown);
    const [polish, both] = told().map(({ text }) => String(text));
    expect(polish).toContain('Odpowiedź jest w naszym czacie osobistym');
    expect(both).toContain(polish!);
    expect(both).toContain('personal chat');
  });

  it('is told nothing more after a press, which Teams itself has answered', async () => {
    await tell(elsewhere({ by: 'press' }));
    expect(told()).toEqual([]);
  });

  it.each(['text', 'press'] as const)('gets a way to add the app for somebody who has none, after a %s', async (by) => {
    anna.installed = false;
    await tell(elsewhere({ by }));
    const [message] = told();
    expect(message!.summary).toContain('Add the app for yourself');
    expect(JSON.stringify(message!.attachments)).toContain(`https://teams.microsoft.com/l/app/${teams.appId}`);
  });

  it('gets it also for somebody who had the app and removed it, whose reference ends', async () => {
    await sending.references.seen({ ...anna, serviceUrl: teams.serviceUrl }, sending.clock.now());
    anna.installed = false;
    await tell(elsewhere());
    expect(JSON.stringify(told())).toContain('/l/app/');
    expect(await sending.references.find(anna.tenantId, anna.userId)).toMatchObject({ endedAt: expect.any(Date) });
  });

  it('learns that somebody of another organization is not served, without a way to add anything', async () => {
    await tell(elsewhere({ stranger: true }));
    expect(told()).toMatchObject([{ text: expect.stringContaining('only help people of the organization') }]);
    expect(teams.callsOf('create')).toEqual([]);
  });

  it('is told nothing while it is not known whether somebody can be reached', async () => {
    teams.status('create', 502);
    await expect(tell(elsewhere())).rejects.toMatchObject({ code: 'unavailable' });
    expect(told()).toEqual([]);
  });
});

describe('that somebody types', () => {
  const address = () => ({ ...anna, serviceUrl: teams.serviceUrl });
  const typing = (afterMs: number) => createTyping({ connector: sending.connector, log: quietLog, afterMs });

  it('is shown in the personal chat where an answer takes its time', async () => {
    typing(0).working(address());
    await vi.waitFor(() => expect(teams.typing).toContain(anna.conversationId));
  });

  it('is not shown where the answer is there first', async () => {
    vi.useFakeTimers();
    try {
      const shown = typing(500);
      const channel = endingTyping(sending.channel, shown);
      shown.working(address());
      const sent = channel.send(address(), { text: 'Here', audience: 'person' }, { key: 'k', locale: 'en' });
      vi.advanceTimersByTime(1000);
      vi.useRealTimers();
      await sent;
    } finally {
      vi.useRealTimers();
    }
    expect(teams.typing).not.toContain(anna.conversationId);
    expect(teams.standing(anna.conversationId)).toHaveLength(1);
  });

  it('is missed by nobody where it can’t be shown', async () => {
    teams.status('send', 502);
    typing(0).working(address());
    typing(0).working({ tenantId: anna.tenantId, userId: anna.userId });
    await vi.waitFor(() => expect(teams.callsOf('send')).toHaveLength(1));
    expect(teams.typing).not.toContain(anna.conversationId);
  });
});

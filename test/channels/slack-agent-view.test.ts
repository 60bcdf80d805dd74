import { beforeEach, describe, expect, it, vi } from 'vitest';
import { endingStatus } from '../../src/channels/slack/home/status.ts';
import type { Channel } from '../../src/conversation/channel.ts';
import { testDatabase } from '../support/database.ts';
import { fakeSlack } from '../support/fake-slack.ts';
import { slackOffice } from './slack-home-place.ts';

const database = await testDatabase();
const slack = await fakeSlack();
let place: Awaited<ReturnType<typeof slackOffice>>;

beforeEach(async () => {
  slack.calls.splice(0);
  place = await slackOffice(database, slack);
  for (const name of ['anna', 'ewa']) await place.link(name);
});

describe('the prompts suggested in the direct messages', () => {
  const titles = () => [...place.team.prompts.values()].at(-1)!.map(({ title }) => title);

  it('are what the person may do, and name no thread, which would make Slack ignore them', async () => {
    await place.opens('anna', 'messages');
    expect(titles()).toEqual(['Overdue invoices', 'Pay an invoice', 'Who has access', 'Invite a colleague']);
    await place.opens('ewa', 'messages');
    expect(titles()).toContain('Approve a payment');
    for (const { args } of slack.callsOf('assistant.threads.setSuggestedPrompts')) {
      expect(args).not.toHaveProperty('thread_ts');
    }
    expect(slack.callsOf('views.publish')).toEqual([]);
  });

  it('of somebody nobody knows begin with making their acquaintance, in their profile’s language', async () => {
    place.profiles.set(place.idOf('jan'), 'pl');
    await place.opens('jan', 'messages');
    expect(titles()).toEqual(['Połącz z portalem']);
  });

  it('are left alone for somebody whose access has ended', async () => {
    await place.account.suspend('anna');
    await place.opens('anna', 'messages');
    expect(slack.callsOf('assistant.threads.setSuggestedPrompts')).toEqual([]);
  });
});

describe('the status while working', () => {
  const calls = () => slack.callsOf('assistant.threads.setStatus').map(({ args }) => args);
  const said = () => {
    const userId = place.idOf('anna');
    const address = { teamId: 'T1', userId };
    return { address, message: { channelId: place.team.dm(userId), ts: '1793700000.000100' } };
  };
  const channel = () => {
    const plain: Channel = {
      send: async () => ({ ts: '1' }),
      update: async () => undefined,
      direct: () => ({ conversation: '', address: {} }),
    };
    return endingStatus(plain, place.statuses);
  };
  const reply = { text: 'Here you are.', audience: 'person' } as const;

  it('is shown when the answer takes its time, in the person’s language, and ends with the answer', async () => {
    await place.account.sql.query(`UPDATE contact SET locale = 'pl' WHERE id = $1`, [place.account.person('anna')]);
    const { address, message } = said();
    await place.handlers.working(address, message);
    await vi.waitFor(() => expect(calls()).toHaveLength(1));
    expect(calls()[0]).toMatchObject({ channel_id: message.channelId, thread_ts: message.ts, status: 'sprawdza to…' });
    await channel().send(address, reply, { key: 'k', locale: 'pl' });
    await vi.waitFor(() => expect(calls()).toHaveLength(2));
    expect(calls()[1]).toMatchObject({ thread_ts: message.ts, status: '' });
  });

  it('costs no call when the answer comes at once', async () => {
    const { address, message } = said();
    await place.handlers.working(address, message);
    await channel().send(address, reply, { key: 'k', locale: 'en' });
    await place.handlers.working({ ...address, threadTs: '1793700000.000200' }, message);
    await vi.waitFor(() => expect(calls()).toHaveLength(1));
    expect(calls()[0]).toMatchObject({ thread_ts: '1793700000.000200' });
  });

  it('is taken away also when the answer came while it was being set', async () => {
    const slow = slack.hold('assistant.threads.setStatus');
    const { address, message } = said();
    await place.handlers.working(address, message);
    await slow.arrived;
    await channel().send(address, reply, { key: 'k', locale: 'en' });
    slow.release();
    await vi.waitFor(() => expect(calls()).toHaveLength(2));
    expect(calls()[1]).toMatchObject({ status: '' });
  });

  it('fails in silence: the answer comes without it', async () => {
    slack.refuse('assistant.threads.setStatus', 'invalid_thread_ts');
    const { address, message } = said();
    await place.handlers.working(address, message);
    await vi.waitFor(() => expect(calls()).toHaveLength(1));
    await channel().send(address, reply, { key: 'k', locale: 'en' });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { SlackAddress } from '../../src/channels/slack/address.ts';
import type { Reply } from '../../src/kit/card.ts';
import { isCoded } from '../../src/lib/errors.ts';
import { fakeSlack } from '../support/fake-slack.ts';
import type { FakeTeam } from '../support/fake-slack-team.ts';
import { stringsAt } from './reading.ts';
import { sendingTo } from './slack-sending.ts';

const slack = await fakeSlack();
const en = { locale: 'en' as const };
const how = { key: 'outbox-1', ...en };

const says = (text: string, more: Partial<Reply<string>> = {}): Reply<string> => ({
  text,
  audience: 'person',
  ...more,
});
const asks = (text: string): Reply<string> =>
  says(text, {
    card: {
      blocks: [
        { type: 'text', text },
        { type: 'actions', buttons: [{ label: 'Yes', action: 'abcdefghijkl' }] },
        {
          type: 'table',
          columns: [{ label: 'Invoice' }],
          rows: [{ cells: ['1'], actions: ['a', 'b'].map((action) => ({ label: action, action })) }],
        },
      ],
    },
  });

async function failure(work: Promise<unknown>) {
  try {
    await work;
  } catch (error) {
    if (isCoded(error)) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('the Slack channel', () => {
  let team: FakeTeam;
  let anna: string;
  let general: string;
  let at: SlackAddress;
  let sending: ReturnType<typeof sendingTo>;
  let count = 0;

  beforeEach(() => {
    team = slack.team(`T${++count}`);
    anna = team.user('UANNA', { name: 'Anna', email: 'anna@nowak.example' });
    general = team.channel('C1', [anna]);
    at = { teamId: team.teamId, userId: anna };
    sending = sendingTo(slack);
    slack.calls.splice(0);
  });

  it('says it in the direct messages, with a text, without previews, under the name the outbox has for it', async () => {
    const posted = await sending.channel.send(at, says('Hello <!channel>'), how);
    const [message] = team.standing(team.dm(anna));
    expect(message).toMatchObject({
      text: 'Hello &lt;!channel&gt;',
      blocks: [{ type: 'section', text: { type: 'plain_text', text: 'Hello <!channel>' } }],
      metadata: { event_type: 'portal_message', event_payload: { key: 'outbox-1' } },
    });
    expect(posted).toEqual({ channelId: team.dm(anna), ts: message!.ts });
    expect(slack.callsOf('chat.postMessage')[0]!.args).toMatchObject({
      ...{ mrkdwn: 'false', parse: 'none', link_names: 'false', unfurl_links: 'false', unfurl_media: 'false' },
    });
  });

  it('looks the direct messages up once', async () => {
    await sending.channel.send(at, says('one'), how);
    await sending.channel.send(at, says('two'), how);
    expect(slack.callsOf('conversations.open')).toHaveLength(1);
  });

  it('looks the direct messages up again when an app installed anew has others', async () => {
    await sending.channel.send(at, says('one'), how);
    team.channels.delete(team.dm(anna));
    await sending.channel.send(at, says('two'), how);
    expect(team.standing(team.dm(anna)).map(({ text }) => text)).toEqual(['two']);
  });

  it('stays in the thread of the direct messages it was asked in', async () => {
    await sending.channel.send({ ...at, threadTs: '1793700000.000001' }, says('Hello'), how);
    expect(team.standing(team.dm(anna))[0]).toMatchObject({ threadTs: '1793700000.000001' });
  });

  it('shows a private answer in a channel to the one person, in the thread', async () => {
    const posted = await sending.channel.send(
      { ...at, channelId: general, threadTs: '1793700000.000001' },
      asks('Pay?'),
      how,
    );
    expect(team.standing(general)).toEqual([]);
    const [message] = team.ephemerals(general, anna);
    expect(message).toMatchObject({ text: 'Pay?', threadTs: '1793700000.000001' });
    expect(posted).toEqual({ channelId: general, ts: message!.ts, ephemeral: true });
  });

  it('shows everybody in the channel what is for everybody', async () => {
    await sending.channel.send({ ...at, channelId: general }, says('Hello all', { audience: 'conversation' }), how);
    expect(team.standing(general)).toMatchObject([{ text: 'Hello all' }]);
  });

  it('writes the place of the conversation beside the press of every button and menu option', async () => {
    const thread = { ...at, channelId: general, threadTs: '1793700000.000001' };
    await sending.channel.send(thread, asks('Pay?'), how);
    const place = `@${general}/1793700000.000001`;
    const values = stringsAt(team.ephemerals(general, anna)[0]!.blocks, ['value']);
    expect(values).toEqual([`abcdefghijkl${place}`, `a${place}`, `b${place}`]);
    await sending.channel.send(at, asks('Pay?'), how);
    expect(stringsAt(team.standing(team.dm(anna))[0]!.blocks, ['value'])).toContain('abcdefghijkl@dm');
  });

  it.each(['user_not_in_channel', 'not_in_channel', 'channel_not_found', 'is_archived', 'messages_tab_disabled'])(
    'goes to the direct messages when the channel can show nothing: %s; the press still acts in the channel',
    async (error) => {
      slack.refuse('chat.postEphemeral', error);
      const posted = await sending.channel.send({ ...at, channelId: general, threadTs: '1.1' }, asks('Pay?'), how);
      const [message] = team.standing(team.dm(anna));
      expect(posted).toEqual({ channelId: team.dm(anna), ts: message!.ts });
      expect(message!.threadTs).toBeUndefined();
      expect(stringsAt(message!.blocks, ['value'])).toContain(`abcdefghijkl@${general}/1.1`);
      await sending.channel.update({ ...at, channelId: general }, posted, says('Paid'), en);
      expect(team.standing(team.dm(anna))).toMatchObject([{ text: 'Paid', edited: true }]);
    },
  );

  it('changes a message in place', async () => {
    const posted = await sending.channel.send(at, asks('Approve?'), how);
    await sending.channel.update(at, posted, says('Approved by Jan'), en);
    expect(team.standing(team.dm(anna))).toMatchObject([{ text: 'Approved by Jan', edited: true }]);
    expect(JSON.stringify(team.standing(team.dm(anna))[0]!.blocks)).not.toContain('abcdefghijkl');
  });

  it('says that a message which is gone can never be changed', async () => {
    const gone = sending.channel.update(at, { channelId: general, ts: '1.1' }, says('Paid'), en);
    expect(await failure(gone)).toMatchObject({ code: 'not_found', reason: 'slack.message_not_found' });
  });

  it('changes an ephemeral message through its own press, and leaves it alone otherwise', async () => {
    const place = { ...at, channelId: general };
    const posted = await sending.channel.send(place, asks('Pay?'), how);
    const [message] = team.ephemerals(general, anna);
    await sending.channel.update(place, posted, says('Paid'), en);
    expect(message).toMatchObject({ text: 'Pay?' });
    const pressed = { responseUrl: team.responseUrl(message!), messageTs: message!.ts };
    await sending.channel.update({ ...place, pressed: { ...pressed, messageTs: '1.1' } }, posted, says('Paid'), en);
    expect(message).toMatchObject({ text: 'Pay?' });
    await sending.channel.update({ ...place, pressed }, posted, says('Paid'), en);
    expect(team.ephemerals(general, anna)).toMatchObject([{ text: 'Paid', edited: true }]);
  });

  it('answers no address but those of Slack, and says when one is used up', async () => {
    const place = { ...at, channelId: general };
    const posted = await sending.channel.send(place, asks('Pay?'), how);
    const [message] = team.ephemerals(general, anna);
    const change = (responseUrl: string) =>
      sending.channel.update({ ...place, pressed: { responseUrl, messageTs: message!.ts } }, posted, says('Paid'), en);
    for (const url of [
      'https://evil.example/x',
      'https://hooks.slack.com.evil.example/x',
      'http://hooks.slack.com/x',
    ]) {
      expect(await failure(change(url))).toMatchObject({ code: 'forbidden', reason: 'slack.response_url' });
    }
    const responseUrl = team.responseUrl(message!);
    for (let use = 0; use < 5; use++) await change(responseUrl);
    expect(await failure(change(responseUrl))).toMatchObject({ code: 'not_found' });
  });

  describe('with files', () => {
    const invoice = { id: 'f1', name: 'FV/2026\\11:007.pdf', type: 'application/pdf', size: 5 };

    beforeEach(() => void sending.files.set(`${anna}/f1`, Buffer.from('%PDF\r\n-x')));

    it('uploads them to the person before the message, under a name no system reads as a path', async () => {
      await sending.channel.send(at, says('Here it is', { files: [invoice] }), how);
      expect(team.shared(team.dm(anna))).toMatchObject([
        { name: 'FV-2026-11-007.pdf', bytes: Buffer.from('%PDF\r\n-x') },
      ]);
      const order = slack.calls.map(({ method }) => method);
      expect(order.indexOf('files.completeUploadExternal')).toBeLessThan(order.indexOf('chat.postMessage'));
    });

    it('puts none into a channel, and says where it is', async () => {
      await sending.channel.send({ ...at, channelId: general }, says('Oto plik', { files: [invoice] }), {
        key: 'k',
        locale: 'pl',
      });
      expect(team.shared(general)).toEqual([]);
      expect(team.shared(team.dm(anna))).toHaveLength(1);
      const shown = JSON.stringify(team.ephemerals(general, anna)[0]!.blocks);
      expect(shown).toContain('Znajdziesz to w naszych wiadomościach prywatnych.');
    });

    it('says nothing where the file may no longer be read', async () => {
      sending.files.clear();
      const send = sending.channel.send(at, says('Here it is', { files: [invoice] }), how);
      expect(await failure(send)).toMatchObject({ code: 'not_found', reason: 'file' });
      expect(team.standing(team.dm(anna))).toEqual([]);
    });

    it.each(['file_uploads_disabled', 'missing_scope', 'file_upload_size_restricted'])(
      'says so where Slack takes none (%s), and does not try again',
      async (error) => {
        slack.refuse('files.getUploadURLExternal', error);
        await sending.channel.send(at, says('Oto plik', { files: [invoice] }), { key: 'k', locale: 'pl' });
        const [message] = team.standing(team.dm(anna));
        expect(message!.text).toBe('Oto plik');
        expect(JSON.stringify(message!.blocks)).toContain('Slack nie przyjął');
      },
    );

    it('waits with the words where Slack takes none just now', async () => {
      slack.refuse('files.getUploadURLExternal', 'internal_error');
      const send = sending.channel.send(at, says('Here it is', { files: [invoice] }), how);
      expect(await failure(send)).toMatchObject({ code: 'unavailable' });
      expect(team.standing(team.dm(anna))).toEqual([]);
    });

    it('uploads nothing for a message over a limit, so that its words do not bring the file a second time', async () => {
      const blocks = Array.from({ length: 51 }, () => ({ type: 'divider' as const }));
      const send = sending.channel.send(at, says('x', { card: { blocks }, files: [invoice] }), how);
      expect(await failure(send)).toMatchObject({ code: 'internal', reason: 'over_limit' });
      expect(slack.calls).toEqual([]);
    });
  });

  it('keeps to one message a second in a channel after a short burst, without asking Slack', async () => {
    for (let n = 0; n < 4; n++) await sending.channel.send(at, says(`${n}`), how);
    const fifth = () => sending.channel.send(at, says('4'), how);
    expect(await failure(fifth())).toMatchObject({ code: 'unavailable', details: { retryAfterMs: 1000, paced: true } });
    expect(slack.callsOf('chat.postMessage')).toHaveLength(4);
    const jan = team.user('UJAN');
    await sending.channel.send({ ...at, userId: jan }, says('not his fault'), how);
    sending.clock.move(999);
    expect(await failure(fifth())).toMatchObject({ details: { retryAfterMs: 1 } });
    sending.clock.move(1);
    await fifth();
    expect(await failure(fifth())).toMatchObject({ details: { retryAfterMs: 1000 } });
  });

  it('finds the direct conversation with somebody who never wrote', () => {
    expect(sending.channel.direct({ tenantId: 'T1', userId: 'U1' })).toEqual({
      conversation: 'slack:T1:U1:dm',
      address: { teamId: 'T1', userId: 'U1' },
    });
  });
});

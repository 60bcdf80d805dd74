import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { conversationOf, webChannel } from '../../../src/channels/web/channel.ts';
import type { Event } from '../../../src/conversation/event.ts';
import { samples } from '../samples.ts';
import { servePage } from './serving.ts';

const USER = 'anna@acme.example';
const CONVERSATION = conversationOf(USER);
let page: Awaited<ReturnType<typeof servePage>>;
beforeEach(async () => {
  page = await servePage();
});
afterEach(() => page.close());

interface News {
  cursor: string;
  busy: boolean;
  items: Record<string, unknown>[];
}

async function news(query: Record<string, string> = {}): Promise<News> {
  const answer = await fetch(`${page.address}/web/messages?${new URLSearchParams({ user: USER, ...query })}`);
  return (await answer.json()) as News;
}

const event = (content: Event['content']): Event => ({
  conversation: CONVERSATION,
  user: { channel: 'web', tenantId: 'demo', userId: USER },
  address: {},
  shared: false,
  at: '2026-11-15T14:05:00.000Z',
  content,
});

it('a reply is shown as text, as in Slack and as in Teams', async () => {
  page.view.reply(CONVERSATION, samples['payment-confirm'], 'pl');
  const [item] = (await news()).items;
  expect(item).toMatchObject({ from: 'assistant', text: samples['payment-confirm'].text, locale: 'pl' });
  expect(item?.plain).toContain('Faktura: FV/2026/11/007');
  expect(item?.slack).toMatchObject({ blocks: [{ type: 'header' }, {}, {}, { type: 'actions' }] });
  expect(item?.teams).toMatchObject({ type: 'AdaptiveCard', lang: 'pl' });
});

it('a change in place comes as the message it changes, newer than it', async () => {
  const seq = page.view.reply(CONVERSATION, samples['payment-confirm']);
  const { cursor, items } = await news();
  page.view.reply(CONVERSATION, samples['file-sent'], 'en', seq);
  const [changed] = (await news({ after: cursor })).items;
  expect(changed?.id).toBe(items[0]?.id);
  expect(Number(changed?.version)).toBeGreaterThan(Number(items[0]?.version));
});

it('says that something is being worked on, and when it is done', async () => {
  await page.view.receive('1', event({ type: 'text', text: 'hello' }));
  const { cursor, busy } = await news();
  expect(busy).toBe(true);
  page.view.done(CONVERSATION);
  expect(await news({ after: cursor, busy: 'true' })).toMatchObject({ busy: false });
});

it('a press is shown by what the button said', async () => {
  page.view.reply(CONVERSATION, samples['invoices-list']);
  await page.view.receive('1', event({ type: 'press', press: 'pay-all' }));
  expect((await news()).items).toContainEqual(expect.objectContaining({ kind: 'press', label: 'Pay all' }));
});

describe('while there is nothing to tell', () => {
  it('the request waits, and ends when the channel sends', async () => {
    const { cursor } = await news();
    const waiting = news({ after: cursor, busy: 'false' });
    page.view.reply(CONVERSATION, samples['file-sent']);
    await webChannel(page.bell, () => undefined).send({ userId: USER }, samples['file-sent'], {
      key: 'k',
      locale: 'en',
    });
    expect((await waiting).items).toHaveLength(1);
  });

  it('others are not woken', async () => {
    const stop = new AbortController();
    let woken = false;
    const waiting = page.bell.wait(conversationOf('emily@acme.example'), 60_000, stop.signal).then(() => {
      woken = true;
    });
    page.bell.ring(CONVERSATION);
    await Promise.resolve();
    expect(woken).toBe(false);
    stop.abort();
    await waiting;
  });

  it('the service can stop, and answers', async () => {
    const { cursor } = await news();
    const wait = vi.spyOn(page.bell, 'wait');
    const waiting = news({ after: cursor, busy: 'false' });
    await vi.waitFor(() => expect(wait).toHaveBeenCalled());
    await page.close();
    expect((await waiting).items).toEqual([]);
  });
});

it.each([{ user: '' }, { user: USER, after: "1:1:'; DROP TABLE inbox" }, { user: USER, busy: 'maybe' }])(
  'a question that the page does not ask is refused: %o',
  async (query) => {
    const answer = await fetch(`${page.address}/web/messages?${new URLSearchParams(query as Record<string, string>)}`);
    expect(answer.status).toBe(400);
  },
);

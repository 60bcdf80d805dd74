import { randomUUID } from 'node:crypto';
import type { Event } from '../src/conversation/event.ts';
import type { Button, Reply } from '../src/kit/card.ts';
import { type ChatUser, crowd } from './crowd.ts';
import { type Books, overdueNumber, TENANTS } from './generate-load.ts';
import type { Timing } from './measure.ts';
import type { World } from './world.ts';

interface Answer {
  /** From handing the event to the engine until its reply reached the channel. */
  ms: number;
  reply: Reply<string>;
}

/** One turn: sends the text or press and waits for its reply. */
async function turn(world: World, { userId }: ChatUser, content: Event['content']): Promise<Answer> {
  const began = performance.now();
  const answered = world.arrivals.next(userId).then((reply) => ({ ms: performance.now() - began, reply }));
  await world.conversations.receive(randomUUID(), {
    conversation: userId,
    user: { channel: TENANTS.slack.platform, tenantId: TENANTS.slack.tenant, userId },
    address: { conversation: userId },
    shared: false,
    at: new Date().toISOString(),
    content,
  });
  return answered;
}

/** "Show my overdue invoices", by people of the accounts. */
export function lists(world: World, accounts: readonly string[], times: number, atOnce: number): Promise<Timing> {
  return crowd(world, { accounts, times, atOnce, turns: 1 }, async (user) => {
    const { ms, reply } = await turn(world, user, { type: 'text', text: 'show my overdue invoices' });
    if (!reply.card?.blocks.some(({ type }) => type === 'table'))
      throw new Error(`expected a list, got: ${reply.text}`);
    return ms;
  });
}

/** Pays overdue invoices, each once: says it, presses the confirmation, is told that it is paid. */
export function payer(world: World, books: readonly Books[]) {
  const next = new Map(books.map((of) => [of.id, { of, nth: 0 }]));
  let paid = 0;
  function nextNumber(account: string): string {
    const at = next.get(account)!;
    at.nth += 1;
    return overdueNumber(at.of, at.nth - 1);
  }
  return {
    paid: () => paid,
    pay(times: number, atOnce: number): Promise<Timing> {
      const accounts = books.map(({ id }) => id);
      return crowd(world, { accounts, times, atOnce, turns: 2 }, async (user) => {
        const asked = await turn(world, user, { type: 'text', text: `pay invoice ${nextNumber(user.account)}` });
        const done = await turn(world, user, { type: 'press', press: mainButton(asked.reply) });
        paid += 1;
        return asked.ms + done.ms;
      });
    },
  };
}

type Pressable = Extract<Button<string>, { action: string }>;

/** What the reply's main button does. Throws where it has none, with what it says instead. */
function mainButton({ text, card }: Reply<string>): string {
  const buttons = (card?.blocks ?? []).flatMap((block) => (block.type === 'actions' ? block.buttons : []));
  const main = buttons.find((button): button is Pressable => 'action' in button && button.style === 'primary');
  if (!main) throw new Error(`expected a confirmation, got: ${text}`);
  return main.action;
}

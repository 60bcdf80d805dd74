import { randomUUID } from 'node:crypto';
import { repertoire as ours } from '../../dialogs/index.ts';
import { engineOf } from '../../src/app/engine.ts';
import { UNDERSTANDING } from '../../src/app/folders.ts';
import { renderText } from '../../src/channels/text.ts';
import type { Channel, Profile } from '../../src/conversation/channel.ts';
import { type Event, textContent } from '../../src/conversation/event.ts';
import type { Learning } from '../../src/conversation/learning.ts';
import { dispatchNotices } from '../../src/conversation/notices.ts';
import { createConversations } from '../../src/conversation/service.ts';
import type { ConversationStore } from '../../src/conversation/store.ts';
import { conversationStore } from '../../src/db/conversation-store.ts';
import { noticeStore } from '../../src/db/notice-store.ts';
import { outboxStore } from '../../src/db/outbox-store.ts';
import { sqlOn } from '../../src/db/sql.ts';
import type { Button, Reply } from '../../src/kit/card.ts';
import type { Repertoire } from '../../src/kit/dialog.ts';
import type { Help } from '../../src/kit/help.ts';
import type { SecondLook } from '../../src/kit/understood.ts';
import { recogniseContact } from '../../src/portal/identity.ts';
import type { Portal } from '../../src/portal/open.ts';
import type { PortalServices } from '../../src/portal/operation.ts';
import { loadUnderstanding } from '../../src/understanding/index.ts';
import type { PeopleOf } from './account.ts';
import type { World } from './portal.ts';

/** What stands in a chat: the reply as it is now, changes in place included. */
export interface Message {
  key: string;
  reply: Reply<string>;
}

const understand = loadUnderstanding(UNDERSTANDING);

/** What stands in the chats outlives a process, as on a real platform. */
const standing = new WeakMap<object, Map<string, Message[]>>();

interface TalkOptions {
  services?: Partial<PortalServices>;
  repertoire?: Repertoire<Portal>;
  /** What looks again at what the local engine is unsure of, and what is kept of it. */
  secondLook?: SecondLook;
  learning?: Learning;
  help?: Help;
  /** What else the service does where somebody's access ended. */
  accessEnded?(accountId: string): void;
  /** Stands between the engine and its store, e.g. to break at a chosen place. */
  through?(store: ConversationStore): ConversationStore;
}

/** People talking with the real engine, the real portal and the real understanding, over a channel that keeps messages. */
export async function talkIn(
  world: World,
  {
    services = {},
    repertoire = ours,
    secondLook,
    learning,
    help,
    through = (store) => store,
    ...further
  }: TalkOptions = {},
) {
  const { database, clock } = world;
  const { system } = database.pools;
  const sql = sqlOn(system);
  const chats = standing.get(world.database) ?? new Map<string, Message[]>();
  standing.set(world.database, chats);
  const profiles = new Map<string, Profile>();
  const channel: Channel = {
    async send(address, reply, { key }) {
      const chat = chats.get(String(address.conversation)) ?? [];
      chats.set(String(address.conversation), [...chat, { key, reply }]);
      return { index: chat.length };
    },
    async update(address, posted, reply) {
      const chat = chats.get(String(address.conversation))!;
      chat[Number(posted.index)] = { ...chat[Number(posted.index)]!, reply };
    },
    direct: ({ userId }) => ({ conversation: `web:demo:${userId}`, address: { conversation: `web:demo:${userId}` } }),
    profile: async ({ userId }) => profiles.get(userId) ?? { kind: 'member' },
  };
  const channels = { web: channel };
  const engine = engineOf({
    ...{ sql, channels, repertoire },
    services: { ...world.services, ...services },
    ...{ understand: await understand, secondLook, learning, help },
  });
  const outbox = outboxStore(system);
  const sending = { outbox, channels, clock, log: world.services.log };
  const conversations = createConversations(engine, through(conversationStore(database.pools)), sending, 4);
  const notices = noticeStore(system, (...who) => recogniseContact(sql, ...who));

  /** Waits until everything said has been answered, everybody concerned told, and all of it delivered. */
  async function settle(): Promise<void> {
    await conversations.idle();
    await dispatchNotices({ engine, store: notices, deliver: conversations.deliver, ...further });
    await conversations.idle();
  }

  async function link(account: PeopleOf, name: string): Promise<void> {
    const owner = database.pools.owner;
    await owner.query(
      `INSERT INTO allowed_tenant ("accountId", platform, "tenantId") VALUES ($1, 'web', 'demo') ON CONFLICT DO NOTHING`,
      [account.id],
    );
    await owner.query(
      `INSERT INTO chat_link ("accountId", "contactId", platform, "tenantId", "userId", email)
       SELECT "accountId", id, 'web', 'demo', email, email FROM contact WHERE id = $1 ON CONFLICT DO NOTHING`,
      [account.person(name)],
    );
  }

  /** Somebody in a direct chat, or in a place others share. The clock moves with everything they do. */
  function talker(userId: string, place: string | undefined) {
    const conversation = place ? `web:demo:${userId}:${place}` : `web:demo:${userId}`;
    const shared = place !== undefined;
    const messages = () => chats.get(conversation) ?? [];
    const last = () => messages().at(-1)!;

    const event = (content: Event['content']): Event => ({
      ...{ conversation, shared, content },
      user: { channel: 'web', tenantId: 'demo', userId },
      address: { conversation },
      at: clock.now().toISOString(),
    });

    async function send(content: Event['content'], key: string = randomUUID()): Promise<Message[]> {
      clock.move(1000);
      const before = messages().length;
      await conversations.receive(key, event(content));
      clock.move(1000);
      await settle();
      return messages().slice(before);
    }

    function find(label: string, among = [...messages()].reverse()): string {
      for (const { reply } of among) {
        const found = buttonsOf(reply).find((button) => button.label === label);
        if (found && 'action' in found) return found.action;
      }
      const seen = buttonsOf(last().reply).map((button) => button.label);
      throw new Error(`no button "${label}"; the last message has: ${seen.join(', ') || 'none'}`);
    }

    return {
      userId,
      conversation,
      messages,
      last,
      /** What they do as the channel would hand it over; for `conversations.receive` and its like. */
      event,
      /** Does anything a channel can hand over. */
      does: send,
      /** Types a text; resolves with the new messages once everything is answered. */
      says: (text: string, key?: string) => send(textContent(text), key),
      /** Presses the newest button with that label (and fills in the form beside it). */
      presses: (label: string, values?: Record<string, string>) =>
        send({ type: 'press', press: find(label), ...(values && { values }) }),
      /** Presses a button by its id, e.g. one kept from an older message. */
      pressesId: (press: string, key?: string) => send({ type: 'press', press }, key),
      button: find,
      /** The newest message as plain text, card and buttons and all. */
      sees: () => renderText(last().reply),
      /** The labels of the newest message's buttons. */
      buttons: () => buttonsOf(last().reply).map(({ label }) => label),
    };
  }

  return {
    conversations,
    settle,
    /** Holds a conversation as another replica would that serves it. */
    exclusively: conversationStore(database.pools).exclusively,
    /** A person of the account, linked, in a direct chat or in a place others share. */
    async person(account: PeopleOf, name: string, { place }: { place?: string } = {}) {
      await link(account, name);
      return talker(account.email(name), place);
    },
    /** Somebody whom no link names (yet), as the platform's directory knows them. */
    visitor(userId: string, { place, profile }: { place?: string; profile?: Profile } = {}) {
      if (profile) profiles.set(userId, profile);
      return talker(userId, place);
    },
  };
}

export type Talk = Awaited<ReturnType<typeof talkIn>>;
export type Talker = Awaited<ReturnType<Talk['person']>>;

function buttonsOf({ card }: Reply<string>): Button<string>[] {
  return (card?.blocks ?? []).flatMap((block): readonly Button<string>[] => {
    if (block.type === 'actions') return block.buttons;
    if (block.type === 'form') return [{ ...block.submit, label: block.open ?? block.submit.label }];
    return block.type === 'table' ? block.rows.flatMap(({ actions }) => actions ?? []) : [];
  });
}

import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { assertCard } from '../../src/channels/teams/assert.ts';
import { cardFaults } from './card-faults.ts';

export type Body = Readonly<Record<string, unknown>>;

export interface FakePerson {
  tenantId: string;
  /** The object id in the tenant's directory. */
  userId: string;
  /** What Teams calls the person to this app. */
  memberId: string;
  name: string;
  userPrincipalName: string;
  /** Of the personal chat with the app. */
  conversationId: string;
  /** Whether the personal app is there. */
  installed: boolean;
  /** What the directory says besides. */
  more: Body;
}

/** What stands in a conversation, as it was sent or updated last. */
interface FakeMessage {
  id: string;
  conversationId: string;
  activity: Body;
  updates: number;
}

interface Refusal {
  status: number;
  code: string;
}

/** Says no as the connector does: a status with the name of the error. */
export class TeamsRefusal extends Error {
  readonly refusal: Refusal;

  constructor(status: number, code: string) {
    super(code);
    this.refusal = { status, code };
  }
}

const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';
const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';

/** The chats of one app, and what the connector does with them (docs: Bot Connector REST API). */
export function fakeConnector(appId: string) {
  let count = 0;
  const people: FakePerson[] = [];
  const groups = new Map<string, { tenantId: string; members: FakePerson[]; left: boolean }>();
  const messages: FakeMessage[] = [];
  const deleted: string[] = [];
  const typing: string[] = [];

  const personal = (id: string) => people.find(({ conversationId }) => conversationId === id);
  /** A channel's thread is its channel with the first message behind it. */
  const group = (id: string) => groups.get(id.split(';')[0] ?? id);

  function open(conversationId: string): void {
    const person = personal(conversationId);
    const chat = group(conversationId);
    if (!person && !chat) throw new TeamsRefusal(404, 'ConversationNotFound');
    if (person ? !person.installed : chat?.left) throw new TeamsRefusal(403, 'BotNotInConversationRoster');
  }

  function check(conversationId: string, activity: Body): void {
    const attachments = (activity.attachments ?? []) as { contentType: string; content: Body }[];
    const { text = '', summary = '' } = activity as { text?: string; summary?: string };
    if (!text.trim() && attachments.length === 0) throw new Error('a message without a text or a card');
    // What a list of chats and a notification show of a card.
    if (attachments.length > 0 && !text.trim() && !summary.trim()) throw new Error('a card without a summary');
    for (const { contentType, content } of attachments) {
      if (contentType === CONSENT && !personal(conversationId))
        throw new Error('a consent card outside a personal chat');
      if (contentType !== ADAPTIVE) continue;
      assertCard(content as unknown as IAdaptiveCard);
      const [fault] = cardFaults(content);
      if (fault) throw new Error(`a card that can't be read: ${fault}`);
    }
    if (Buffer.byteLength(JSON.stringify(activity)) > 28 * 1024) throw new TeamsRefusal(413, 'MessageSizeTooBig');
  }

  return {
    people,
    messages,
    /** Ids of messages that were deleted. */
    deleted,
    /** Conversations that were shown that somebody types, in order. */
    typing,
    /** Somebody with the personal app, unless told otherwise. */
    person(userId: string, { tenantId = 'tenant-a', installed = true, name = userId, ...more }: Body = {}): FakePerson {
      const person = {
        ...{ tenantId: String(tenantId), userId, installed: installed === true, name: String(name), more },
        ...{ memberId: `29:${tenantId}:${userId}`, conversationId: `a:${tenantId}:${userId}` },
        userPrincipalName: String(more.userPrincipalName ?? `${userId}@${tenantId}.example`),
      };
      people.push(person);
      return person;
    },
    /** A group chat, or a channel, that the app is in. */
    group(id: string, members: FakePerson[]): string {
      groups.set(id, { tenantId: members[0]?.tenantId ?? 'tenant-a', members, left: false });
      return id;
    },
    /** The app is taken out of a group chat or a team. */
    leave(id: string): void {
      const chat = groups.get(id);
      if (chat) chat.left = true;
    },
    standing: (conversationId: string) => messages.filter((one) => one.conversationId === conversationId),

    create(body: Body): Body {
      const {
        members = [],
        tenantId,
        channelData,
        bot,
      } = body as {
        members?: { id: string }[];
        tenantId?: string;
        channelData?: { tenant?: { id?: string } };
        bot?: { id?: string };
      };
      const tenant = tenantId ?? channelData?.tenant?.id;
      if (!tenant || members.length !== 1) throw new TeamsRefusal(400, 'BadSyntax');
      if (bot?.id && bot.id !== `28:${appId}`) throw new TeamsRefusal(400, 'BadArgument');
      const [member] = members;
      const person = people.find(
        (one) => one.tenantId === tenant && [one.memberId, one.userId].includes(member?.id ?? ''),
      );
      if (!person?.installed) throw new TeamsRefusal(403, 'BotNotInConversationRoster');
      return { id: person.conversationId };
    },
    send(conversationId: string, activity: Body): Body {
      open(conversationId);
      const id = String(1_793_700_000_000 + ++count);
      if (activity.type === 'typing') {
        typing.push(conversationId);
        return { id };
      }
      check(conversationId, activity);
      messages.push({ id, conversationId, activity, updates: 0 });
      return { id };
    },
    update(conversationId: string, id: string, activity: Body): Body {
      open(conversationId);
      const message = messages.find((one) => one.id === id && one.conversationId === conversationId);
      if (!message) throw new TeamsRefusal(404, 'ActivityNotFoundInConversation');
      check(conversationId, activity);
      message.activity = activity;
      message.updates += 1;
      return { id };
    },
    remove(conversationId: string, id: string): Body {
      open(conversationId);
      const at = messages.findIndex((one) => one.id === id && one.conversationId === conversationId);
      if (at < 0) throw new TeamsRefusal(404, 'ActivityNotFoundInConversation');
      messages.splice(at, 1);
      deleted.push(id);
      return {};
    },
    member(conversationId: string, id: string): Body {
      open(conversationId);
      const own = personal(conversationId);
      const found = (own ? [own] : (group(conversationId)?.members ?? [])).find(
        ({ memberId, userId }) => memberId === id || userId === id,
      );
      if (!found) throw new TeamsRefusal(404, 'MemberNotFoundInConversation');
      const { memberId, name, userId, tenantId, userPrincipalName, more } = found;
      const [givenName, surname] = name.split(' ');
      const directory = { userPrincipalName, email: userPrincipalName, givenName, surname, userRole: 'user' };
      return { id: memberId, name, aadObjectId: userId, objectId: userId, tenantId, ...directory, ...more };
    },
  };
}

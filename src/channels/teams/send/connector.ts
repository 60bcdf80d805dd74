import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Clock } from '../../../lib/clock.ts';
import { CodedError, isCoded } from '../../../lib/errors.ts';
import type { TeamsApp } from '../app.ts';
import { refused } from './errors.ts';
import type { TrustedHosts } from './hosts.ts';
import { type Answer, request } from './http.ts';
import { appTokens } from './login.ts';
import { createPace } from './pace.ts';

/** Where something is said, and to whom: what Teams wants to be told again with everything that is sent unasked. */
export interface Chat {
  serviceUrl: string;
  conversationId: string;
  tenantId: string;
  botId?: string | undefined;
  /** The person of a personal chat. */
  userId?: string | undefined;
  memberId?: string | undefined;
}

/** What an activity of ours says. */
export type Said = Pick<
  Partial<Activity>,
  'type' | 'text' | 'textFormat' | 'summary' | 'locale' | 'attachments' | 'suggestedActions'
>;

const memberSchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  aadObjectId: z.string().nullish(),
  objectId: z.string().nullish(),
  tenantId: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  userRole: z.string().nullish(),
});

/** A person as the conversation's roster has them. `email` is not read: anybody may put anything there. */
export type Member = z.infer<typeof memberSchema>;

/**
 * What we use of the Bot Connector (learn.microsoft.com/azure/bot-service/rest-api: API reference), each call made once
 * and within ten seconds. Throws CodedError as `refused` has it; `unavailable` `teams.unreachable` where no answer came,
 * `teams.paced` where none was asked for; `forbidden` `teams.foreign_service_url` for an address that gets no token.
 */
export interface TeamsConnector {
  /** Resolves with the message's id; undefined where Teams took it and did not say, so that it is not said again. */
  send(chat: Chat, said: Said): Promise<string | undefined>;
  update(chat: Chat, activityId: string, said: Said): Promise<void>;
  remove(chat: Chat, activityId: string): Promise<void>;
  /** The personal chat with a person (`29:...` or their object id), made where there is none: its id. */
  createPersonal(of: { serviceUrl: string; tenantId: string; memberId: string; botId?: string }): Promise<string>;
  member(chat: Chat, userId: string): Promise<Member>;
  /** Throws as `send` would where there is no room for `count` messages now. */
  check(chat: Chat, count: number): void;
}

interface Deps {
  /** `anonymous` sends no token: to a playground on this machine alone. */
  app: TeamsApp | 'anonymous';
  hosts: TrustedHosts;
  clock: Clock;
}

const made = z.object({ id: z.string().min(1).max(500) });

export function teamsConnector({ app, hosts, clock }: Deps): TeamsConnector {
  const tokens = app === 'anonymous' ? undefined : appTokens(app, clock);
  const pace = createPace(clock);

  async function ask(url: URL, method: Method, body?: object): Promise<Answer> {
    const token = await tokens?.get();
    const headers = {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json; charset=utf-8' }),
    };
    const answer = await request(url, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    if (answer.status === 401 && token !== undefined) tokens?.drop(token);
    return answer;
  }

  /** A token that ended early is renewed, once; nothing was done with the refused one. */
  async function call({ operation, serviceUrl, path, method, body }: Call): Promise<unknown> {
    const base = hosts.connector(serviceUrl.replace(/\/*$/, '/'));
    const url = new URL(`v3/conversations${path}`, base);
    let answer = await ask(url, method, body);
    if (answer.status === 401 && tokens) answer = await ask(url, method, body);
    if (!answer.ok) throw refused(answer, operation, operation === 'send' || operation === 'update');
    return answer.body;
  }

  async function within(chat: Chat, what: Omit<Call, 'serviceUrl' | 'path'> & { at: string }): Promise<unknown> {
    const { at, ...rest } = what;
    const path = `/${encodeURIComponent(chat.conversationId)}${at}`;
    if (rest.operation !== 'member') pace.take(chat.conversationId);
    try {
      return await call({ ...rest, serviceUrl: chat.serviceUrl, path });
    } catch (error) {
      const ms = isCoded(error, 'unavailable') ? error.details.retryAfterMs : undefined;
      if (typeof ms === 'number') pace.rest(chat.conversationId, ms);
      throw error;
    }
  }

  return {
    async send(chat, said) {
      const body = whole(chat, said);
      const answer = await within(chat, { operation: 'send', method: 'POST', at: '/activities', body });
      return made.safeParse(answer).data?.id;
    },
    async update(chat, activityId, said) {
      const body = { ...whole(chat, said), id: activityId };
      await within(chat, { operation: 'update', method: 'PUT', at: activityPath(activityId), body });
    },
    async remove(chat, activityId) {
      await within(chat, { operation: 'remove', method: 'DELETE', at: activityPath(activityId) });
    },
    async createPersonal({ serviceUrl, tenantId, memberId, botId }) {
      const channelData = { tenant: { id: tenantId } };
      const bot = botId ?? (app === 'anonymous' ? undefined : `28:${app.appId}`);
      const members = [{ id: memberId }];
      const body = { isGroup: false, ...(bot && { bot: { id: bot } }), members, tenantId, channelData };
      const answer = await call({ operation: 'create', serviceUrl, path: '', method: 'POST', body });
      return read(made, answer).id;
    },
    member: async (chat, userId) =>
      read(
        memberSchema,
        await within(chat, { operation: 'member', method: 'GET', at: `/members/${encodeURIComponent(userId)}` }),
      ),
    check: ({ conversationId }, count) => pace.check(conversationId, count),
  };
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

interface Call {
  operation: 'send' | 'update' | 'remove' | 'create' | 'member';
  serviceUrl: string;
  path: string;
  method: Method;
  body?: object;
}

const activityPath = (activityId: string): string => `/activities/${encodeURIComponent(activityId)}`;

/** With all that a proactive message is recognised by. */
const whole = ({ conversationId, tenantId, botId, userId, memberId }: Chat, said: Said): object => ({
  ...said,
  channelId: 'msteams',
  conversation: { id: conversationId, tenantId, ...(userId && { conversationType: 'personal' }) },
  ...(botId && { from: { id: botId } }),
  ...(userId && { recipient: { ...(memberId && { id: memberId }), aadObjectId: userId } }),
  channelData: { tenant: { id: tenantId } },
});

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const { success, data } = schema.safeParse(body);
  if (!success) throw new CodedError('unavailable', 'teams.unreadable');
  return data;
}

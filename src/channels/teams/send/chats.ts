import type { Clock } from '../../../lib/clock.ts';
import { CodedError, isCoded } from '../../../lib/errors.ts';
import type { TeamsAddress } from '../address.ts';
import type { Chat, TeamsConnector } from './connector.ts';
import { isGone } from './errors.ts';
import type { Reference, ReferenceStore } from './store.ts';

/** The personal chats with people. */
export interface PersonalChats {
  /**
   * Does something in the personal chat with a person: the one they were last found in, else the one they wrote in, else
   * one that is made. Where Teams says that the app is not there any more, their reference ends.
   * @throws CodedError `not_found` `teams.no_personal_chat` where there is none to be had; and what `work` throws
   */
  within<T>(to: TeamsAddress, work: (chat: Chat) => Promise<T>): Promise<T>;
  /** Does something where a message stands; ends the reference as `within` does. */
  at<T>(to: TeamsAddress, stands: { serviceUrl: string; conversationId: string }, work: Work<T>): Promise<T>;
}

type Work<T> = (chat: Chat) => Promise<T>;

interface Deps {
  connector: Pick<TeamsConnector, 'createPersonal'>;
  references: ReferenceStore;
  clock: Clock;
}

export function personalChats({ connector, references, clock }: Deps): PersonalChats {
  async function create(to: TeamsAddress, known: Reference | undefined): Promise<Chat> {
    const { tenantId, userId } = to;
    const serviceUrl = to.serviceUrl ?? known?.serviceUrl ?? (await references.serviceUrlOf(tenantId));
    if (!serviceUrl || known?.endedAt) throw noChat();
    const at = clock.now();
    const memberId = to.memberId ?? known?.memberId ?? userId;
    const botId = to.botId ?? known?.botId;
    try {
      const asked = { serviceUrl, tenantId, memberId, ...(botId && { botId }) };
      const conversationId = await connector.createPersonal(asked);
      await references.seen({ ...to, serviceUrl, conversationId }, at);
      return chatOf(to, { serviceUrl, conversationId });
    } catch (error) {
      if (isCoded(error, 'forbidden') || isCoded(error, 'not_found')) throw noChat(error);
      throw error;
    }
  }

  /** Where the person may be, the likeliest first. After an end they may have come back a moment ago, so that is tried. */
  function candidates(to: TeamsAddress, known: Reference | undefined): Chat[] {
    const places = [...(known && !known.endedAt ? [known] : []), to];
    const chats = places.flatMap(({ serviceUrl, conversationId }) =>
      serviceUrl && conversationId ? [chatOf({ ...known, ...to }, { serviceUrl, conversationId })] : [],
    );
    return chats.filter(
      ({ conversationId }, i) => chats.findIndex((one) => one.conversationId === conversationId) === i,
    );
  }

  async function within<T>(to: TeamsAddress, work: Work<T>): Promise<T> {
    const at = clock.now();
    const known = await references.find(to.tenantId, to.userId);
    const [first, ...others] = candidates(to, known);
    if (!first) return work(await create(to, known));
    let gone: CodedError | undefined;
    for (const chat of [first, ...others]) {
      try {
        const result = await work(chat);
        const { serviceUrl, conversationId } = chat;
        if (gone || known?.endedAt) await references.seen({ ...to, serviceUrl, conversationId }, at);
        return result;
      } catch (error) {
        if (!isGone(error)) throw error;
        gone = error;
      }
    }
    await references.end(to.tenantId, to.userId, at);
    throw gone;
  }

  return {
    within,
    async at(to, stands, work) {
      const at = clock.now();
      try {
        return await work(chatOf(to, stands));
      } catch (error) {
        if (isGone(error)) await references.end(to.tenantId, to.userId, at);
        throw error;
      }
    },
  };
}

const noChat = (cause?: unknown) => new CodedError('not_found', 'teams.no_personal_chat', {}, cause);

const chatOf = (
  { tenantId, userId, memberId, botId }: TeamsAddress,
  where: { serviceUrl: string; conversationId: string },
): Chat => ({ ...where, tenantId, userId, memberId, botId });

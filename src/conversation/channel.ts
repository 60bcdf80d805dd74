import type { Reply } from '../kit/card.ts';
import type { Locale } from '../lib/locale.ts';

/** Where a channel finds a place again; its own form, kept with the conversation. */
export type Address = Readonly<Record<string, unknown>>;

/** A conversation, and where to send what is said in it. */
export interface Place {
  conversation: string;
  address: Address;
}

/** What a platform calls a message that stands there, for changing it in place. */
export type Posted = Readonly<Record<string, unknown>>;

/**
 * How the engine speaks on a platform. Throws CodedError `unavailable` when sending is worth trying again (with
 * `details.retryAfterMs` where the platform says when), anything else when it never will be.
 */
export interface Channel {
  /** `key` is the outbox's name for the message, for platforms that have a place for it. */
  send(address: Address, reply: Reply<string>, how: { key: string; locale: Locale }): Promise<Posted>;
  update(address: Address, posted: Posted, reply: Reply<string>, how: { locale: Locale }): Promise<void>;
  /** The direct conversation with a chat user, whether or not they ever wrote. */
  direct(user: { tenantId: string; userId: string }): Place;
}

export type ChannelName = 'slack' | 'teams' | 'web';
export type Channels = Readonly<Partial<Record<ChannelName, Channel>>>;

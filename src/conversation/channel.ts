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

/** Who a chat user is by the platform's own word. */
export interface Profile {
  /** `guest`: not a full member; `stranger`: of another workspace or organization. */
  kind: 'member' | 'guest' | 'bot' | 'stranger';
  /** The display name, as they chose it. */
  name?: string;
  /** The e-mail address that the platform's directory vouches for. */
  email?: string;
  /** What the profile's language is, as far as it is one of ours. */
  locale?: Locale;
  /** What people call the workspace or organization. */
  tenantName?: string;
}

/**
 * How the engine speaks on a platform. Throws CodedError `unavailable` when sending is worth trying again (with
 * `details.retryAfterMs` where the platform says when, and `details.paced` where it was not even asked, to stay within
 * its limits), anything else when it never will be.
 */
export interface Channel {
  /** `key` is the outbox's name for the message, for platforms that have a place for it. */
  send(address: Address, reply: Reply<string>, how: { key: string; locale: Locale }): Promise<Posted>;
  update(address: Address, posted: Posted, reply: Reply<string>, how: { locale: Locale }): Promise<void>;
  /**
   * The direct conversation with a chat user, whether or not they ever wrote.
   * @param near an address of theirs, where they did: it may say more of where they are than their name does
   */
  direct(user: { tenantId: string; userId: string }, near?: Address): Place;
  /** Looked up when somebody is to become known; left out where everybody is a member of one place. */
  profile?(user: { tenantId: string; userId: string }, near?: Address): Promise<Profile>;
}

export type ChannelName = 'slack' | 'teams' | 'web';
export type Channels = Readonly<Partial<Record<ChannelName, Channel>>>;

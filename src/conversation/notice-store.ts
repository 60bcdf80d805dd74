import type { About } from '../kit/card.ts';
import type { Locale } from '../lib/locale.ts';
import type { ChatUser, Recognised } from '../portal/identity.ts';
import type { Address } from './channel.ts';
import type { OutgoingReply } from './store.ts';

/** Something an operation wrote down for a person, not yet delivered. */
export interface WaitingNotice {
  id: string;
  accountId: string;
  contactId: string;
  locale: string | null;
  kind: string;
  about?: About;
  details: Record<string, unknown>;
}

/** A message about a matter that stands in some chat. */
export interface PostedCopy {
  seq: string;
  conversation: string;
  user: ChatUser;
  address: Address;
  accountId: string;
  contactId: string;
  locale: string;
}

export interface Delivery extends OutgoingReply {
  conversation: string;
  user: ChatUser;
  address: Address;
  locale: Locale;
  /** The message it changes in place. */
  replaces?: string;
}

/** Notices, chat links and posted copies; src/db implements it. */
export interface NoticeStore {
  /** Runs `work` while no other process tells notices: what is told of a matter keeps the order it was written in. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** The oldest notices that wait, of those written after the one with this id, a bounded number of them. */
  waiting(after: string): Promise<WaitingNotice[]>;
  chatsOf(accountId: string, contactId: string): Promise<ChatUser[]>;
  /** The newest standing of every copy of the matter's card. */
  copiesOf(about: About): Promise<PostedCopy[]>;
  /** Every message posted to a contact, in whatever chat, that has something to press as it stands now. */
  copiesWithButtons(accountId: string, contactId: string): Promise<PostedCopy[]>;
  /** Somebody by contact, for whom a mail is written; undefined when they have no access any more. */
  readerOf(accountId: string, contactId: string, locale: Locale): Promise<Recognised | undefined>;
  /** Writes the messages and marks the notice as done, in one transaction, unless somebody else has. */
  done(
    notice: WaitingNotice,
    deliveries: readonly Delivery[],
    mail: { to: string; subject: string; text: string } | undefined,
    at: Date,
  ): Promise<void>;
}

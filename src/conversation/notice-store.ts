import type { About } from '../kit/card.ts';
import type { NoticeDetails } from '../kit/dialog.ts';
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
  /** The person's, else the account's. */
  timeZone: string;
  /** What the person has set of being told; topics that are not here are on. */
  settings: readonly { topic: string; enabled: boolean; snoozedUntil: string | null }[];
  kind: string;
  about?: About;
  details: NoticeDetails;
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
  /**
   * The oldest notices that are to be told now, of those written after the one with this id, a bounded number of them.
   * `only` and `but` are kinds.
   */
  waiting(of: { after: string; now: Date; only?: string[]; but?: string[] }): Promise<WaitingNotice[]>;
  /** What waits of the same kind for the same person, this one among it, until now or longer; oldest first. */
  alike(notice: WaitingNotice): Promise<Pick<WaitingNotice, 'id' | 'details'>[]>;
  /** Has it wait until then. */
  hold(notice: WaitingNotice, until: Date): Promise<void>;
  /** The chats somebody is linked in, the one they used last first. */
  chatsOf(accountId: string, contactId: string): Promise<ChatUser[]>;
  /** The newest standing of every copy of the matter's card. */
  copiesOf(about: About): Promise<PostedCopy[]>;
  /** Every message posted to a contact, in whatever chat, that has something to press as it stands now. */
  copiesWithButtons(accountId: string, contactId: string): Promise<PostedCopy[]>;
  /** Somebody by contact, for whom a mail is written; undefined when they have no access any more. */
  readerOf(accountId: string, contactId: string, locale: Locale): Promise<Recognised | undefined>;
  /** Writes the messages and marks the notice as done, and `merged` with it, in one transaction, unless somebody else has. */
  done(
    notice: WaitingNotice,
    merged: readonly string[],
    deliveries: readonly Delivery[],
    mail: { to: string; subject: string; text: string } | undefined,
    at: Date,
  ): Promise<void>;
}

import type { Reply } from '../kit/card.ts';
import type { Action } from '../kit/dialog.ts';
import type { Locale } from '../lib/locale.ts';
import type { Place } from './channel.ts';
import type { Event } from './event.ts';
import type { ConversationState } from './state.ts';

/** The oldest event that is not done, with the state it meets. */
export interface Work {
  seq: string;
  event: Event;
  attempts: number;
  receivedAt: Date;
  /** How many texts came in here within the minute that ends with this event, it among them; at most a hundred. */
  lately: number;
  version: number;
  state: ConversationState;
}

/** A button as it is stored: what it does, for whom, and in which message it stands. */
export interface StoredPress {
  id: string;
  conversation: string;
  accountId: string;
  contactId: string;
  outboxKey: string;
  action: BoundAction;
  used: boolean;
}

/** An action with the frame and the confirmation it was shown with. */
export type BoundAction = Action & { frame?: string; offered?: string };

/** What is taken out again: texts as they came in, and what a pattern finds wherever a part was repeated since. */
export interface Wipe {
  inbox: readonly string[];
  pattern: string;
}

/** So begin the keys of messages whose buttons act for their own account, whichever is worked for: notices' cards. */
export const OWN_ACCOUNT = 'notice:';

export interface OutgoingReply {
  /** Unique: the same reply written twice is one. */
  key: string;
  reply: Reply<string>;
  /** Whom it is said to; absent when nobody was recognised: then no button is stored either. */
  person?: { accountId: string; contactId: string };
  presses: readonly { id: string; action: BoundAction }[];
  /** Where it goes when not where it was asked for: what is to stay goes to the direct messages. */
  place?: Place;
}

/** Everything a turn leaves behind, written in one transaction. */
export interface TurnEnd {
  work: Work;
  version: number;
  state: ConversationState;
  at: Date;
  locale: Locale;
  /** Who works here, for which account; absent where that stays as it was. */
  person?: { accountId: string; contactId: string };
  replies: readonly OutgoingReply[];
  /** Messages whose buttons no longer do anything: they are changed in place to show none. */
  spent: readonly string[];
  /** Another account is worked for: all buttons here lose their power, but for those in messages whose keys begin so. */
  expirePresses?: { sparing: string };
  /** Parts of a card number, to be taken out of everything that was kept of them. */
  wipe?: Wipe;
}

/** What the engine keeps, durable and shared by all replicas; src/db implements it. */
export interface ConversationStore {
  /** Writes an event down; false when the platform repeated it. One insert. */
  accept(key: string, event: Event, receivedAt: Date): Promise<boolean>;
  /** Replaces what an event says, while it waits and no effect was begun for it; false when it does not (any more). */
  amend(key: string, event: Event): Promise<boolean>;
  /** Marks an event as done that still waits, no effect begun: it is not served. */
  withdraw(key: string, at: Date): Promise<void>;
  /** Runs `work` while no other process serves the conversation. */
  exclusively<T>(conversation: string, work: (session: Session) => Promise<T>): Promise<T>;
  /** Conversations that have events not done, e.g. after a crash. */
  conversationsWaiting(): Promise<string[]>;
}

export interface Session {
  next(): Promise<Work | undefined>;
  /** Saves the state before an effect, by compare-and-set. Throws `conflict` when another has saved since. */
  mark(work: Work, state: ConversationState): Promise<void>;
  finish(end: TurnEnd): Promise<void>;
  /** Counts a failed try, so that an event that can't be served is given up and not the whole conversation. */
  failed(work: Work): Promise<void>;
  press(id: string): Promise<StoredPress | undefined>;
  /** When the message was delivered; undefined while it was not. */
  deliveredAt(outboxKey: string): Promise<Date | undefined>;
  /** The texts of this conversation since a moment, up to and with the event being served, oldest first. */
  texts(work: Work, since: Date): Promise<{ seq: string; text: string; at: Date }[]>;
  /** What was said here lately to and by this contact, oldest first; nothing of another account they worked for before. */
  history(contactId: string, limit: number): Promise<{ from: 'person' | 'assistant'; text: string }[]>;
}

import type { Reply } from '../kit/card.ts';
import type { Locale } from '../lib/locale.ts';
import type { Address, ChannelName, Posted } from './channel.ts';

/** A message that is to be sent, or to replace one that stands there. */
export interface Outgoing {
  seq: string;
  key: string;
  channel: ChannelName;
  address: Address;
  reply: Reply<string>;
  locale: Locale;
  attempts: number;
  createdAt: Date;
  /** Not before. */
  nextAt: Date;
  /** The message it changes in place, as it stands now: posted, tried again at `waitsUntil`, or neither, given up. */
  replaces?: { posted?: Posted; waitsUntil?: Date };
  /** A newer change of the same message stands behind it. */
  superseded: boolean;
}

/** The outbox as the sender sees it; src/db implements it. */
export interface OutboxStore {
  /** Runs `work` while no other process sends for the conversation. */
  exclusively<T>(conversation: string, work: (box: Box) => Promise<T>): Promise<T>;
  /** Conversations with something to send at `now`. */
  conversationsDue(now: Date): Promise<string[]>;
}

export interface Box {
  /** The first that waits behind `seq`, due or not. */
  next(seq: string): Promise<Outgoing | undefined>;
  sent(seq: string, posted: Posted, at: Date): Promise<void>;
  later(seq: string, nextAt: Date, error: string): Promise<void>;
  failed(seq: string, error: string): Promise<void>;
}

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
  /** The message it changes in place; `posted` absent when that one never got out. */
  replaces?: { posted?: Posted };
}

/** The outbox as the sender sees it; src/db implements it. */
export interface OutboxStore {
  /** Runs `work` while no other process sends for the conversation. */
  exclusively<T>(conversation: string, work: (box: Box) => Promise<T>): Promise<T>;
  /** Conversations with something to send at `now`. */
  conversationsDue(now: Date): Promise<string[]>;
}

export interface Box {
  /** What waits, in order, due or not. */
  waiting(): Promise<Outgoing[]>;
  sent(seq: string, posted: Posted, at: Date): Promise<void>;
  later(seq: string, nextAt: Date, error: string): Promise<void>;
  failed(seq: string, error: string): Promise<void>;
}

import type { Event } from '../../conversation/event.ts';
import type { OutgoingReply } from '../../conversation/store.ts';
import type { Locale } from '../../lib/locale.ts';

/** What a person wrote or pressed, as the inbox keeps it. */
export interface SeenEvent {
  seq: string;
  /** ISO 8601. */
  at: string;
  content: Event['content'];
  /** What the pressed button said; null when it was no press, or its message is gone. */
  label: string | null;
  done: boolean;
}

/** A delivered message, or with `replaces` how an earlier one reads now. */
export interface SeenReply {
  seq: string;
  at: string;
  reply: OutgoingReply['reply'];
  locale: Locale;
  replaces: string | null;
}

/** What became of a conversation since a moment: rows that are new, and rows that have changed. */
export interface News {
  /** That moment's successor. */
  cursor: string;
  events: readonly SeenEvent[];
  replies: readonly SeenReply[];
  /** Something is being worked on or on its way. */
  busy: boolean;
}

export interface DemoAccount {
  name: string;
  people: readonly { name: string; email: string; roles: readonly string[] }[];
}

/** The page's reading of the database; src/db implements it. */
export interface WebView {
  /** Without `since` the end of the conversation. @param since a `cursor` given before */
  news(conversation: string, since?: string): Promise<News>;
  /** Everybody active, by account. */
  people(): Promise<DemoAccount[]>;
}

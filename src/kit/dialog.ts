import type { IsoDate } from '../lib/dates.ts';
import type { Locale, Localized } from '../lib/locale.ts';
import type { Topic } from '../lib/topic-words.ts';
import type { About, Block, Card, FileRef } from './card.ts';
import type { IntentName, SlotName, Slots } from './contract.ts';
import type { Help } from './help.ts';

/** What a frame holds of a dialog: what was said, never the things themselves, which are read afresh each turn. */
export interface FrameSlots extends Slots {
  /** The exact thing a button was about; typed text never gives one. */
  ref?: string;
  /** Where the page before ended. */
  after?: string;
}

/** What a button or a form does when it is pressed. It has no more power than typing the same would have. */
export type Action =
  /** A wish of its own. With `digest`: the card it stands on was the confirmation, if it still shows the same. */
  | { do: 'start'; intent: IntentName; slots?: FrameSlots; digest?: string }
  /** A value for the dialog that shows the button; a form's fields are added to `slots`. */
  | { do: 'fill'; slots?: FrameSlots }
  | { do: 'affirm' }
  | { do: 'deny' };

/** A reply as a dialog writes it. Private unless it says otherwise. */
export interface Draft {
  text: string;
  card?: Card<Action>;
  audience?: 'person' | 'conversation';
  about?: About;
  files?: readonly FileRef[];
}

/** The list shown last, for "the second one", "next" and "and the closed ones?". */
export interface Shown {
  kind:
    | 'invoice'
    | 'payment'
    | 'due'
    | 'order'
    | 'contract'
    | 'method'
    | 'plan'
    | 'person'
    | 'invitation'
    | 'role_request'
    | 'account'
    | 'record';
  intent: IntentName;
  slots: FrameSlots;
  /** What each row is, in order: a number, an e-mail or an id, as the dialogs of that kind take it. */
  refs: readonly string[];
  /** Where the next page begins, when there is one. */
  next?: string;
  /** What was looked at since, of the list or not: "pay it". */
  focus?: string;
  /** The list of another kind that was shown before it. */
  before?: Omit<Shown, 'before'>;
}

/** What a dialog sees of the world. `P` is the portal's door for the person asking. */
export interface Context<P> {
  portal: P;
  locale: Locale;
  timeZone: string;
  now: Date;
  /** The calendar date now in the account's time zone. */
  today: IsoDate;
  person: { id: string; name: string; email: string };
  account: { id: string; name: string };
  /** All accounts this person may work for. */
  accounts: readonly { id: string; name: string }[];
  shown?: Shown;
  /** Turns of this conversation before this one, oldest first, for handing over to a person. */
  history(): Promise<readonly { from: 'person' | 'assistant'; text: string }[]>;
  /** Makes another of `accounts` the one this chat user works for; what was open here is dropped. */
  chooseAccount(accountId: string): Promise<void>;
  /**
   * Sends a one-time code that links this chat user to whoever has the e-mail; what to tell the person about it, the
   * same whether or not anybody has. `key` as in `run`: repeated it sends one.
   */
  askCode(email: string, key: string): Promise<string>;
  /** Every dialog there is, for the menu. */
  dialogs: readonly AnyDialog<P>[];
  /** The portal's help, general and nobody's data. */
  help: Help;
}

/** What became of a slot once what was said was looked up. */
export type Resolution<V> =
  /** `pinned` replaces what was said, where that would mean something else later ("the second one" of another list). */
  | { value: V; pinned?: FrameSlots }
  /** Nothing was said yet: it is asked for (or left out, when optional). */
  | { missing: true }
  /** What was said does not fit or is not clear: the reply says why and asks again; what was said is forgotten. */
  | { again: Question }
  /** The dialog can't go on: the reply says why. */
  | { stop: Draft };

export interface Slot<P, V, Optional extends boolean = boolean> {
  /** The contract's slots that say it; giving one of them anew replaces all of them. */
  takes: readonly (keyof FrameSlots)[];
  optional?: Optional;
  resolve(ctx: Context<P>, said: FrameSlots, before: Record<string, unknown>): Promise<Resolution<V>> | Resolution<V>;
  /** How it is asked for; `awaiting` is what a bare value then means. Not needed where optional. */
  ask?(ctx: Context<P>, before: Record<string, unknown>): Promise<Question> | Question;
}

export interface Question extends Draft {
  awaiting: SlotName;
  /** The list the question shows, for "the second one". */
  shown?: Shown;
}

export interface Confirmation extends Draft {
  /** Everything that was shown and would be done; confirming is bound to it. */
  shows: unknown;
  /** What the button that does it says, e.g. "Pay PLN 1,250.50". */
  yes: string;
  danger?: true;
  /** Further ways on, e.g. another method. */
  instead?: readonly { label: string; action: Action }[];
  /** A further way on that has more to say than a button can, e.g. another amount; shown where it is asked for. */
  form?: Extract<Block<Action>, { type: 'form' }> & { open: string };
}

/** How a change is taken back; `asks` is what is confirmed where that dialog asks for no confirmation of its own. */
interface TakenBack {
  intent: IntentName;
  slots: FrameSlots;
  asks?: string;
}

export interface Outcome {
  replies: readonly Draft[];
  shown?: Shown;
  /** The dialog that takes it back, or why it can't be and what can be done instead. */
  undo?: TakenBack | { impossible: string };
  /** What comes next by itself. */
  then?: { intent: IntentName; slots: FrameSlots };
}

// biome-ignore lint/suspicious/noExplicitAny: slots of every kind of value stand in one record
export type AnySlot<P> = Slot<P, any>;
export type SlotsOf<P> = Record<string, AnySlot<P>>;

/** The looked-up values of a dialog's slots; an optional one may be undefined. */
type Values<S> = {
  // biome-ignore lint/suspicious/noExplicitAny: only the value's type is taken out
  [K in keyof S]: S[K] extends Slot<any, infer V, infer O> ? (O extends true ? V | undefined : V) : never;
};

export interface Dialog<P, Perm extends string, S extends SlotsOf<P>, T extends object> {
  intent: IntentName;
  /** What the person must hold; the portal decides, this is for the menu and for refusing early. */
  permission?: Perm;
  /** One line for the menu, e.g. "Show invoices"; left out, it is not on the menu. */
  title?: Localized;
  /** Whether it only reads: a message shortcut's text may start it. */
  reads?: true;
  slots: S;
  texts: Localized<T>;
  /** What is shown before anything is changed; undefined means there is nothing to confirm this time. */
  confirm?(ctx: Context<P>, values: Values<S>, texts: T): Promise<Confirmation | undefined> | Confirmation | undefined;
  /**
   * Does it. `key` (frame id and step) makes every change in it happen once: after a crash it is called again with the
   * same values (so they are plain JSON) and the same key.
   */
  run(
    ctx: Context<P>,
    values: Values<S>,
    how: { texts: T; key: string; slots: FrameSlots },
  ): Promise<Outcome> | Outcome;
}

// biome-ignore lint/suspicious/noExplicitAny: a registry holds dialogs of all shapes
export type AnyDialog<P> = Dialog<P, string, any, any>;

/** How a matter (a payment, an invitation, a role request) looks to one person now: the card every copy of it shows. */
export interface Matter<P> {
  kind: About['kind'];
  card(ctx: Context<P>, id: string): Promise<Draft | undefined>;
}

/** What an operation wrote down with a notice. */
export type NoticeDetails = Record<string, unknown>;

/** How something a person is told reads; undefined when it is no longer worth telling, or not theirs to see any more. */
export interface NoticeText<P> {
  kind: string;
  /** What it reminds of: it waits while the person has that snoozed, and is not told where they have switched it off. */
  topic?(details: NoticeDetails): Topic | undefined;
  /**
   * It can wait: it keeps to the person's working hours and to the chat they used last, and what waits of its kind by
   * then is one message, with these details.
   * @param waiting the details of each, oldest first
   */
  merge?(waiting: readonly NoticeDetails[]): NoticeDetails;
  /** Whoever can be reached in no chat is not told by mail either. */
  chatOnly?: true;
  render(ctx: Context<P>, notice: { about?: About; details: NoticeDetails }): Promise<Draft | undefined>;
}

/** One thing of the home page that may need the person's attention. */
export interface HomePart<P> {
  /** What the part is, as its heading and when it could not be read. */
  title: Localized;
  /** What the person must hold; the portal decides, this is for not asking it in vain, which it would write down. */
  permission: string;
  /** A few lines, where there is something; each press only starts a dialog, a confirmation on it confirms nothing. */
  render(ctx: Context<P>): Promise<readonly Block<Action>[] | undefined>;
}

/** A text somebody could begin with, offered where a platform has a place for it. */
export interface Prompt {
  /** What it is understood as; it is offered to whoever may do that. */
  intent: IntentName;
  title: Localized;
  message: Localized;
}

/** Everything people can ask for and be told, as dialogs/index.ts lists it. */
export interface Repertoire<P> {
  dialogs: readonly AnyDialog<P>[];
  matters: readonly Matter<P>[];
  notices: readonly NoticeText<P>[];
  home: {
    parts: readonly HomePart<P>[];
    /** What people come for most, offered to whoever may do it. */
    first: readonly IntentName[];
    prompts: readonly Prompt[];
  };
}

import type { Event } from '../../../conversation/event.ts';
import type { Conversations } from '../../../conversation/service.ts';
import type { SlackAddress, Team } from '../address.ts';

/** Who did something, and where: what every handler of an interaction is told. */
interface Done {
  address: SlackAddress;
  /** Somebody of another workspace (Slack Connect): is shown nothing. */
  stranger: boolean;
  /** When, by Slack's clock. */
  at: Date;
}

/** A button of a message that opens a form. */
export interface FormPress extends Done {
  /** The inbox's name for it, should it become an event after all. */
  key: string;
  /** What the button's `value` named: the press's id; `address` has its place. */
  press: string;
  /** Opens a modal, once, for three seconds. */
  triggerId: string;
}

/** A modal that was submitted. Its `address` is the direct messages: the message's own place stands in `metadata`. */
export interface FormSubmission extends Done {
  /** The inbox's name for it: of each attempt its own, of a repeated request the same. */
  key: string;
  viewId: string;
  /** The view's `private_metadata`, as it was given when the modal was opened. */
  metadata: string;
  /** By block id, which is the field's name; of several choices, joined by commas; empty fields are ''. */
  values: Readonly<Record<string, string>>;
}

export interface HomeOpened {
  address: SlackAddress;
  tab: 'home' | 'messages';
  /** Of the direct messages with the app, which the event names. */
  channelId: string;
}

/** The end of an installation: in a team, or in the whole organisation. */
export interface InstallationEnd {
  team: Team;
  /** It was the organisation's installation, for all of its workspaces. */
  organization: boolean;
  /** When it happened by Slack's clock, which is in whole seconds: what was installed later stays. */
  at: Date;
}

/** What came too late to be taken in; `text` says so in both languages. */
export interface Busy {
  address: SlackAddress;
  text: string;
  /** Answers only the person, where Slack gave one; from Slack or the configured API host. */
  responseUrl?: string;
}

/**
 * What receiving needs of the others. Of all these only `receive`, `amend`, `withdraw`, `submitForm` and
 * `ended` are awaited before Slack is answered; the rest starts after it, and its failures are logged.
 */
export interface SlackHandlers extends Pick<Conversations, 'amend' | 'withdraw'> {
  /** `Conversations.receive`. */
  receive(key: string, event: Event, abandoned: () => boolean): Promise<boolean>;
  /** Opens a form at once (action id `form:...`); nothing of it is in the inbox. A failure is told as busy. */
  openForm(press: FormPress): Promise<void>;
  /**
   * Checks a submission (callback id `form`) field by field and, where nothing is wrong, gives it to the conversation
   * under its key, with `abandoned`. Returns what was wrong by block id, for the open modal; undefined closes it.
   */
  submitForm(submission: FormSubmission, abandoned: () => boolean): Promise<Record<string, string> | undefined>;
  homeOpened(opened: HomeOpened): Promise<void>;
  /** A text in the direct messages was taken in: time for a status. `message` is the text, in the app's own channel. */
  working(address: SlackAddress, message: { channelId: string; ts: string }): Promise<void>;
  /** The app was uninstalled, or the bot's token revoked. */
  ended(what: InstallationEnd): Promise<void>;
  busy(busy: Busy): Promise<void>;
}

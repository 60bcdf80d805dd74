import type { Event } from '../../../conversation/event.ts';
import type { Conversations } from '../../../conversation/service.ts';
import type { Locale } from '../../../lib/locale.ts';
import type { TeamsAddress, TeamsPlace } from '../address.ts';

/** Somebody who did something, and may be answered: what every handler of an invoke is told. */
export interface Speaker {
  /** Their personal chat, as far as it is known. */
  address: TeamsAddress;
  /** Where they did it, when others read along there. */
  place?: TeamsPlace;
  /** Somebody of another organization: is shown nothing. */
  stranger: boolean;
  /** The language of their Teams, where it is one of ours. */
  locale?: Locale;
  /** When, by Teams' clock. */
  at: Date;
}

/** The app was added: for a person, or to a group chat or a team by somebody. */
export interface Installed {
  /** `members`: told by who came into the chat. Teams tells of the installation itself beside it, with the language. */
  by: 'installation' | 'members';
  address: TeamsAddress;
  place?: TeamsPlace;
  /** Not always told: then what is said is best said in both languages. */
  locale?: Locale;
  at: Date;
}

/** The app was taken away from a person, or out of a group chat or a team. */
export interface Removed {
  address: TeamsAddress;
  place?: TeamsPlace;
  at: Date;
}

/** Somebody was answered in their personal chat although they spoke, or pressed, where others read along. */
export interface Elsewhere {
  address: TeamsAddress;
  place: TeamsPlace;
  /** A press was already told so, in Teams' own way; only who has no personal app needs more. */
  by: 'text' | 'press';
  /** Somebody of another organization, who can't have the personal app. */
  stranger: boolean;
  locale?: Locale;
}

/** An invoke `composeExtension/NAME`: the message extension asks. */
export interface ExtensionCall extends Speaker {
  /** `query`, `selectItem`, `fetchTask`, `submitAction`, ... */
  name: string;
  /** As Teams sent it, unread. */
  value: unknown;
}

/** A press on the consent card of a file, always in the personal chat. */
export interface FileConsent extends Speaker {
  /** The inbox's name for it; of a repeated request the same. */
  key: string;
  /** What the consent card was made with, unread. */
  context: unknown;
  /** The consent card itself, for taking it away. */
  activityId?: string;
  /** Present when accepted: where the bytes go, and what Teams then calls the file. */
  upload?: { url: string; contentUrl: string; name: string; uniqueId: string; fileType: string };
}

/** A card that asks for its current form, by itself (`refresh.userIds`) or by the menu above it. */
export interface CardRefresh extends Speaker {
  /** The posted card. */
  activityId?: string;
  /** What the card's refresh action was made with, unread. */
  data: Readonly<Record<string, unknown>>;
}

/**
 * What receiving needs of the others. Of all these `receive`, `amend`, `withdraw`, `installed` and `removed` are awaited
 * before Teams is answered, so each is one quick statement; `search` and `refresh` are the answer, read and change
 * nothing. The rest starts after the answer, and its failures are logged.
 */
export interface TeamsHandlers extends Pick<Conversations, 'amend' | 'withdraw'> {
  /** `Conversations.receive`. */
  receive(key: string, event: Event, abandoned: () => boolean): Promise<boolean>;
  /** Told once or several times of one installation: the welcome is said once. */
  installed(installed: Installed): Promise<void>;
  removed(removed: Removed): Promise<void>;
  /** The message extension's answer, the body of the invoke's response. */
  search(call: ExtensionCall): Promise<object>;
  /** The card (an AdaptiveCard) as this person may see it now. */
  refresh(refresh: CardRefresh): Promise<object>;
  /** Somebody did something: their address as Teams has it now; with `conversationId`, the personal chat. */
  seen(address: TeamsAddress): Promise<void>;
  /** A text in the personal chat was taken in: time to show that somebody types. */
  working(address: TeamsAddress): Promise<void>;
  elsewhere(elsewhere: Elsewhere): Promise<void>;
  fileConsent(consent: FileConsent): Promise<void>;
}

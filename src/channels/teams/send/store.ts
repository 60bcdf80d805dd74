import type { Reply } from '../../../kit/card.ts';
import type { Locale } from '../../../lib/locale.ts';
import type { TeamsAddress } from '../address.ts';

/** Where a person was last found; with `endedAt`, the app is not there any more. */
export interface Reference extends TeamsAddress {
  endedAt?: Date;
}

/** Where people are found in Teams, apart from any account. */
export interface ReferenceStore {
  find(tenantId: string, userId: string): Promise<Reference | undefined>;
  /** Where the tenant's part of Teams is spoken to, by whoever was seen there last. */
  serviceUrlOf(tenantId: string): Promise<string | undefined>;
  /**
   * The person did something, or the app was added for them: writes what is new. Heard of in the personal chat (with
   * `conversationId`), they are found there again, whatever ended before `at`.
   */
  seen(address: TeamsAddress, at: Date): Promise<void>;
  /** The app was taken away up to `at`; what was heard of the personal chat after that still holds. */
  end(tenantId: string, userId: string, at: Date): Promise<void>;
}

/** Consent cards that were answered, by the name that each was made under. */
export interface ConsentStore {
  /** True for the one who serves the answer now; after two minutes without an end, for another. */
  claim(id: string, at: Date): Promise<boolean>;
  /** It was served, for good. */
  answered(id: string, at: Date): Promise<void>;
  /** It was not: the card may be answered again. */
  release(id: string): Promise<void>;
}

/** What was said to one person, as it stands now. */
export interface StandingCards {
  /** In the conversation, by what Teams calls the message; undefined for what never stood there or was wiped. */
  find(conversation: string, activityId: string): Promise<{ reply: Reply<string>; locale: Locale } | undefined>;
}

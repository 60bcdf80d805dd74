import type { Locale } from '../../../lib/locale.ts';
import type { Team } from '../address.ts';

/** A person of a workspace, whose home page it is. */
export interface HomeOwner extends Team {
  userId: string;
}

/** Who opened their home page, and what stands there. A workspace and a user name the page. */
export interface HomeStore {
  /** The person opened it: it is kept current from now on. `locale` is what to speak with somebody who has set none. */
  opened(owner: HomeOwner, locale: Locale, at: Date): Promise<void>;
  /** What stands there is `digest` of a view; without one it is not known to be any. */
  find(teamId: string, userId: string): Promise<{ owner: HomeOwner; locale: Locale; digest?: string } | undefined>;
  published(owner: HomeOwner, digest: string): Promise<void>;
  /** Those who were or are linked to the account and opened their page, who last opened it first; at most `most`. */
  ofAccount(accountId: string, most: number): Promise<{ teamId: string; userId: string }[]>;
  /** It is not kept current any more: the app or the person is gone. */
  forget(owner: HomeOwner): Promise<void>;
}

import type { Tx } from '../db/prisma.ts';
import type { Ids } from '../lib/clock.ts';
import type { IsoDate } from '../lib/dates.ts';
import type { Locale } from '../lib/locale.ts';
import type { People, Person } from './people/directory.ts';
import type { Permission } from './policy.ts';

/** `hosted`: every payment goes to the provider's page (PRODUCT.md section 3). */
export type PaymentMode = 'on-file' | 'hosted';

/** Where the operation was asked for; stands in the audit trail. */
export type Via = 'slack' | 'teams' | 'web' | 'cli' | 'job' | 'page';

export interface AuditEntry {
  action: string;
  /** What it was done to, e.g. `invoice:INV-1042`; never a secret. */
  object?: string;
  outcome: 'done' | 'refused' | 'failed';
  details?: Record<string, unknown>;
}

/** Something a person is told in chat or by mail once the transaction has committed. `key` makes a repeat one notice. */
export interface NoticeDraft {
  to: string;
  kind: string;
  key: string;
  about?: { kind: 'payment' | 'invitation' | 'role_request'; id: string };
  details?: Record<string, unknown>;
}

export interface MailDraft {
  to: string;
  subject: string;
  text: string;
  /** The invitation whose page `{{link}}` in the text stands for; its token is derived when the mail is sent. */
  linkId?: string;
  attachments?: readonly { name: string; type: string; bytes: Uint8Array }[];
}

/** What any work in one account has in hand, a person's or a job's: one transaction, the present moment. */
export interface AccountScope {
  readonly tx: Tx;
  readonly account: { id: string; name: string; timeZone: string; supportEmail: string };
  /** Everybody of the account, read on first use in this transaction. */
  people(): Promise<People>;
  readonly now: Date;
  /** The calendar date now in the account's time zone. */
  readonly today: IsoDate;
  readonly ids: Ids;
  readonly via: Via;
  readonly payments: PaymentMode;
  /** What invitations' tokens are derived from. */
  readonly secretsKey: Buffer;
  /** Whom payments are made to. */
  readonly payee: string;
  audit(entry: AuditEntry): void;
  notify(...notices: NoticeDraft[]): Promise<void>;
  mail(draft: MailDraft): Promise<void>;
  /** The next number of a kind in this account: 1001, 1002, ... */
  count(name: 'payment' | 'case' | 'redemption'): Promise<number>;
}

/** What one operation of a person has in hand besides. */
export interface Scope extends AccountScope {
  /** The person asking, as read in this transaction. */
  readonly actor: Person;
  readonly locale: Locale;
  /** A changing operation's key (frame id and step); absent in reading ones. */
  readonly key: string | undefined;
  may(permission: Permission): boolean;
  /**
   * Holds the actor to deciding only what another person asked for, as a manager or standing in for one (section 2).
   * Throws `forbidden` with `own_request` or `not_a_decider`.
   */
  requireOver(requesterId: string): Promise<void>;
}

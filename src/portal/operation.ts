import type { z } from 'zod';
import type { Database } from '../db/database.ts';
import type { Clock, Ids } from '../lib/clock.ts';
import type { Logger } from '../lib/logger.ts';
import type { AuditHeads } from './audit/heads.ts';
import type { Permission } from './policy.ts';
import type { PaymentGateway } from './ports.ts';
import type { PaymentMode, Scope, Via } from './scope.ts';

/** What the portal layer is built on, made once in app.ts. */
export interface PortalServices {
  db: Pick<Database, 'tenantTransaction'>;
  clock: Clock;
  ids: Ids;
  log: Logger;
  gateway: PaymentGateway;
  payments: PaymentMode;
  audit: { key: Buffer; heads: AuditHeads };
  /** Derives an invitation's token, so that only its hash is stored (section 6). */
  secretsKey: Buffer;
  /** Whom payments are made to, as people are shown before they approve one. */
  payee: string;
  /** Called after a commit that wrote notices or mails, so that they leave at once; a job finds what this misses. */
  afterCommit(): void;
  /** Called after a commit that changed something of the account, so that what shows it is drawn anew. Must not wait. */
  changed(accountId: string): void;
}

/** After the commit, outside any transaction: long work on what was reserved, and short transactions of its own. */
export interface Completion {
  services: PortalServices;
  accountId: string;
  contactId: string;
  via: Via;
}

interface Common<I extends z.ZodType, R> {
  permission: Permission;
  /** It decides about something another person asked for: `handle` calls `scope.requireOver`. */
  over?: true;
  input: I;
  handle(scope: Scope, input: z.output<I>): Promise<R>;
}

/** Reads, and changes nothing. */
export interface ReadOperation<I extends z.ZodType, R> extends Common<I, R> {
  kind: 'read';
}

/**
 * Changes something, once per key: its result is stored with the effect and a repeat gets it back, so it must be plain
 * JSON. `complete` then runs after the commit, every time, and must itself be safe to repeat.
 */
export interface ChangeOperation<I extends z.ZodType, R, O> extends Common<I, R> {
  kind: 'change';
  /** Waits for every other change of the account's people and money, before anything is read, people among it. */
  exclusive?: true;
  complete?(after: Completion, result: R): Promise<O>;
}

// biome-ignore lint/suspicious/noExplicitAny: a registry holds operations of every input and result
export type AnyOperation = ReadOperation<any, any> | ChangeOperation<any, any, any>;

/** Declares a reading operation; without a permission and an input schema it does not compile. */
export const reading = <I extends z.ZodType, R>(operation: Omit<ReadOperation<I, R>, 'kind'>): ReadOperation<I, R> => ({
  ...operation,
  kind: 'read',
});

/** Declares a changing operation; the door asks for a `key` beside its input. */
export const changing = <I extends z.ZodType, R, O = R>(
  operation: Omit<ChangeOperation<I, R, O>, 'kind'>,
): ChangeOperation<I, R, O> => ({ ...operation, kind: 'change' });

type Method<T> =
  T extends ReadOperation<infer I, infer R>
    ? (input: z.input<I>) => Promise<R>
    : T extends ChangeOperation<infer I, infer _R, infer O>
      ? (input: z.input<I> & { key: string }) => Promise<O>
      : never;

export type Registry = Record<string, Record<string, AnyOperation>>;

/** The door's typed shape: `portal.invoices.list({ status: 'overdue' })`. */
export type PortalOf<R extends Registry> = { readonly [M in keyof R]: { readonly [O in keyof R[M]]: Method<R[M][O]> } };

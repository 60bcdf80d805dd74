import { randomBytes, randomUUID } from 'node:crypto';

/** The present moment, passed in so that tests decide it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Where ids and secrets come from, passed in so that tests decide them. */
export interface Ids {
  uuid(): string;
  /** A URL-safe secret of `bytes` random bytes. */
  token(bytes: number): string;
}

export const systemIds: Ids = { uuid: () => randomUUID(), token: (bytes) => randomBytes(bytes).toString('base64url') };

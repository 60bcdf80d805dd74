import { randomFillSync, randomUUID } from 'node:crypto';

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

export const systemIds: Ids = { uuid: () => randomUUID(), token: (bytes) => random(bytes).toString('base64url') };

/** Drawn from the system in pieces: a reply has a token for each of its buttons. What was given out is wiped. */
const pool = Buffer.alloc(4096);
let left = 0;

function random(bytes: number): Buffer {
  if (bytes > pool.length) return randomFillSync(Buffer.alloc(bytes));
  if (left < bytes) {
    randomFillSync(pool);
    left = pool.length;
  }
  left -= bytes;
  const drawn = pool.subarray(left, left + bytes);
  const copy = Buffer.from(drawn);
  drawn.fill(0);
  return copy;
}

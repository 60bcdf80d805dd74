import type { Query } from '../../lib/sql.ts';
import type { ChatUser } from '../identity.ts';
import { COUNTED_MS } from './limits.ts';

/** Wrong proofs until a code is dead (PRODUCT.md section 7). */
const TRIES = 5;

/** What became of a proof. `left`: tries with the newest open code. `none`: no code was asked for lately. */
export type Verdict =
  | { right: true; email: string }
  | { right: false; why: 'wrong'; left: number; email: string }
  | { right: false; why: 'too_many' | 'expired' | 'used'; email: string }
  | { right: false; why: 'none' };

interface Row {
  id: string;
  email: string;
  codeHash: string;
  tries: number;
  expiresAt: Date;
  usedAt: Date | null;
  tryKey: string | null;
}

/**
 * Tries a proof with the chat user's own codes; the right one uses it up, a wrong one counts on the newest open code.
 * In a transaction: two at once take turns.
 * @param key the event's: served again it counts once, and what was right stays right
 */
export async function tryProof(
  tx: Query,
  { channel, tenantId, userId }: ChatUser,
  proof: string,
  key: string,
  now: Date,
): Promise<Verdict> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `code:${JSON.stringify([channel, tenantId, userId])}`,
  ]);
  const since = new Date(now.getTime() - COUNTED_MS);
  const { rows } = await tx.query<Row>(OWN, [channel, tenantId, userId, since]);
  const isOpen = ({ usedAt, tries, expiresAt }: Row) => !usedAt && tries < TRIES && expiresAt > now;
  const match = rows.find(({ codeHash }) => codeHash === proof);
  if (match) {
    const { email, usedAt, tries, tryKey } = match;
    if (usedAt) return tryKey === key ? { right: true, email } : { right: false, why: 'used', email };
    if (tries >= TRIES) return { right: false, why: 'too_many', email };
    if (!isOpen(match)) return { right: false, why: 'expired', email };
    await tx.query(USE, [now, match.id, key, channel, tenantId, userId, email]);
    return { right: true, email };
  }
  const counted = rows.find(({ tryKey }) => tryKey === key);
  const newest = counted ?? rows.find(isOpen);
  if (!newest) return closed(rows.find(({ usedAt }) => !usedAt));
  const tries = counted ? counted.tries : newest.tries + 1;
  if (!counted) await tx.query('UPDATE link_code SET tries = $2, "tryKey" = $3 WHERE id = $1', [newest.id, tries, key]);
  const { email } = newest;
  return tries < TRIES
    ? { right: false, why: 'wrong', left: TRIES - tries, email }
    : { right: false, why: 'too_many', email };
}

/** @param last the newest code that was not used */
function closed(last: Row | undefined): Verdict {
  if (!last) return { right: false, why: 'none' };
  return { right: false, why: last.tries >= TRIES ? 'too_many' : 'expired', email: last.email };
}

/** Ends a code that others have read, whether or not it is open; a proof that is no code of theirs ends nothing. */
export async function endCode(
  system: Query,
  { channel, tenantId, userId }: ChatUser,
  proof: string,
  now: Date,
): Promise<void> {
  await system.query(
    `UPDATE link_code SET "usedAt" = $5
     WHERE platform = $1 AND "tenantId" = $2 AND "userId" = $3 AND "codeHash" = $4 AND "usedAt" IS NULL`,
    [channel, tenantId, userId, proof, now],
  );
}

const OWN = `
  SELECT id, email, "codeHash", tries, "expiresAt", "usedAt", "tryKey" FROM link_code
  WHERE platform = $1 AND "tenantId" = $2 AND "userId" = $3 AND "createdAt" > $4 ORDER BY "createdAt" DESC, id`;

// The others sent to the same address have done their work too.
const USE = `
  UPDATE link_code SET "usedAt" = $1, "tryKey" = CASE WHEN id = $2 THEN $3 ELSE "tryKey" END
  WHERE platform = $4 AND "tenantId" = $5 AND "userId" = $6 AND email = $7 AND "usedAt" IS NULL`;

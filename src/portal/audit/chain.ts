import { createHmac } from 'node:crypto';
import { canonical } from '../../lib/json.ts';
import type { Query } from '../../lib/sql.ts';
import type { AuditEntry, Via } from '../scope.ts';

/** One record as it is hashed and stored; `chain` is an account's id or `system`. */
export interface AuditRecord {
  chain: string;
  seq: number;
  /** ISO 8601, milliseconds, UTC. */
  at: string;
  actorKind: 'contact' | 'operator' | 'system' | 'invitee';
  actorId: string | null;
  action: string;
  object: string | null;
  channel: Via;
  outcome: AuditEntry['outcome'];
  details: Record<string, unknown>;
  prevHash: string;
}

export interface Head {
  chain: string;
  seq: number;
  hash: string;
}

/** The HMAC that links a record to the one before it; the same bytes however the database keeps its JSON. */
export function hashRecord(key: Buffer, record: AuditRecord): string {
  const { chain, seq, at, actorKind, actorId, action, object, channel, outcome, details, prevHash } = record;
  const fields = [prevHash, chain, seq, at, actorKind, actorId, action, object, channel, outcome, canonical(details)];
  return createHmac('sha256', key).update(JSON.stringify(fields)).digest('hex');
}

export interface AuditActor {
  kind: AuditRecord['actorKind'];
  id: string | null;
  via: Via;
}

/**
 * Appends records to a chain, in the transaction that did what they tell. Called last before the commit, since it holds
 * the chain's head until then. Returns the new head, to be kept outside the database once the commit is through.
 */
export async function appendAudit(
  tx: Query,
  key: Buffer,
  chain: string,
  actor: AuditActor,
  at: Date,
  entries: readonly AuditEntry[],
): Promise<Head> {
  const { rows } = await tx.query<{ seq: bigint | string; hash: string }>('SELECT seq, hash FROM audit_lock_head($1)', [
    chain,
  ]);
  let head: Head = { chain, seq: Number(rows[0]?.seq ?? 0), hash: rows[0]?.hash ?? '' };
  for (const entry of entries) {
    const record: AuditRecord = {
      chain,
      seq: head.seq + 1,
      at: at.toISOString(),
      actorKind: actor.kind,
      actorId: actor.id,
      action: entry.action,
      object: entry.object ?? null,
      channel: actor.via,
      outcome: entry.outcome,
      details: entry.details ?? {},
      prevHash: head.hash,
    };
    const hash = hashRecord(key, record);
    await tx.query('SELECT audit_append($1::jsonb)', [JSON.stringify({ ...record, hash })]);
    head = { chain, seq: record.seq, hash };
  }
  return head;
}

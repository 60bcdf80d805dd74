import { z } from 'zod';
import { reading } from '../operation.ts';
import type { AuditEntry, Via } from '../scope.ts';

const MOST = 50;
const isoDate = z.iso.date();

/** One record of the trail as people see it; `at` is ISO 8601 in UTC. */
export interface TrailEntry {
  seq: number;
  at: string;
  actor: { kind: 'contact' | 'operator' | 'system' | 'invitee'; name: string | null };
  action: string;
  object: string | null;
  channel: Via;
  outcome: AuditEntry['outcome'];
  details: Record<string, unknown>;
}

/**
 * The account's audit trail, newest first, 50 at a time: what was done in one's own name, or, where one may see it,
 * all of it.
 * @param input `from` and `to` are dates in the account's time zone, inclusive; `object` e.g. `invoice:INV-1042`;
 *   `before` the last sequence number of the page before
 */
export const list = reading({
  permission: 'audit.own',
  input: z.strictObject({
    from: isoDate.optional(),
    to: isoDate.optional(),
    object: z.string().max(200).optional(),
    before: z.number().int().positive().optional(),
  }),
  async handle({ tx, account, actor, may }, { from = null, to = null, object = null, before = null }) {
    const who = may('audit.all') ? null : actor.id;
    const rows = await tx.$queryRaw<(Omit<TrailEntry, 'actor' | 'at' | 'seq'> & Extra)[]>`
      SELECT r.seq, r.at, r."actorKind" AS kind, c.name, r.action, r.object, r.channel, r.outcome, r.details
      FROM audit_record r LEFT JOIN contact c ON c.id::text = r."actorId"
      WHERE r.chain = ${account.id} AND (${who}::text IS NULL OR r."actorId" = ${who})
        AND (${object}::text IS NULL OR r.object = ${object}) AND (${before}::bigint IS NULL OR r.seq < ${before})
        AND (${from}::date IS NULL OR r.at >= ${from}::date::timestamp AT TIME ZONE ${account.timeZone})
        AND (${to}::date IS NULL OR r.at < (${to}::date + 1)::timestamp AT TIME ZONE ${account.timeZone})
      ORDER BY r.seq DESC LIMIT ${MOST + 1}`;
    const entries = rows.slice(0, MOST).map(({ seq, at, kind, name, ...rest }) => ({
      ...{ seq: Number(seq), at: at.toISOString(), actor: { kind, name } },
      ...rest,
    }));
    return { entries, ...(rows.length > MOST && { next: entries.at(-1)!.seq }) };
  },
});

interface Extra {
  seq: bigint;
  at: Date;
  kind: TrailEntry['actor']['kind'];
  name: string | null;
}

import { z } from 'zod';
import { dateInput } from '../date-input.ts';
import { reading } from '../operation.ts';
import { requirePermission } from '../permit.ts';
import type { AuditEntry, Via } from '../scope.ts';

const MOST = 50;

/** One record of the trail as people see it; `at` is ISO 8601 in UTC. */
export interface TrailEntry {
  seq: number;
  at: string;
  actor: { kind: 'contact' | 'operator' | 'system' | 'invitee'; name: string | null; isYou: boolean };
  action: string;
  object: string | null;
  /** Whose the object is, where it is a contact of the account. */
  person: string | null;
  channel: Via;
  outcome: AuditEntry['outcome'];
  details: Record<string, unknown>;
}

/**
 * The account's audit trail, newest first: what was done in one's own name, or, where one may see it, all of it.
 * @param input `from` and `to` are dates in the account's time zone, inclusive; `invoice` its number, for what was done
 *   to it and to its payments; `actorId` who did it, another person only for whoever may see all; `before` the last
 *   sequence number of the page before
 */
export const list = reading({
  permission: 'audit.own',
  input: z.strictObject({
    from: dateInput.optional(),
    to: dateInput.optional(),
    invoice: z.string().max(200).optional(),
    actorId: z.uuid().optional(),
    before: z.number().int().positive().optional(),
    limit: z.number().int().min(1).max(MOST).default(MOST),
  }),
  async handle(scope, { from = null, to = null, invoice = null, actorId, before = null, limit }) {
    const { tx, account, actor } = scope;
    if (actorId && actorId !== actor.id) await requirePermission(scope, 'audit.all');
    const all = scope.may('audit.all');
    const who = actorId ?? (all ? null : actor.id);
    const rows = await tx.$queryRaw<(Omit<TrailEntry, 'actor' | 'at' | 'seq'> & Extra)[]>`
      SELECT r.seq, r.at, r."actorKind" AS kind, r."actorId", c.name, r.action, r.object, o.name AS person, r.channel,
        r.outcome, r.details
      FROM audit_record r LEFT JOIN contact c ON c.id::text = r."actorId"
        LEFT JOIN contact o ON r.object = 'contact:' || o.email
      WHERE r.chain = ${account.id} AND (${who}::text IS NULL OR r."actorId" = ${who})
        AND (${invoice}::text IS NULL OR r.object = 'invoice:' || ${invoice} OR r.object IN (
          SELECT 'payment:' || p.number FROM invoice i JOIN payment_allocation a ON a."invoiceId" = i.id
            JOIN payment p ON p.id = a."paymentId" WHERE i.number = ${invoice}))
        AND (${before}::bigint IS NULL OR r.seq < ${before})
        AND (${from}::date IS NULL OR r.at >= ${from}::date::timestamp AT TIME ZONE ${account.timeZone})
        AND (${to}::date IS NULL OR r.at < (${to}::date + 1)::timestamp AT TIME ZONE ${account.timeZone})
      ORDER BY r.seq DESC LIMIT ${limit + 1}`;
    const entries = rows.slice(0, limit).map(
      ({ seq, at, kind, name, actorId: by, ...rest }): TrailEntry => ({
        ...{ seq: Number(seq), at: at.toISOString(), actor: { kind, name, isYou: by === actor.id } },
        ...rest,
      }),
    );
    return { entries, all, ...(rows.length > limit && { next: entries.at(-1)!.seq }) };
  },
});

interface Extra {
  seq: bigint;
  at: Date;
  kind: TrailEntry['actor']['kind'];
  actorId: string | null;
  name: string | null;
}

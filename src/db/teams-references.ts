import type { ConsentStore, Reference, ReferenceStore } from '../channels/teams/send/store.ts';
import type { Query } from '../lib/sql.ts';

interface Row {
  conversationId: string | null;
  serviceUrl: string | null;
  memberId: string | null;
  botId: string | null;
  endedAt: Date | null;
}

/** Where people are found in Teams, on the system role's connections. */
export function teamsReferences(system: Query): ReferenceStore {
  return {
    async find(tenantId, userId) {
      const { rows } = await system.query<Row>(FIND, [tenantId, userId]);
      return rows[0] && referenceOf(tenantId, userId, rows[0]);
    },
    async serviceUrlOf(tenantId) {
      const { rows } = await system.query<{ serviceUrl: string }>(SERVICE_URL, [tenantId]);
      return rows[0]?.serviceUrl;
    },
    async seen({ tenantId, userId, conversationId, serviceUrl, memberId, botId }, at) {
      const known = [conversationId, serviceUrl, memberId, botId].map((value) => value ?? null);
      await system.query(SEEN, [tenantId, userId, ...known, at]);
    },
    async end(tenantId, userId, at) {
      await system.query(END, [tenantId, userId, at]);
    },
  };
}

/** Consent cards, on the system role's connections. */
export function teamsConsents(system: Query): ConsentStore {
  return {
    async claim(id, at) {
      await system.query(FORGET, [at]);
      const { rows } = await system.query(CLAIM, [id, at]);
      return rows.length > 0;
    },
    async answered(id, at) {
      await system.query('UPDATE teams_consent SET "answeredAt" = $2 WHERE id = $1', [id, at]);
    },
    async release(id) {
      await system.query('DELETE FROM teams_consent WHERE id = $1', [id]);
    },
  };
}

function referenceOf(tenantId: string, userId: string, row: Row): Reference {
  const known = Object.entries(row).filter(([, value]) => value !== null);
  return { tenantId, userId, ...(Object.fromEntries(known) as Partial<Reference>) };
}

const FIND = `
  SELECT "conversationId", "serviceUrl", "memberId", "botId", "endedAt" FROM teams_reference
  WHERE "tenantId" = $1 AND "userId" = $2`;

const SERVICE_URL = `
  SELECT "serviceUrl" FROM teams_reference WHERE "tenantId" = $1 AND "serviceUrl" IS NOT NULL
  ORDER BY since DESC LIMIT 1`;

// Writes nothing where nothing is new. Seen elsewhere, a person is not found in a personal chat that ended.
const SEEN = `
  INSERT INTO teams_reference AS r
    ("tenantId", "userId", "conversationId", "serviceUrl", "memberId", "botId", since)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT ("tenantId", "userId") DO UPDATE SET
    "conversationId" = coalesce(excluded."conversationId", r."conversationId"),
    "serviceUrl" = coalesce(excluded."serviceUrl", r."serviceUrl"),
    "memberId" = coalesce(excluded."memberId", r."memberId"),
    "botId" = coalesce(excluded."botId", r."botId"),
    since = CASE WHEN excluded."conversationId" IS NULL THEN r.since ELSE greatest(r.since, excluded.since) END,
    "endedAt" = CASE WHEN excluded."conversationId" IS NOT NULL AND r."endedAt" <= excluded.since THEN NULL
      ELSE r."endedAt" END
  WHERE (excluded."conversationId" IS NOT NULL
      AND (excluded."conversationId" IS DISTINCT FROM r."conversationId" OR r."endedAt" <= excluded.since))
    OR (excluded."serviceUrl" IS NOT NULL AND excluded."serviceUrl" IS DISTINCT FROM r."serviceUrl")
    OR (excluded."memberId" IS NOT NULL AND excluded."memberId" IS DISTINCT FROM r."memberId")
    OR (excluded."botId" IS NOT NULL AND excluded."botId" IS DISTINCT FROM r."botId")`;

const END = `
  UPDATE teams_reference SET "endedAt" = $3
  WHERE "tenantId" = $1 AND "userId" = $2 AND "endedAt" IS NULL AND since <= $3`;

// Whoever claimed it last and never came to an end was stopped in the middle.
const CLAIM = `
  INSERT INTO teams_consent AS c (id, "claimedAt") VALUES ($1, $2)
  ON CONFLICT (id) DO UPDATE SET "claimedAt" = excluded."claimedAt"
  WHERE c."answeredAt" IS NULL AND c."claimedAt" < excluded."claimedAt" - interval '2 minutes'
  RETURNING id`;

// Files are kept for one day: after two, no card can be served.
const FORGET = `DELETE FROM teams_consent WHERE "claimedAt" < $1::timestamptz - interval '2 days'`;

import type { Pool } from 'pg';
import type { DemoAccount, News, WebView } from '../channels/web/ports.ts';

/** What the demonstration page reads, on the system role's pool. */
export function webView(system: Pool): WebView {
  return {
    async news(conversation, since) {
      const { rows } = await system.query<News>(NEWS, [conversation, since ?? null, LAST]);
      return rows[0]!;
    },
    async people() {
      const { rows } = await system.query<DemoAccount>(PEOPLE);
      return rows;
    },
  };
}

/** How much of an old conversation a page shows when it is opened. */
const LAST = 200;

/**
 * The cursor is a snapshot: news is what its moment did not see yet. Numbers would not do, since a transaction that took
 * a lower number may commit after a higher one was read. (Transaction ids wrap after four billion: more than a
 * demonstration's database ever has.)
 */
const UNSEEN = (table: string) => `
  ${table}.conversation = $1
  AND ($2::pg_snapshot IS NULL OR NOT pg_visible_in_snapshot(${table}.xmin::text::xid8, $2::pg_snapshot))`;

const NEWS = `
  SELECT pg_current_snapshot()::text AS cursor,
    EXISTS (SELECT FROM inbox WHERE conversation = $1 AND "doneAt" IS NULL)
      OR EXISTS (SELECT FROM outbox WHERE conversation = $1 AND state = 'waiting') AS busy,
    coalesce((SELECT jsonb_agg(to_jsonb(e) ORDER BY e.place) FROM (
      SELECT i.seq AS place, i.seq::text, i."receivedAt" AS at, i.event->'content' AS content,
        i."doneAt" IS NOT NULL AS done,
        (SELECT jsonb_path_query_first(o.reply, '$.card.blocks.**?(@.action == $id)',
            jsonb_build_object('id', p.id))->>'label'
          FROM press p JOIN outbox o ON o.key = p."outboxKey" WHERE p.id = i.event->'content'->>'press') AS label
      FROM inbox i WHERE ${UNSEEN('i')} ORDER BY i.seq DESC LIMIT $3) e), '[]') AS events,
    coalesce((SELECT jsonb_agg(to_jsonb(r) ORDER BY r.place) FROM (
      SELECT o.seq AS place, o.seq::text, o."createdAt" AS at, o.reply, o.locale, o.replaces::text
      FROM outbox o WHERE ${UNSEEN('o')} AND o.state = 'sent' ORDER BY o.seq DESC LIMIT $3) r), '[]') AS replies`;

const PEOPLE = `
  SELECT a.name, jsonb_agg(jsonb_build_object('name', c.name, 'email', c.email, 'roles', (
      SELECT coalesce(jsonb_agg(r.role ORDER BY r.role), '[]') FROM contact_role r WHERE r."contactId" = c.id
    )) ORDER BY c.name) AS people
  FROM account a JOIN contact c ON c."accountId" = a.id AND c.status = 'active'
  GROUP BY a.id, a.name ORDER BY a.name`;

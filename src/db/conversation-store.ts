import type { Pool, PoolClient } from 'pg';
import type { Event } from '../conversation/event.ts';
import type { ConversationState } from '../conversation/state.ts';
import type { BoundAction, ConversationStore, Session, StoredPress, TurnEnd, Work } from '../conversation/store.ts';
import { CodedError } from '../lib/errors.ts';
import { batched } from './batched.ts';
import { exclusively } from './lock.ts';
import { writeTurnEnd } from './turn-end.ts';

/** Inbox, conversations and buttons on the system role's pool, in plain SQL; `intake` is for taking events in. */
export function conversationStore({ system, intake }: { system: Pool; intake: Pool }): ConversationStore {
  const accept = batched(ACCEPTS_AT_ONCE, (events: readonly Incoming[]) => insert(intake, events));
  return {
    accept: (key, event, receivedAt) => accept({ key, event, receivedAt }),
    async amend(key, event) {
      const { rowCount } = await intake.query(
        `UPDATE inbox i SET event = $2 WHERE key = $1 AND attempts = 0 AND ${WAITS}`,
        [key, JSON.stringify(event)],
      );
      return rowCount === 1;
    },
    async withdraw(key, at) {
      await intake.query(`UPDATE inbox i SET "doneAt" = $2 WHERE key = $1 AND ${WAITS}`, [key, at]);
    },
    exclusively: (conversation, work) =>
      exclusively(system, 'turns', conversation, (client) => work(session(client, conversation))),
    async conversationsWaiting() {
      const { rows } = await system.query<{ conversation: string }>(
        'SELECT DISTINCT conversation FROM inbox WHERE "doneAt" IS NULL',
      );
      return rows.map(({ conversation }) => conversation);
    },
  };
}

/** Batches of events taken in at once; the other connections of the pool are for edits and forms. */
const ACCEPTS_AT_ONCE = 2;

interface Incoming {
  key: string;
  event: Event;
  receivedAt: Date;
}

/** Writes events down in their order; which of them were new. Of the same key twice the first is. */
async function insert(intake: Pool, events: readonly Incoming[]): Promise<boolean[]> {
  const { rows } = await intake.query<{ key: string }>(ACCEPT, [
    events.map(({ key }) => key),
    events.map(({ event }) => event.conversation),
    events.map(({ event }) => JSON.stringify(event)),
    events.map(({ receivedAt }) => receivedAt),
  ]);
  const fresh = new Set(rows.map(({ key }) => key));
  return events.map(({ key }) => fresh.delete(key));
}

const ACCEPT = `
  INSERT INTO inbox (key, conversation, event, "receivedAt")
  SELECT key, conversation, event, "receivedAt"
  FROM unnest($1::text[], $2::text[], $3::jsonb[], $4::timestamptz[])
    WITH ORDINALITY AS e(key, conversation, event, "receivedAt", n) ORDER BY n
  ON CONFLICT (key) DO NOTHING RETURNING key`;

interface WorkRow {
  seq: string;
  event: Event;
  attempts: number;
  receivedAt: Date;
  lately: number;
  version: number | null;
  state: ConversationState | null;
}

function session(client: PoolClient, conversation: string): Session {
  // Whoever takes an event in after the last one was finished asks for a run of its own.
  let empty = false;
  return {
    async next(): Promise<Work | undefined> {
      if (empty) return undefined;
      const { rows } = await client.query<WorkRow>(NEXT, [conversation]);
      const row = rows[0];
      if (!row) return undefined;
      const state = { frames: [], waiting: [], closed: [], ...row.state };
      return { ...row, version: row.version ?? 0, state };
    },
    async mark(work, state) {
      const { event, version } = work;
      const { rowCount } = await client.query(MARK, [
        conversation,
        version,
        JSON.stringify(state),
        event.user.channel,
        JSON.stringify(event.address),
        JSON.stringify(event.user),
      ]);
      if (rowCount !== 1) throw new CodedError('conflict', 'conversation_changed');
      work.version += 1;
    },
    async finish(end: TurnEnd) {
      empty = !(await writeTurnEnd(client, conversation, end));
    },
    async failed(work) {
      await client.query('UPDATE inbox SET attempts = attempts + 1 WHERE seq = $1', [work.seq]);
    },
    async press(id) {
      const { rows } = await client.query<Omit<StoredPress, 'action'> & { action: BoundAction }>(
        `SELECT id, conversation, "accountId", "contactId", "outboxKey", action, "usedAt" IS NOT NULL AS used
         FROM press WHERE id = $1`,
        [id],
      );
      return rows[0];
    },
    async deliveredAt(outboxKey) {
      const { rows } = await client.query<{ sentAt: Date | null }>('SELECT "sentAt" FROM outbox WHERE key = $1', [
        outboxKey,
      ]);
      return rows[0]?.sentAt ?? undefined;
    },
    async texts(work, since) {
      const { rows } = await client.query<{ seq: string; text: string; at: Date }>(
        `SELECT seq, event->'content'->>'text' AS text, "receivedAt" AS at FROM inbox
         WHERE conversation = $1 AND "receivedAt" >= $2 AND seq <= $3 AND event->'content'->>'type' = 'text'
         ORDER BY seq`,
        [conversation, since, work.seq],
      );
      return rows;
    },
    async history(contactId, limit) {
      const { rows } = await client.query<{ from: 'person' | 'assistant'; text: string }>(HISTORY, [
        conversation,
        limit,
        contactId,
      ]);
      return rows;
    },
  };
}

// What an effect was begun for is served to its end, also by another process: it may have happened.
const WAITS = `"doneAt" IS NULL AND NOT EXISTS (SELECT FROM conversation c
  WHERE c.key = i.conversation AND c.state->'running'->>'seq' = i.seq::text)`;

const NEXT = `
  SELECT i.seq, i.event, i.attempts, i."receivedAt", c.version, c.state,
    (SELECT count(*)::int FROM (SELECT FROM inbox t WHERE t.conversation = $1 AND t.seq <= i.seq
       AND t."receivedAt" >= i."receivedAt" - interval '1 minute' AND t.event->'content'->>'type' = 'text'
       LIMIT 100) AS recent) AS lately
  FROM inbox i LEFT JOIN conversation c ON c.key = i.conversation
  WHERE i.conversation = $1 AND i."doneAt" IS NULL ORDER BY i.seq LIMIT 1`;

// The first turn of a conversation makes its row; version 0 stands for "there is none yet", and matches no row.
const MARK = `
  INSERT INTO conversation (key, channel, "user", address, version, state)
  VALUES ($1, $4, $6::jsonb, $5::jsonb, 1, $3::jsonb)
  ON CONFLICT (key) DO UPDATE SET version = conversation.version + 1, state = $3::jsonb
    WHERE conversation.version = $2`;

// What was written carries no account: what came before the last word to another contact may have been another's.
const HISTORY = `
  WITH theirs AS (
    SELECT coalesce(max("createdAt"), '-infinity') AS until FROM outbox
    WHERE conversation = $1 AND "contactId" <> $3::uuid
  )
  SELECT "from", text FROM (
    (SELECT 'person' AS "from", event->'content'->>'text' AS text, "receivedAt" AS at, 0 AS side FROM inbox, theirs
     WHERE conversation = $1 AND event->'content'->>'type' = 'text' AND "receivedAt" > until ORDER BY seq DESC LIMIT $2)
    UNION ALL
    (SELECT 'assistant', reply->>'text', "createdAt", 1 FROM outbox, theirs
     WHERE conversation = $1 AND replaces IS NULL AND "createdAt" > until ORDER BY seq DESC LIMIT $2)
  ) said WHERE text IS NOT NULL ORDER BY at, side`;

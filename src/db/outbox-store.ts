import type { Pool, PoolClient } from 'pg';
import type { Posted } from '../conversation/channel.ts';
import type { Box, OutboxStore, Outgoing } from '../conversation/outbox.ts';
import { exclusively } from './lock.ts';

/** The outbox on the system role's pool. Sending for a conversation is one process's at a time. */
export function outboxStore(system: Pool): OutboxStore {
  return {
    exclusively: (conversation, work) =>
      exclusively(system, 'sending', conversation, (client) => work(box(client, conversation))),
    async conversationsDue(now) {
      const { rows } = await system.query<{ conversation: string }>(
        `SELECT DISTINCT conversation FROM outbox WHERE state = 'waiting' AND "nextAt" <= $1`,
        [now],
      );
      return rows.map(({ conversation }) => conversation);
    },
  };
}

type Row = Omit<Outgoing, 'replaces'> & { replaces: string | null; posted: Posted | null; waitsUntil: Date | null };

function box(client: PoolClient, conversation: string): Box {
  // What is written after the last one was sent is followed by a run of its own.
  let empty = false;
  return {
    async next(seq) {
      if (empty) return undefined;
      const { rows } = await client.query<Row>(NEXT, [conversation, seq]);
      if (!rows[0]) return undefined;
      const { replaces, posted, waitsUntil, ...row } = rows[0];
      return replaces === null
        ? row
        : { ...row, replaces: { ...(posted && { posted }), ...(waitsUntil && { waitsUntil }) } };
    },
    async sent(seq, posted, at) {
      const { rows } = await client.query<{ more: boolean }>(SENT, [seq, at, JSON.stringify(posted)]);
      empty = rows[0]?.more === false;
    },
    async later(seq, nextAt, error) {
      await client.query('UPDATE outbox SET attempts = attempts + 1, "nextAt" = $2, error = $3 WHERE seq = $1', [
        seq,
        nextAt,
        error,
      ]);
    },
    async failed(seq, error) {
      await client.query(`UPDATE outbox SET state = 'failed', attempts = attempts + 1, error = $2 WHERE seq = $1`, [
        seq,
        error,
      ]);
    },
  };
}

const SENT = `
  UPDATE outbox o SET state = 'sent', "sentAt" = $2, posted = $3, attempts = attempts + 1, error = NULL WHERE seq = $1
  RETURNING EXISTS (SELECT FROM outbox n
    WHERE n.conversation = o.conversation AND n.seq > o.seq AND n.state = 'waiting') AS more`;

const NEXT = `
  SELECT o.seq, o.key, c.channel, c.address, o.reply, o.locale, o.attempts, o."createdAt", o."nextAt", o.replaces,
    r.posted, CASE WHEN r.state = 'waiting' THEN r."nextAt" END AS "waitsUntil",
    o.replaces IS NOT NULL AND EXISTS (SELECT FROM outbox n WHERE n.conversation = o.conversation AND n.seq > o.seq
      AND n.replaces = o.replaces AND n.state <> 'failed') AS superseded
  FROM outbox o JOIN conversation c ON c.key = o.conversation LEFT JOIN outbox r ON r.seq = o.replaces
  WHERE o.conversation = $1 AND o.seq > $2 AND o.state = 'waiting' ORDER BY o.seq LIMIT 1`;

import type { PoolClient } from 'pg';
import type { OutgoingReply, TurnEnd } from '../conversation/store.ts';
import { WIPED_DIGITS } from '../lib/card-parts.ts';
import { CodedError } from '../lib/errors.ts';

/**
 * Writes a turn's end in one statement, so that all of it happens or nothing: the state where its version still stands,
 * and only then the replies, their buttons and the event's mark of being done. Throws `conflict` where it does not.
 * @returns whether further events waited in the conversation when it was written
 */
export async function writeTurnEnd(client: PoolClient, conversation: string, end: TurnEnd): Promise<boolean> {
  const { work, version, state, at, locale, person, replies, spent, expirePresses, wipe } = end;
  const said = replies.map((reply) => row(reply, conversation));
  const { rows } = await client.query<{ saved: number; more: boolean }>(FINISH, [
    conversation,
    version,
    JSON.stringify(state),
    work.event.user.channel,
    JSON.stringify(work.event.address),
    person?.accountId ?? null,
    person?.contactId ?? null,
    work.seq,
    JSON.stringify(said),
    // Without the reply itself: it would be sent and read once for each of its buttons.
    JSON.stringify(said.flatMap(({ presses, reply: _, ...row }) => presses.map((press) => ({ ...row, ...press })))),
    [...spent],
    expirePresses?.sparing ?? null,
    [...(wipe?.inbox ?? [])],
    at,
    JSON.stringify(work.event.user),
    locale,
    wipe?.pattern ?? null,
    WIPED_DIGITS,
  ]);
  if (rows[0]?.saved !== 1) throw new CodedError('conflict', 'conversation_changed');
  return rows[0].more;
}

const row = ({ key, reply, person, presses, place }: OutgoingReply, here: string) => ({
  ...{ key, reply, kind: reply.about?.kind, about: reply.about?.id },
  ...{ conversation: place?.conversation ?? here, address: place?.address },
  ...person,
  // Nobody was recognised: there is nobody a button could be for.
  presses: person ? presses : [],
});

/** What stands in the place of a text that held a card number. */
const WIPED = '[wiped]';

// A spent message is changed in place by a later row of the outbox that names it; its blocks lose their buttons. One that
// was drawn anew, since its matter changed, stays as it was drawn. What depends on the parameters alone stands first in a
// WHERE: most turns spend and wipe nothing, and the server then reads nothing to find that out.
const FINISH = `
  WITH saved AS (
    INSERT INTO conversation (key, channel, "user", address, version, state, "accountId", "contactId", "updatedAt")
    VALUES ($1, $4, $15::jsonb, $5::jsonb, 1, $3::jsonb, $6::uuid, $7::uuid, $14::timestamptz)
    ON CONFLICT (key) DO UPDATE SET version = conversation.version + 1, state = $3::jsonb, address = $5::jsonb,
      "accountId" = coalesce($6::uuid, conversation."accountId"),
      "contactId" = coalesce($7::uuid, conversation."contactId"), "updatedAt" = $14::timestamptz
      WHERE conversation.version = $2
    RETURNING 1
  ), places AS (
    INSERT INTO conversation (key, channel, "user", address, "accountId", "contactId", "updatedAt")
    SELECT DISTINCT ON (conversation) conversation, $4, $15::jsonb, address, "accountId", "contactId", $14::timestamptz
    FROM saved, jsonb_to_recordset($9::jsonb) AS r(conversation text, address jsonb, "accountId" uuid, "contactId" uuid)
    WHERE conversation <> $1
    ON CONFLICT (key) DO NOTHING
  ), changed AS (
    INSERT INTO outbox (key, conversation, "accountId", "contactId", locale, "createdAt", "nextAt", reply, replaces)
    SELECT 'spent:' || o.key, $1, o."accountId", o."contactId", o.locale, $14::timestamptz, $14::timestamptz, jsonb_set(o.reply, '{card,blocks}', coalesce(
        (SELECT jsonb_agg(CASE WHEN b->>'type' = 'table' THEN jsonb_set(b, '{rows}', coalesce(
             (SELECT jsonb_agg(r - 'actions' ORDER BY m) FROM jsonb_array_elements(b->'rows') WITH ORDINALITY AS f(r, m)),
             '[]'::jsonb)) ELSE b END ORDER BY n)
         FROM jsonb_array_elements(o.reply->'card'->'blocks') WITH ORDINALITY AS e(b, n)
         WHERE b->>'type' NOT IN ('actions', 'form')), '[]'::jsonb)), o.seq
    FROM outbox o, saved WHERE cardinality($11::text[]) > 0 AND o.key = ANY ($11) AND o.conversation = $1 AND o.reply->'card' IS NOT NULL
      AND NOT EXISTS (SELECT FROM outbox n WHERE n.conversation = $1 AND n.seq > o.seq AND n.replaces = o.seq)
    ON CONFLICT (key) DO NOTHING
  ), dead AS (
    UPDATE press SET "usedAt" = $14::timestamptz FROM saved
    WHERE $12::text IS NOT NULL AND conversation = $1 AND "usedAt" IS NULL AND NOT starts_with("outboxKey", $12)
  ), said AS (
    INSERT INTO outbox (key, conversation, "accountId", "contactId", locale, "createdAt", "nextAt", reply, "aboutKind",
      "aboutId")
    SELECT r.key, r.conversation, r."accountId", r."contactId", $16, $14::timestamptz, $14::timestamptz, r.reply, r.kind, r.about
    FROM saved, jsonb_to_recordset($9::jsonb) AS r(key text, conversation text, reply jsonb, kind text, about uuid,
      "accountId" uuid, "contactId" uuid)
    ON CONFLICT (key) DO NOTHING
  ), pressed AS (
    INSERT INTO press (id, conversation, "accountId", "contactId", "outboxKey", action, "aboutKind", "aboutId", "createdAt")
    SELECT p.id, p.conversation, p."accountId", p."contactId", p.key, p.action, p.kind, p.about, $14::timestamptz
    FROM saved, jsonb_to_recordset($10::jsonb) AS p(id text, key text, conversation text, action jsonb, kind text,
      about uuid, "accountId" uuid, "contactId" uuid)
  ), wiped AS (
    UPDATE inbox SET event = jsonb_set(event, '{content,text}', to_jsonb('${WIPED}'::text)) FROM saved
    WHERE cardinality($13::bigint[]) > 0 AND seq = ANY ($13) AND seq <> $8::bigint
  ), unsaid AS (
    UPDATE outbox SET reply = regexp_replace(reply::text, $17, $18, 'g')::jsonb FROM saved
    WHERE $17::text IS NOT NULL
      AND conversation = $1 AND "createdAt" >= $14::timestamptz - interval '10 minutes' AND reply::text ~ $17
  ), unpressed AS (
    UPDATE press SET action = regexp_replace(action::text, $17, $18, 'g')::jsonb FROM saved
    WHERE $17::text IS NOT NULL
      AND conversation = $1 AND "createdAt" >= $14::timestamptz - interval '10 minutes' AND action::text ~ $17
  ), done AS (
    UPDATE inbox SET "doneAt" = $14::timestamptz, event = CASE WHEN seq = ANY ($13::bigint[])
      THEN jsonb_set(event, '{content,text}', to_jsonb('${WIPED}'::text)) ELSE event END
    FROM saved WHERE seq = $8::bigint AND "doneAt" IS NULL
  )
  SELECT (SELECT count(*)::int FROM saved) AS saved,
    EXISTS (SELECT FROM inbox WHERE conversation = $1 AND "doneAt" IS NULL AND seq <> $8::bigint) AS more`;

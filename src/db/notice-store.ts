import type { Pool } from 'pg';
import type { Delivery, NoticeStore, PostedCopy, WaitingNotice } from '../conversation/notice-store.ts';
import type { About } from '../kit/card.ts';
import type { Locale } from '../lib/locale.ts';
import type { ChatUser, Recognised } from '../portal/identity.ts';
import { exclusively } from './lock.ts';

const AT_ONCE = 100;

type Row = Omit<WaitingNotice, 'about'> & { aboutKind: About['kind'] | null; aboutId: string | null };

/** @param readerOf identity's look-up of a contact without a chat (src/portal/identity.ts) */
export function noticeStore(
  system: Pool,
  readerOf: (accountId: string, contactId: string, locale: Locale) => Promise<Recognised | undefined>,
): NoticeStore {
  return {
    readerOf,
    exclusively: (work) => exclusively(system, 'notices', '', work),
    async waiting({ after, now, only, but }) {
      const { rows } = await system.query<Row>(WAITING, [after, AT_ONCE, now, only ?? null, but ?? []]);
      return rows.map(({ aboutKind, aboutId, ...row }) =>
        aboutKind && aboutId ? { ...row, about: { kind: aboutKind, id: aboutId } } : row,
      );
    },
    async alike({ accountId, contactId, kind }) {
      const { rows } = await system.query<Pick<WaitingNotice, 'id' | 'details'>>(ALIKE, [accountId, contactId, kind]);
      return rows;
    },
    async hold({ id }, until) {
      await system.query('UPDATE notice SET "notBefore" = $2 WHERE id = $1', [id, until]);
    },
    async chatsOf(accountId, contactId) {
      const { rows } = await system.query<ChatUser>(CHATS, [accountId, contactId]);
      return rows;
    },
    async copiesOf({ kind, id }) {
      const { rows } = await system.query<PostedCopy>(COPIES, [kind, id]);
      return rows;
    },
    async copiesWithButtons(accountId, contactId) {
      const { rows } = await system.query<PostedCopy>(WITH_BUTTONS, [accountId, contactId]);
      return rows;
    },
    async done(notice, merged, deliveries, mail, at) {
      await system.query(DONE, [
        notice.id,
        at,
        JSON.stringify(deliveries.map(rowOf)),
        mail ? JSON.stringify(mail) : null,
        merged,
      ]);
    },
  };
}

const rowOf = (delivery: Delivery) => ({
  ...delivery,
  channel: delivery.user.channel,
  accountId: delivery.person?.accountId,
  contactId: delivery.person?.contactId,
  kind: delivery.reply.about?.kind,
  about: delivery.reply.about?.id,
});

const WAITING = `
  SELECT n.id, n."accountId", n."contactId", c.locale, coalesce(c."timeZone", a."timeZone") AS "timeZone", n.kind,
    n."aboutKind", n."aboutId", n.details,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('topic', s.topic, 'enabled', s.enabled, 'snoozedUntil', s."snoozedUntil")),
       '[]') FROM notification_setting s WHERE s."contactId" = n."contactId") AS settings
  FROM notice n JOIN contact c ON c.id = n."contactId" JOIN account a ON a.id = n."accountId"
  WHERE n."doneAt" IS NULL AND n.id > $1 AND (n."notBefore" IS NULL OR n."notBefore" <= $3)
    AND ($4::text[] IS NULL OR n.kind = ANY ($4)) AND n.kind <> ALL ($5::text[])
  ORDER BY n.id LIMIT $2`;

const ALIKE = `
  SELECT id, details FROM notice
  WHERE "accountId" = $1 AND "contactId" = $2 AND kind = $3 AND "doneAt" IS NULL ORDER BY id`;

// A conversation carries whichever contact its chat user worked as last, maybe of another account. One that nobody has
// spoken in yet, only been told something, has version 0.
const CHATS = `
  SELECT l.platform AS channel, l."tenantId", l."userId" FROM chat_link l
  LEFT JOIN LATERAL (
    SELECT max(c."updatedAt") AS at FROM chat_link o JOIN conversation c ON c."contactId" = o."contactId"
    WHERE o.platform = l.platform AND o."tenantId" = l."tenantId" AND o."userId" = l."userId" AND o."endedAt" IS NULL
      AND c.version > 0 AND c.channel = l.platform AND c."user"->>'tenantId' = l."tenantId"
      AND c."user"->>'userId' = l."userId") used ON true
  WHERE l."accountId" = $1 AND l."contactId" = $2 AND l."endedAt" IS NULL
  ORDER BY used.at DESC NULLS LAST, l."createdAt", l.id`;

const COPIES = `
  SELECT o.seq, o.conversation, c."user", c.address, o."accountId", o."contactId", o.locale
  FROM outbox o JOIN conversation c ON c.key = o.conversation
  WHERE o."aboutKind" = $1 AND o."aboutId" = $2 AND o.replaces IS NULL AND o."contactId" IS NOT NULL
    AND o.state <> 'failed' ORDER BY o.seq`;

const WITH_BUTTONS = `
  SELECT o.seq, o.conversation, c."user", c.address, o."accountId", o."contactId", o.locale
  FROM outbox o JOIN conversation c ON c.key = o.conversation
  CROSS JOIN LATERAL (
    SELECT n.reply FROM outbox n
    WHERE n.conversation = o.conversation AND (n.seq = o.seq OR n.replaces = o.seq) AND n.state <> 'failed'
    ORDER BY n.seq DESC LIMIT 1) AS standing
  WHERE o."contactId" = $2 AND o."accountId" = $1 AND o.replaces IS NULL AND o.state <> 'failed'
    AND jsonb_path_exists(standing.reply,
      '$.card.blocks[*] ? (@.type == "actions" || @.type == "form" || exists(@.rows[*].actions))')
  ORDER BY o.seq`;

// Only who marks the notice as done writes its messages: the rest hangs on that row.
const DONE = `
  WITH mine AS (
    UPDATE notice SET "doneAt" = $2 WHERE id = $1 AND "doneAt" IS NULL RETURNING id, "accountId"
  ), merged AS (
    UPDATE notice n SET "doneAt" = $2 FROM mine WHERE n.id = ANY ($5::bigint[]) AND n.id <> mine.id AND n."doneAt" IS NULL
  ), d AS (
    SELECT r.* FROM mine, jsonb_to_recordset($3::jsonb) AS r(key text, conversation text, channel text, "user" jsonb,
      address jsonb, locale text, reply jsonb, presses jsonb, "accountId" uuid, "contactId" uuid, kind text, about uuid,
      replaces bigint)
  ), places AS (
    INSERT INTO conversation (key, channel, "user", address, "accountId", "contactId", "updatedAt")
    SELECT DISTINCT ON (conversation) conversation, channel, "user", address, "accountId", "contactId", $2 FROM d
    ON CONFLICT (key) DO NOTHING
  ), messages AS (
    INSERT INTO outbox (key, conversation, "accountId", "contactId", locale, reply, "aboutKind", "aboutId", replaces,
      "createdAt", "nextAt")
    SELECT key, conversation, "accountId", "contactId", locale, reply, kind, about, replaces, $2, $2 FROM d
    ON CONFLICT (key) DO NOTHING
  ), buttons AS (
    INSERT INTO press (id, conversation, "accountId", "contactId", "outboxKey", action, "aboutKind", "aboutId", "createdAt")
    SELECT p.id, d.conversation, d."accountId", d."contactId", d.key, p.action, d.kind, d.about, $2
    FROM d, jsonb_to_recordset(d.presses) AS p(id text, action jsonb) WHERE d."contactId" IS NOT NULL
  )
  INSERT INTO mail ("accountId", number, "to", subject, text, "createdAt", "nextAt")
  SELECT mine."accountId", 'N-' || mine.id, m."to", m.subject, m.text, $2, $2
  FROM mine, jsonb_to_record($4::jsonb) AS m("to" text, subject text, text text) WHERE $4::jsonb IS NOT NULL`;

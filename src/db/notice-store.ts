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
    async waiting(after) {
      const { rows } = await system.query<Row>(WAITING, [after, AT_ONCE]);
      return rows.map(({ aboutKind, aboutId, ...row }) =>
        aboutKind && aboutId ? { ...row, about: { kind: aboutKind, id: aboutId } } : row,
      );
    },
    async chatsOf(accountId, contactId) {
      const { rows } = await system.query<ChatUser>(
        `SELECT platform AS channel, "tenantId", "userId" FROM chat_link
         WHERE "accountId" = $1 AND "contactId" = $2 AND "endedAt" IS NULL ORDER BY "createdAt"`,
        [accountId, contactId],
      );
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
    async done(notice, deliveries, mail, at) {
      await system.query(DONE, [
        notice.id,
        at,
        JSON.stringify(deliveries.map(rowOf)),
        mail ? JSON.stringify(mail) : null,
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
  SELECT n.id, n."accountId", n."contactId", c.locale, n.kind, n."aboutKind", n."aboutId", n.details
  FROM notice n JOIN contact c ON c.id = n."contactId" WHERE n."doneAt" IS NULL AND n.id > $1
  ORDER BY n.id LIMIT $2`;

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

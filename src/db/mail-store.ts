import type { Pool } from 'pg';
import type { MailStore, WaitingMail } from '../jobs/mail.ts';

interface Row extends Omit<WaitingMail, 'attachments' | 'link' | 'code'> {
  invitationId: string | null;
  tokenVersion: number | null;
  codeId: string | null;
  codeExpiresAt: Date | null;
}

/** Mails on the system role's pool; taking one moves its time on, so that two senders never have the same. */
export function mailStore(system: Pool): MailStore {
  return {
    async take(now, until) {
      const { rows } = await system.query<Row>(TAKE, [now, until]);
      const mail = rows[0];
      if (!mail) return undefined;
      const { rows: attachments } = await system.query<WaitingMail['attachments'][number]>(
        'SELECT name, type, bytes FROM mail_attachment WHERE "mailId" = $1 ORDER BY position',
        [mail.id],
      );
      const { invitationId, tokenVersion, codeId, codeExpiresAt, ...rest } = mail;
      const link = invitationId && tokenVersion !== null ? { invitationId, tokenVersion } : undefined;
      const code = codeId && codeExpiresAt ? { id: codeId, expiresAt: codeExpiresAt } : undefined;
      return { ...rest, attachments, ...(link && { link }), ...(code && { code }) };
    },
    async sent(id, at) {
      await system.query(
        `UPDATE mail SET state = 'sent', "sentAt" = $2, attempts = attempts + 1, error = NULL WHERE id = $1`,
        [id, at],
      );
    },
    async later(id, nextAt, error) {
      await system.query('UPDATE mail SET attempts = attempts + 1, "nextAt" = $2, error = $3 WHERE id = $1', [
        id,
        nextAt,
        error,
      ]);
    },
    async failed(id, error) {
      await system.query(`UPDATE mail SET state = 'failed', attempts = attempts + 1, error = $2 WHERE id = $1`, [
        id,
        error,
      ]);
    },
  };
}

const TAKE = `
  UPDATE mail m SET "nextAt" = $2 WHERE id = (
    SELECT id FROM mail WHERE state = 'waiting' AND "nextAt" <= $1 ORDER BY "nextAt", id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING m.id, m."to", m.number, m.subject, m.text, m.attempts, m."createdAt", m."linkId" AS "invitationId",
    (SELECT i."tokenVersion" FROM invitation i WHERE i.id = m."linkId") AS "tokenVersion", m."codeId",
    (SELECT k."expiresAt" FROM link_code k WHERE k.id = m."codeId") AS "codeExpiresAt"`;

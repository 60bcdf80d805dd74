import type { Clock } from '../lib/clock.ts';
import { isCoded } from '../lib/errors.ts';
import type { Logger } from '../lib/logger.ts';
import type { Mail, Mailer } from '../portal/ports.ts';

/** A mail that is to be sent, with the invitation its link leads to. */
export interface WaitingMail extends Mail {
  id: string;
  attempts: number;
  createdAt: Date;
  link?: { invitationId: string; tokenVersion: number };
}

/** Mails written with the effects that want them; src/db implements it. */
export interface MailStore {
  /**
   * Takes the oldest mail that is due at `now`, for nobody else until `until`: a crash while sending has it sent again,
   * with the same number.
   */
  take(now: Date, until: Date): Promise<WaitingMail | undefined>;
  sent(id: string, at: Date): Promise<void>;
  later(id: string, nextAt: Date, error: string): Promise<void>;
  failed(id: string, error: string): Promise<void>;
}

export interface MailDeps {
  store: MailStore;
  mailer: Mailer;
  clock: Clock;
  log: Logger;
  /** The address of an invitation's page; its token is derived here, so that none is stored. */
  linkTo(invitationId: string, tokenVersion: number): string;
}

const HELD_MS = 2 * 60_000;
const GIVE_UP_MS = 24 * 3_600_000;
const LONGEST_RETRY_MS = 30 * 60_000;

/** Sends what is due, one after the other. Resolves when nothing is left to send now. */
export async function sendMails({ store, mailer, clock, log, linkTo }: MailDeps): Promise<void> {
  for (;;) {
    const now = clock.now();
    const mail = await store.take(now, new Date(now.getTime() + HELD_MS));
    if (!mail) return;
    try {
      const { link } = mail;
      const text = link ? mail.text.replaceAll('{{link}}', linkTo(link.invitationId, link.tokenVersion)) : mail.text;
      const { to, number, subject, attachments } = mail;
      await mailer.send({ to, number, subject, text, attachments });
      await store.sent(mail.id, clock.now());
    } catch (error) {
      const reason = isCoded(error) ? error.reason : 'unexpected';
      log.warn({ err: error, mail: mail.number, attempts: mail.attempts }, 'a mail could not be sent');
      const tooOld = now.getTime() - mail.createdAt.getTime() > GIVE_UP_MS;
      if (isCoded(error, 'invalid') || tooOld) await store.failed(mail.id, reason);
      else
        await store.later(
          mail.id,
          new Date(now.getTime() + Math.min(5_000 * 2 ** mail.attempts, LONGEST_RETRY_MS)),
          reason,
        );
    }
  }
}

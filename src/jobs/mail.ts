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
  /** The one-time code it brings. */
  code?: { id: string; expiresAt: Date };
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
  /** A one-time code as people are shown it, likewise derived. */
  codeOf(id: string): string;
}

const HELD_MS = 2 * 60_000;
const GIVE_UP_MS = 24 * 3_600_000;
const LONGEST_RETRY_MS = 30 * 60_000;

/** Sends what is due, one after the other. Resolves when nothing is left to send now. */
export async function sendMails(deps: MailDeps): Promise<void> {
  const { store, mailer, clock, log } = deps;
  for (;;) {
    const now = clock.now();
    const mail = await store.take(now, new Date(now.getTime() + HELD_MS));
    if (!mail) return;
    try {
      const { to, number, subject, attachments, code } = mail;
      if (code && code.expiresAt <= now) {
        await store.failed(mail.id, 'code_expired');
        continue;
      }
      await mailer.send({ to, number, subject, text: filledIn(deps, mail), attachments });
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

function filledIn({ linkTo, codeOf }: MailDeps, { text, link, code }: WaitingMail): string {
  if (link) return text.replaceAll('{{link}}', linkTo(link.invitationId, link.tokenVersion));
  return code ? text.replaceAll('{{code}}', codeOf(code.id)) : text;
}

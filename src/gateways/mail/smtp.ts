import { createTransport } from 'nodemailer';
import type { Clock } from '../../lib/clock.ts';
import { CodedError } from '../../lib/errors.ts';
import type { Mailer } from '../../portal/ports.ts';
import { message } from './message.ts';

/** Long enough for a server that greets slowly on purpose, short enough for the job that sends. */
const TIMEOUTS = { dnsTimeout: 10_000, connectionTimeout: 10_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

/**
 * Sends through an SMTP server. `url` decides host, login and TLS: `smtps://user:password@host:465`, or
 * `smtp://host:587` with STARTTLS where offered (`?requireTLS=true` insists on it).
 * `send` throws CodedError `invalid` for what the server refuses for good (5xx on recipient or message), and
 * `unavailable` for everything that may be better later: 4xx, no connection, a time-out, a refused login.
 */
export function smtpMailer({ url, from, clock }: { url: string; from: string; clock: Clock }): Mailer {
  const transport = createTransport({ url, ...TIMEOUTS });
  return {
    async send(mail) {
      const options = message(mail, from, clock.now());
      try {
        await transport.sendMail(options);
      } catch (error) {
        throw refusal(error);
      }
    },
  };
}

/**
 * A login is refused for the service, not for the mail: once it is set right, the mail can go. The server's own words
 * often name the recipient, so they go no further, unlike what went wrong with the connection.
 */
function refusal(error: unknown): CodedError {
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string };
  const forGood = responseCode !== undefined && responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
  if (forGood) return new CodedError('invalid', 'mail_refused', { smtp: responseCode, command });
  const cause = responseCode === undefined ? error : undefined;
  return new CodedError('unavailable', 'mail_not_sent', { smtp: responseCode ?? code, command }, cause);
}

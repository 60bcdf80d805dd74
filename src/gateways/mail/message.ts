import type { SendMailOptions } from 'nodemailer';
import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import type { Mail } from '../../portal/ports.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get into a header.
const ONE_LINE = /^[^\u0000-\u001f\u007f\u2028\u2029]*$/;
const line = (max: number) => z.string().min(1).max(max).regex(ONE_LINE);

const schema = z.object({
  to: line(254).regex(/^[^\s<>()[\],;:\\"@]+@[^\s<>()[\],;:\\"@]+\.[^\s<>()[\],;:\\"@.]+$/u),
  number: z
    .string()
    .max(64)
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/),
  subject: line(500),
  text: z.string(),
  attachments: z.array(z.object({ name: line(200), type: line(100), bytes: z.instanceof(Uint8Array) })),
});

/**
 * A mail as nodemailer takes it: one recipient, no header that a text could forge, the Message-ID made of the number,
 * so that a repeat is recognised as the same mail.
 *
 * @param from "Name <address>" or an address, from the configuration
 * @throws CodedError `invalid` `mail` with the field that can never be sent
 */
export function message(mail: Mail, from: string, date: Date): SendMailOptions {
  const { error } = schema.safeParse(mail);
  if (error) throw new CodedError('invalid', 'mail', { field: error.issues[0]?.path.join('.') });
  const domain = /@([^>\s]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return {
    from,
    date,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    messageId: `<${mail.number}@${domain}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: mail.attachments.map(({ name, type, bytes }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Clock } from '../../lib/clock.ts';
import { CodedError } from '../../lib/errors.ts';
import type { Mailer } from '../../portal/ports.ts';
import { message } from './message.ts';

/** A mail in the folder, as the demonstration page shows it. */
export interface StoredMail {
  /** Its file's name, which is its name here. */
  file: string;
  number: string;
  to: string;
  subject: string;
  text: string;
  /** ISO 8601, UTC. */
  date: string;
  attachments: readonly { name: string; type: string; size: number }[];
}

const FILE = /^\d{8}T\d{9}Z-[A-Za-z0-9-]+\.eml$/;

/**
 * Writes each mail into a folder instead of sending it: `TIME-NUMBER.eml`, which any mail program opens, and beside it
 * what the demonstration page needs. A mail is there whole or not at all. `send` throws CodedError `invalid` as
 * `message` does, and `unavailable` when the folder can't be written.
 */
export function folderMailer({ dir, from, clock }: { dir: string; from: string; clock: Clock }): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send(mail) {
      const now = clock.now();
      const options = message(mail, from, now);
      const file = `${now.toISOString().replace(/[-:.]/g, '')}-${mail.number}.eml`;
      const { number, to, subject, text } = mail;
      const attachments = mail.attachments.map(({ name, type, bytes }) => ({ name, type, size: bytes.byteLength }));
      const stored: StoredMail = { file, number, to, subject, text, date: now.toISOString(), attachments };
      try {
        const { message: mime } = await transport.sendMail(options);
        await mkdir(dir, { recursive: true, mode: 0o700 });
        for (const [index, { bytes }] of mail.attachments.entries()) await write(dir, part(file, index), bytes);
        await write(dir, file, mime as Buffer);
        // Last, because a mail is listed by it.
        await write(dir, sidecar(file), Buffer.from(JSON.stringify(stored)));
      } catch (error) {
        throw new CodedError('unavailable', 'mail_not_sent', {}, error);
      }
    },
  };
}

/** The mails in the folder, newest first, at most `limit`; none where there is no folder yet. */
export async function listMails(dir: string, limit = 100): Promise<StoredMail[]> {
  const names = await readdir(dir).catch(ifMissing<string[]>([]));
  const files = names.filter((name) => FILE.test(name) && names.includes(sidecar(name)));
  const newest = files.sort().reverse().slice(0, limit);
  return Promise.all(newest.map((file) => readMail(dir, file)));
}

/** One mail of the folder. Throws CodedError `not_found` for any name that is not one of its mails'. */
export async function readMail(dir: string, file: string): Promise<StoredMail> {
  const json = await content(dir, file, sidecar(file));
  return JSON.parse(json.toString('utf8')) as StoredMail;
}

/** The mail's attachment at `index`, from 0. Throws CodedError `not_found` when there is no such mail or attachment. */
export async function readAttachment(
  dir: string,
  file: string,
  index: number,
): Promise<{ name: string; type: string; bytes: Uint8Array }> {
  const attachment = (await readMail(dir, file)).attachments[index];
  if (!attachment) throw new CodedError('not_found', 'mail');
  return { name: attachment.name, type: attachment.type, bytes: await content(dir, file, part(file, index)) };
}

const sidecar = (file: string): string => file.replace(/eml$/, 'json');
const part = (file: string, index: number): string => file.replace(/eml$/, `part${index}`);

async function content(dir: string, file: string, name: string): Promise<Buffer> {
  // No separator or dot-dot fits the pattern, so no name leads out of the folder.
  const found = FILE.test(file) ? await readFile(join(dir, name)).catch(ifMissing(undefined)) : undefined;
  if (!found) throw new CodedError('not_found', 'mail');
  return found;
}

async function write(dir: string, name: string, bytes: Uint8Array): Promise<void> {
  const path = join(dir, name);
  const handle = await open(`${path}.tmp`, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${path}.tmp`, path);
}

function ifMissing<T>(instead: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return instead;
    throw error;
  };
}

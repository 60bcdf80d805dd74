import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { demoDocument } from '../../../src/demo/data.ts';
import { listMails } from '../../../src/gateways/mail/folder.ts';
import { dateIn } from '../../../src/lib/dates.ts';
import type { Service } from './service.ts';

const MAIL_PATIENCE_MS = 10_000;

/** Loads the demonstration's books into a service as an administrator would. */
export async function loadBooks(service: Service): Promise<void> {
  const file = join(service.dataDir, 'books.json');
  await writeFile(file, JSON.stringify(demoDocument(dateIn('UTC', new Date()))));
  await service.portal('load', file);
}

/** Waits for a mail to that person; resolves with its text. */
export async function mailTo({ dataDir }: Service, to: string, pattern: RegExp): Promise<string> {
  const dir = join(dataDir, 'mails');
  const deadline = performance.now() + MAIL_PATIENCE_MS;
  while (performance.now() < deadline) {
    const found = (await listMails(dir)).find((mail) => mail.to.includes(to) && pattern.test(mail.text));
    if (found) return found.text;
    await later(50);
  }
  throw new Error(`no mail to ${to} with ${pattern}`);
}

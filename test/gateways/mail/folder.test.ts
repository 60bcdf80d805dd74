import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { folderMailer, listMails, readAttachment, readMail } from '../../../src/gateways/mail/folder.ts';
import { FORGERIES, mail } from './mail.ts';

async function folder() {
  const root = await mkdtemp(join(tmpdir(), 'mails-'));
  onTestFinished(() => rm(root, { recursive: true }));
  const dir = join(root, 'mails');
  let now = Date.parse('2026-11-03T10:00:00.000Z');
  const clock = { now: () => new Date(now) };
  const mailer = folderMailer({ dir, from: 'Portal <portal@example.com>', clock });
  const later = () => {
    now += 1000;
  };
  return { root, dir, mailer, later };
}

describe('mails to a folder', () => {
  it('are written as MIME with Polish letters, a Message-ID of the number, and the files', async () => {
    const { dir, mailer } = await folder();
    await mailer.send(mail());
    const eml = await readFile(join(dir, '20261103T100000000Z-M-1024.eml'), 'latin1');
    expect(eml).toContain('From: Portal <portal@example.com>\r\nTo: zofia@example.pl\r\n');
    expect(eml).toContain('Message-ID: <M-1024@example.com>\r\n');
    expect(eml).toContain('Date: Tue, 03 Nov 2026 10:00:00 +0000\r\n');
    expect(eml).toContain('Auto-Submitted: auto-generated\r\n');
    expect(eml).toMatch(/Subject: =\?UTF-8\?/);
    expect(eml).toContain(Buffer.from(mail().attachments[1]!.bytes).toString('base64'));
  });

  it('are listed newest first, with what the page shows', async () => {
    const { dir, mailer, later } = await folder();
    expect(await listMails(dir)).toEqual([]);
    await mailer.send(mail());
    later();
    await mailer.send(mail({ number: 'M-1025', attachments: [] }));
    const [second, first] = await listMails(dir);
    expect(second).toMatchObject({ number: 'M-1025', attachments: [] });
    const { number, to, subject, text } = mail();
    expect(first).toEqual({
      ...{ number, to, subject, text },
      file: '20261103T100000000Z-M-1024.eml',
      date: '2026-11-03T10:00:00.000Z',
      attachments: [
        { name: 'faktury-łódź.csv', type: 'text/csv', size: 10 },
        { name: 'list.pdf', type: 'application/pdf', size: 6 },
      ],
    });
    expect(await listMails(dir, 1)).toEqual([second]);
    expect(await readMail(dir, first!.file)).toEqual(first);
  });

  it('give their attachments back as they were', async () => {
    const { dir, mailer } = await folder();
    await mailer.send(mail());
    const [{ file } = { file: '' }] = await listMails(dir);
    const { bytes, ...named } = await readAttachment(dir, file, 1);
    expect(named).toEqual({ name: 'list.pdf', type: 'application/pdf' });
    expect([...bytes]).toEqual([37, 80, 68, 70, 0, 255]);
    await expect(readAttachment(dir, file, 2)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('leave nothing half-written, and do not list what a crash left', async () => {
    const { dir, mailer } = await folder();
    await mailer.send(mail());
    await writeFile(join(dir, '20261103T100001000Z-M-1.eml'), 'half');
    await writeFile(join(dir, '20261103T100001000Z-M-2.json.tmp'), '{');
    expect(await listMails(dir)).toHaveLength(1);
    expect((await readdir(dir)).filter((name) => name.endsWith('.eml.tmp'))).toEqual([]);
  });

  it.each([
    '../secret.eml',
    '20261103T100000000Z-M/../../secret.eml',
    '/etc/passwd',
    '',
    '20261103T100000000Z-M-9.eml',
  ])('are the only files to be read, not %j', async (file) => {
    const { root, dir, mailer } = await folder();
    await mailer.send(mail());
    await writeFile(join(root, 'secret.json'), '{}');
    await expect(readMail(dir, file)).rejects.toMatchObject({ code: 'not_found' });
    await expect(readAttachment(dir, file, 0)).rejects.toMatchObject({ code: 'not_found' });
  });

  it.each(FORGERIES)('can have no forged %s', async (field, changes) => {
    const { dir, mailer } = await folder();
    await expect(mailer.send(mail(changes))).rejects.toMatchObject({ code: 'invalid', details: { field } });
    expect(await listMails(dir)).toEqual([]);
  });

  it('are worth trying again where the folder cannot be written', async () => {
    const { root, dir, mailer } = await folder();
    await writeFile(dir, 'not a folder');
    await expect(mailer.send(mail())).rejects.toMatchObject({ code: 'unavailable' });
    expect(await readdir(root)).toEqual(['mails']);
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { folderMailer, listMails, readAttachment, readMail } from '../../../src/gateways/mail/folder.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { CodedError } from '../../../src/lib/errors.ts';
import { servePage } from './serving.ts';

const USER = 'anna@acme.example';
let dir = '';
let page: Awaited<ReturnType<typeof servePage>>;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mails-'));
  await writeFile(join(dir, 'secret.txt'), 'of the house');
  const mail = { number: 'M-1', to: USER, subject: 'Your invoices', text: 'Attached.' };
  const bytes = Buffer.from('a;b\n');
  await folderMailer({ dir, from: 'portal@x.example', clock: systemClock }).send({
    ...mail,
    attachments: [{ name: 'zaległe "1".csv', type: 'text/csv', bytes }],
  });
  page = await servePage(undefined, {
    mails: {
      list: () => listMails(dir),
      read: (file) => readMail(dir, file),
      attachment: (file, index) => readAttachment(dir, file, index),
    },
    async file(userId, id) {
      if (userId !== USER || id !== 'f1') throw new CodedError('not_found', 'file');
      return { name: 'FV-1.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF') };
    },
  });
});
afterAll(async () => {
  await page.close();
  await rm(dir, { recursive: true });
});

const get = (path: string) => fetch(`${page.address}${path}`);
const mails = async () => (await (await get('/web/mails')).json()) as { file: string; subject: string }[];

it('mails are listed and each can be read', async () => {
  const [mail] = await mails();
  expect(mail?.subject).toBe('Your invoices');
  expect(await (await get(`/web/mails/${mail?.file}`)).json()).toEqual(mail);
});

it('an attachment is a file to keep, under its own name', async () => {
  const [mail] = await mails();
  const answer = await get(`/web/mails/${mail?.file}/0`);
  expect(await answer.text()).toBe('a;b\n');
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="zaleg_e _1_.csv"; filename*=UTF-8''zaleg%C5%82e%20%221%22.csv`,
  );
  expect(answer.headers.get('content-security-policy')).toContain('sandbox');
});

it("a person's own file is handed over, and nobody else's", async () => {
  const answer = await get(`/web/files/f1?user=${USER}`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect((await get('/web/files/f1?user=emily@acme.example')).status).toBe(404);
  expect((await get('/web/files/f1')).status).toBe(404);
});

it.each([
  '/web/mails/secret.txt',
  '/web/mails/..%2f..%2f..%2fetc%2fpasswd',
  '/web/mails/%2e%2e%2fsecret.txt',
  '/web/mails/..%5csecret.txt',
  '/web/mails/x%00.eml',
  '/web/mails/20260101T000000000Z-M-9.eml',
  '/web/mails/20260101T000000000Z-M-9.eml/0',
  '/web/files/..%2f..%2fpackage.json?user=anna@acme.example',
  '/web/..%2fchannel.ts',
  '/web/index.html',
  '/web/public/app.js',
])('%s leads nowhere', async (path) => {
  expect((await get(path)).status).toBe(404);
});

it.each(['-1', '1', '99', 'x', '0x0', '1e1'])('attachment %s of a mail with one is not there', async (index) => {
  const [mail] = await mails();
  expect((await get(`/web/mails/${mail?.file}/${index}`)).status).toBe(404);
});

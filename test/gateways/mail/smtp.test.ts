import { describe, expect, it } from 'vitest';
import { smtpMailer } from '../../../src/gateways/mail/smtp.ts';
import { FORGERIES, mail } from './mail.ts';
import { type Script, smtpServer } from './smtp-server.ts';

const clock = { now: () => new Date('2026-11-03T10:00:00Z') };
const mailerOf = (url: string) => smtpMailer({ url, from: 'Portal <portal@example.com>', clock });

describe('mails by SMTP', () => {
  it('arrive with one recipient, the number as Message-ID, and their text whole', async () => {
    const { url, received } = await smtpServer();
    await mailerOf(url).send(mail({ attachments: [] }));
    const [{ commands, data } = { commands: [], data: '' }] = received;
    expect(commands).toContain('MAIL FROM:<portal@example.com>');
    expect(commands.filter((line) => line.startsWith('RCPT'))).toEqual(['RCPT TO:<zofia@example.pl>']);
    expect(data).toContain('Message-ID: <M-1024@example.com>');
    expect(data).toContain('Content-Type: text/plain; charset=utf-8');
  });

  it('carry the same Message-ID when they are repeated', async () => {
    const { url, received } = await smtpServer();
    const mailer = mailerOf(url);
    await mailer.send(mail());
    await mailer.send(mail());
    const ids = received.map(({ data }) => /^Message-ID: .*$/m.exec(data)?.[0]);
    expect(ids).toEqual(['Message-ID: <M-1024@example.com>', 'Message-ID: <M-1024@example.com>']);
  });

  it.each<[string, Script, string]>([
    ['the recipient is unknown', { RCPT: '550 5.1.1 no such user' }, 'invalid'],
    ['the message is refused for good', { message: '554 5.7.1 spam' }, 'invalid'],
    ['the recipient is greylisted', { RCPT: '451 4.7.1 try again later' }, 'unavailable'],
    ['the server is full', { message: '452 4.3.1 no space' }, 'unavailable'],
    ['the server is busy', { greeting: '421 too many connections' }, 'unavailable'],
    ['the server does not want to talk to us now', { greeting: '554 not now' }, 'unavailable'],
    ['the connection breaks', { DATA: null }, 'unavailable'],
    ['the connection breaks after the message', { message: null }, 'unavailable'],
  ])('when %s, with %j: %s', async (_, script, code) => {
    const { url } = await smtpServer(script);
    await expect(mailerOf(url).send(mail())).rejects.toMatchObject({ code });
  });

  it('are worth trying again where no server answers', async () => {
    const { url, close } = await smtpServer();
    await close();
    await expect(mailerOf(url).send(mail())).rejects.toMatchObject({
      code: 'unavailable',
      details: { smtp: 'ESOCKET' },
    });
  });

  it('wait where the login is refused, since the mail is not to blame', async () => {
    const { url, received } = await smtpServer({ AUTH: '535 5.7.8 wrong password' });
    const mailer = mailerOf(url.replace('//', '//user:secret@'));
    await expect(mailer.send(mail())).rejects.toMatchObject({ code: 'unavailable', details: { smtp: 535 } });
    expect(received).toEqual([]);
  });

  it.each(FORGERIES)('can have no forged %s', async (field, changes) => {
    const { url, received } = await smtpServer();
    await expect(mailerOf(url).send(mail(changes))).rejects.toMatchObject({ code: 'invalid', details: { field } });
    expect(received).toEqual([]);
  });
});

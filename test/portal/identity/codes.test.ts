import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { identityWorld } from './support.ts';

const world = await identityWorld();
const { ask, allow, codes, clock, identity, mails, owner, prove, someone, trail, who } = world;

const MINUTE = 60_000;

async function ann() {
  const account = await world.account({ ann: ['finance'] });
  const user = someone();
  await allow(account, user.tenantId);
  return { account, user, email: account.email('ann') };
}

describe('a one-time code', () => {
  it('links the chat user who asked for it to the contact with that e-mail, and only them', async () => {
    const { account, user, email } = await ann();
    expect(await ask(user, ` ${email.toUpperCase()} `)).toEqual({ asked: true });
    const [code] = await codes(user);
    const other = someone(user.tenantId);
    expect(await prove(other, code!)).toEqual({ why: 'none' });
    const proven = await prove(user, code!);
    expect(proven.linked).toMatchObject([{ account: { id: account.id }, name: 'Ann' }]);
    expect(await who(user)).toEqual([account.id]);
    expect(await who(other)).toBe('not_linked');
    expect(await trail(account)).toEqual(['system links.askCode done', 'contact links.link done code']);
  });

  it('comes by mail, which says who asked and from where, and holds the code only once it is sent', async () => {
    const { user, email } = await ann();
    await identity.askCode(user, email, {
      asker: { name: 'Eve <b>Click https://evil.example/x?y={{code}}', tenantName: 'Acme "Ltd"\n' },
      ...{ locale: 'en', key: randomUUID() },
    });
    const [mail, second] = await mails(email);
    expect(second).toBeUndefined();
    const [code] = await codes(user);
    expect(mail!.text).toContain('Eve b Click https evil example x y code asked in Slack (Acme Ltd)');
    expect(mail!.text).toContain('{{code}}');
    expect(`${mail!.text}${mail!.subject}`).not.toContain(code!.slice(0, 4));
    expect(mail!.text).toContain('If that was not you');
  });

  it('is mailed in the language the reader has set', async () => {
    const { user, email, account } = await ann();
    await account.sql.query(`UPDATE contact SET locale = 'pl' WHERE id = $1`, [account.person('ann')]);
    await ask(user, email);
    const [mail] = await mails(email);
    expect(mail!.text).toContain('W Slacku (Acme) ktoś prosi');
  });

  it('is asked for in the same way and counted whether or not the e-mail is known, but mailed only where it is', async () => {
    const { account, user, email } = await ann();
    const stranger = `nobody@${randomUUID()}.example`;
    const elsewhere = someone();
    expect(await ask(user, stranger)).toEqual(await ask(user, email));
    expect(await ask(elsewhere, email)).toEqual({ asked: true });
    expect(await codes(user)).toHaveLength(2);
    expect(await mails(stranger)).toEqual([]);
    // The other workspace is not allowed for the account: nothing is mailed from there.
    expect(await mails(email)).toHaveLength(1);
    await account.suspend('ann');
    await ask(user, email);
    expect(await mails(email)).toHaveLength(1);
  });

  it('refuses what is no e-mail address', async () => {
    await expect(ask(someone(), 'ann at example')).rejects.toMatchObject({ code: 'invalid', reason: 'bad_input' });
  });

  it('works once', async () => {
    const { user, email } = await ann();
    await ask(user, email);
    const [code] = await codes(user);
    expect((await prove(user, code!)).linked).toBeDefined();
    expect(await prove(user, code!)).toEqual({ why: 'used' });
  });

  it('works once when it is proved twice at the same moment', async () => {
    const { account, user, email } = await ann();
    await ask(user, email);
    const [code] = await codes(user);
    const both = await Promise.all([prove(user, code!), prove(user, code!)]);
    expect(both.filter(({ linked }) => linked)).toHaveLength(1);
    const { rows } = await owner.query('SELECT FROM chat_link WHERE "userId" = $1', [user.userId]);
    expect(rows).toHaveLength(1);
    expect(await trail(account)).toContain('contact links.link done code');
  });

  it('stays right for the event that proved it, served again', async () => {
    const { account, user, email } = await ann();
    await ask(user, email);
    const [code] = await codes(user);
    const first = await prove(user, code!, 'event-1');
    expect(await prove(user, code!, 'event-1')).toEqual(first);
    expect((await trail(account)).filter((line) => line.includes('links.link'))).toHaveLength(1);
  });

  it('ends after ten minutes', async () => {
    const { user, email } = await ann();
    await ask(user, email);
    const [code] = await codes(user);
    clock.move(10 * MINUTE);
    expect(await prove(user, code!)).toEqual({ why: 'expired' });
    expect(await who(user)).toBe('not_linked');
  });

  it('is dead after five wrong tries, the right one then too, and each is in the trail', async () => {
    const { account, user, email } = await ann();
    await ask(user, email);
    const [code] = await codes(user);
    const left: unknown[] = [];
    for (let i = 0; i < 5; i += 1) left.push(await prove(user, 'BCDFGHJK'));
    expect(left).toEqual([...[4, 3, 2, 1].map((n) => ({ why: 'wrong', left: n })), { why: 'too_many' }]);
    expect(await prove(user, code!)).toEqual({ why: 'too_many' });
    expect(await who(user)).toBe('not_linked');
    expect((await trail(account)).filter((line) => line.startsWith('system links.link refused code_'))).toHaveLength(6);
  });

  it('counts a wrong try once though its event is served again, and at once as often as tried', async () => {
    const { user, email } = await ann();
    await ask(user, email);
    await prove(user, 'BCDFGHJK', 'again');
    expect(await prove(user, 'BCDFGHJK', 'again')).toEqual({ why: 'wrong', left: 4 });
    await Promise.all(Array.from({ length: 8 }, () => prove(user, 'BCDFGHJK')));
    const { rows } = await owner.query<{ tries: number }>('SELECT tries FROM link_code WHERE "userId" = $1', [
      user.userId,
    ]);
    expect(rows).toEqual([{ tries: 5 }]);
  });

  it('of several open ones each works, and a wrong one counts on the newest', async () => {
    const { user, email } = await ann();
    await ask(user, email);
    clock.move(1000);
    await ask(user, email);
    await prove(user, 'BCDFGHJK');
    const { rows } = await owner.query<{ tries: number }>(
      'SELECT tries FROM link_code WHERE "userId" = $1 ORDER BY "createdAt"',
      [user.userId],
    );
    expect(rows.map(({ tries }) => tries)).toEqual([0, 1]);
    const [first, second] = await codes(user);
    expect((await prove(user, first!)).linked).toBeDefined();
    expect(await prove(user, second!)).toEqual({ why: 'used' });
  });

  it('read by others is ended', async () => {
    const { user, email } = await ann();
    await ask(user, email);
    const [code] = await codes(user);
    await identity.endCode(someone(user.tenantId), world.proofOf(user, code!));
    await identity.endCode(user, world.proofOf(user, 'BCDFGHJK'));
    await identity.endCode(user, world.proofOf(user, code!));
    expect(await prove(user, code!)).toEqual({ why: 'used' });
  });
});

describe('codes an hour and a day', () => {
  const from = (ms: number) => new Date(clock.now().getTime() + ms);

  it('are three and ten for a chat user, for whatever e-mails', async () => {
    const user = someone();
    const tell = async () => (await ask(user, `x@${randomUUID()}.example`)) as { asked: boolean; until?: Date };
    const start = clock.now().getTime();
    for (let i = 0; i < 3; i += 1) expect(await tell()).toEqual({ asked: true });
    expect(await tell()).toEqual({ asked: false, until: from(60 * MINUTE) });
    for (let hour = 1; hour <= 2; hour += 1) {
      clock.move(60 * MINUTE);
      for (let i = 0; i < 3; i += 1) expect(await tell()).toEqual({ asked: true });
    }
    clock.move(60 * MINUTE);
    expect(await tell()).toEqual({ asked: true });
    expect(await tell()).toEqual({ asked: false, until: new Date(start + 24 * 60 * MINUTE) });
    expect(await codes(user)).toHaveLength(10);
  });

  it('are three for an e-mail, from whatever chat users', async () => {
    const { user, email } = await ann();
    for (let i = 0; i < 3; i += 1) expect(await ask(someone(user.tenantId), email)).toEqual({ asked: true });
    expect(await ask(user, email)).toMatchObject({ asked: false });
    expect(await mails(email)).toHaveLength(3);
  });

  it('are no more when asked for at once', async () => {
    const user = someone();
    const answers = await Promise.all(Array.from({ length: 6 }, (_, i) => ask(user, `x${i}@example.com`)));
    expect(answers.filter(({ asked }) => asked)).toHaveLength(3);
  });

  it('are not used up by an event that is served again', async () => {
    const { user, email } = await ann();
    for (let i = 0; i < 5; i += 1) expect(await ask(user, email, 'same')).toEqual({ asked: true });
    expect(await mails(email)).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { sqlOn } from '../../../src/db/sql.ts';
import { readPdf } from '../../documents/read.ts';
import { testDatabase } from '../../support/database.ts';
import { portalWorld } from '../../support/portal.ts';

const database = await testDatabase();
const world = await portalWorld(database);
const sql = sqlOn(database.pools.owner);

interface Sent {
  to: string;
  subject: string;
  text: string;
  number: string;
  files: { name: string; type: string; bytes: Buffer }[];
}

async function mails(accountId: string): Promise<Sent[]> {
  const { rows } = await sql.query<Omit<Sent, 'files'> & { id: string }>(
    'SELECT id, "to", subject, text, number FROM mail WHERE "accountId" = $1 ORDER BY id',
    [accountId],
  );
  return Promise.all(
    rows.map(async ({ id, ...mail }) => {
      const attached = 'SELECT name, type, bytes FROM mail_attachment WHERE "mailId" = $1 ORDER BY position';
      return { ...mail, files: (await sql.query<Sent['files'][number]>(attached, [id])).rows };
    }),
  );
}

const setUp = async () => {
  const account = await world.account({ ann: ['finance'], mia: ['management'], tom: ['technical'], old: ['finance'] });
  await sql.query(`UPDATE contact SET status = 'suspended' WHERE id = $1`, [account.person('old')]);
  await sql.query(`UPDATE contact SET locale = 'pl' WHERE id = $1`, [account.person('mia')]);
  await account.invoice({ number: '=LATE', dueOn: '2026-09-01', total: '1250.50' });
  const id = await account.invoice({ number: 'FV/2026/11/007', dueOn: '2026-12-01' });
  return { account, id, ann: world.portalFor(account, 'ann') };
};

describe('e-mailing invoices', () => {
  it('sends the list to oneself as PDF and CSV, with a number, once per key', async () => {
    const { account, ann } = await setUp();
    const wish = { key: 'k1', what: { status: 'overdue' as const } };
    const expected = { recipients: [{ name: 'Ann', email: account.email('ann') }], count: 1 };
    expect(await ann.invoices.email(wish)).toEqual(expected);
    expect(await ann.invoices.email(wish)).toEqual(expected);
    const sent = await mails(account.id);
    expect(sent).toHaveLength(1);
    const [{ to, subject, text, number, files }] = sent as [Sent];
    expect([to, subject]).toEqual([account.email('ann'), `Overdue invoices – Account ${account.id.slice(0, 4)}`]);
    expect(text).toContain('1 invoice, attached as PDF and as CSV');
    expect(text.endsWith(number)).toBe(true);
    expect(files.map(({ name, type }) => [name, type])).toEqual([
      ['invoices-2026-11-03.pdf', 'application/pdf'],
      ['invoices-2026-11-03.csv', 'text/csv; charset=utf-8'],
    ]);
    expect((await readPdf(Uint8Array.from(files[0]!.bytes))).text).toContain('PLN 1,250.50');
    expect(files[1]!.bytes.toString()).toContain("'=LATE,");
  });

  it('speaks the language of whoever gets it', async () => {
    const { account, ann } = await setUp();
    const to = [account.person('ann'), account.person('mia')];
    await ann.invoices.email({ key: 'k', to, what: { status: 'unpaid' } });
    const sent = await mails(account.id);
    expect(sent.map(({ subject }) => subject.split(' –')[0])).toEqual(['Unpaid invoices', 'Nieopłacone faktury']);
    expect(sent[1]!.text).toContain('Ann prosi na czacie');
    expect(sent[1]!.text).toContain('2 faktury');
    expect(sent[1]!.files.map(({ name }) => name)).toEqual(['faktury-2026-11-03.pdf', 'faktury-2026-11-03.csv']);
  });

  it('sends one invoice with its own PDF', async () => {
    const { account, id, ann } = await setUp();
    expect(await ann.invoices.email({ key: 'k', what: { invoice: id } })).toMatchObject({ count: 1 });
    const [mail] = await mails(account.id);
    expect(mail!.subject).toMatch(/^Invoice FV\/2026\/11\/007 –/);
    expect(mail!.files.map(({ name }) => name)).toEqual(['invoice-FV-2026-11-007.pdf', 'invoices-2026-11-03.csv']);
  });

  it('goes to nobody who is suspended, may not see invoices, or is of another account', async () => {
    const { account, ann } = await setUp();
    const other = await world.account({ eve: ['finance'] });
    const send = (to: string) => ann.invoices.email({ key: 'k', to: [to], what: {} });
    const notAllowed = { code: 'invalid', reason: 'may_not_read_invoices' };
    await expect(send(account.person('tom'))).rejects.toMatchObject({ ...notAllowed, details: { name: 'Tom' } });
    await expect(send(account.person('old'))).rejects.toMatchObject(notAllowed);
    await expect(send(other.person('eve'))).rejects.toMatchObject({ code: 'not_found' });
    await expect(send('eve@elsewhere.example')).rejects.toMatchObject({ code: 'invalid', reason: 'bad_input' });
    expect(await mails(account.id)).toEqual([]);
  });

  it('refuses an empty list, more than ten recipients, and more invoices than can be printed', async () => {
    const { account, ann } = await setUp();
    const empty = ann.invoices.email({ key: 'k', what: { status: 'closed' } });
    await expect(empty).rejects.toMatchObject({ code: 'invalid', reason: 'nothing_to_send' });
    const to = Array.from({ length: 11 }, () => account.person('ann'));
    await expect(ann.invoices.email({ key: 'k', to, what: {} })).rejects.toMatchObject({ reason: 'bad_input' });
    await sql.query(
      `INSERT INTO invoice ("accountId", "externalId", number, type, "issuedOn", "dueOn", currency, net, tax, total,
         "lastDigits") SELECT $1, n, n, 'support', '2026-01-01', '2026-12-01', 'PLN', 1, 0, 1, n::text
       FROM generate_series(1, 1000) n`,
      [account.id],
    );
    const many = ann.invoices.email({ key: 'k', what: {} });
    await expect(many).rejects.toMatchObject({ reason: 'too_many_invoices', details: { most: 1000 } });
    expect(await mails(account.id)).toEqual([]);
  });

  it('stops at twenty in 24 hours, also for those asked for at the same moment', async () => {
    const { account, id, ann } = await setUp();
    // A loaded PDF, so that none has to be drawn twenty times.
    await sql.query(`UPDATE invoice SET pdf = 'x' WHERE id = $1`, [id]);
    const send = (key: string) => ann.invoices.email({ key, what: { invoice: id } });
    for (let n = 1; n <= 18; n += 1) await send(`k${n}`);
    const rest = await Promise.allSettled(['a', 'b', 'c', 'd'].map(send));
    const failed = rest.filter((one) => one.status === 'rejected');
    expect(failed.map(({ reason }) => reason.reason)).toEqual(['too_many_mails', 'too_many_mails']);
    expect(await mails(account.id)).toHaveLength(20);
    world.clock.move(24 * 3_600_000 + 1);
    await send('tomorrow');
    expect(await mails(account.id)).toHaveLength(21);
    world.clock.move(-24 * 3_600_000 - 1);
  });

  it('stands in the audit trail with who got what', async () => {
    const { account, ann } = await setUp();
    await ann.invoices.email({ key: 'k', to: [account.person('mia')], what: { status: 'overdue' } });
    const { rows } = await sql.query('SELECT action, object, details FROM audit_record WHERE chain = $1', [account.id]);
    const details = { to: [account.email('mia')], count: 1 };
    expect(rows).toEqual([{ action: 'invoices.email', object: 'invoices:overdue', details }]);
  });
});

import { describe, expect, it } from 'vitest';
import { readPdf } from '../../documents/read.ts';
import { testDatabase } from '../../support/database.ts';
import { portalWorld } from '../../support/portal.ts';

const world = await portalWorld(await testDatabase());

const setUp = async () => {
  const account = await world.account({ ann: ['finance'], bea: ['finance', 'management'] });
  const id = await account.invoice({ number: 'FV/2026/11/007', total: '1250.50' });
  return { account, id, ann: world.portalFor(account, 'ann') };
};

describe('the PDF of an invoice', () => {
  it('is made where none was loaded, stored once per key, and written down', async () => {
    const { account, id, ann } = await setUp();
    const first = await ann.invoices.pdf({ id, key: 'k' });
    expect(await ann.invoices.pdf({ id, key: 'k' })).toEqual(first);
    expect(first).toMatchObject({
      number: 'FV/2026/11/007',
      file: { name: 'invoice-FV-2026-11-007.pdf', type: 'application/pdf' },
    });
    const { bytes, name } = await ann.files.read({ id: first.file.id });
    expect([name, bytes.length]).toEqual([first.file.name, first.file.size]);
    expect((await readPdf(bytes)).text).toContain('PLN 1,250.50');
    const { rows } = await account.sql.query('SELECT action, object FROM audit_record WHERE chain = $1', [account.id]);
    expect(rows).toEqual([{ action: 'invoices.pdf', object: 'invoice:FV/2026/11/007' }]);
  });

  it('is the loaded one, byte for byte, where there is one', async () => {
    const { account, id, ann } = await setUp();
    await account.sql.query(`UPDATE invoice SET pdf = $2, "pdfName" = 'orig.pdf' WHERE id = $1`, [
      id,
      Buffer.from('%PDF-x'),
    ]);
    const { file } = await ann.invoices.pdf({ id, key: 'k' });
    expect(file).toMatchObject({ name: 'orig.pdf', size: 6 });
    expect(Buffer.from((await ann.files.read({ id: file.id })).bytes).toString()).toBe('%PDF-x');
  });

  it('is handed to nobody but who asked, and not any more once the role is gone', async () => {
    const { account, id, ann } = await setUp();
    const { file } = await ann.invoices.pdf({ id, key: 'k' });
    const missing = { code: 'not_found' };
    await expect(world.portalFor(account, 'bea').files.read({ id: file.id })).rejects.toMatchObject(missing);
    const other = await world.account({ eve: ['finance'] });
    await expect(world.portalFor(other, 'eve').files.read({ id: file.id })).rejects.toMatchObject(missing);
    await account.sql.query(`UPDATE contact_role SET role = 'technical' WHERE "contactId" = $1`, [
      account.person('ann'),
    ]);
    await expect(ann.files.read({ id: file.id })).rejects.toMatchObject(missing);
  });
});

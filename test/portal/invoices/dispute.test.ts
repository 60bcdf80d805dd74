import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../support/database.ts';
import { portalWorld } from '../../support/portal.ts';
import { auditOf, newKey, refusal } from '../payments/support.ts';
import { mailsOf } from '../people/support.ts';

const world = await portalWorld(await testDatabase());

async function office() {
  const account = await world.account({ tom: ['technical'], ewa: ['management'], anna: ['finance'] });
  const id = await account.invoice({ number: '123', total: '100.00' });
  const dispute = (who: string, invoice = id, reason = 'The price is wrong', key = newKey()) =>
    world.portalFor(account, who).invoices.dispute({ key, id: invoice, reason });
  return { account, id, dispute, as: (name: string) => world.portalFor(account, name) };
}

describe('disputing an invoice', () => {
  it('opens a case, marks the invoice, tells the support address, and shows it in the details', async () => {
    const { account, id, dispute, as } = await office();
    expect(await dispute('anna')).toEqual({ number: 'C-1001', invoice: '123' });
    const details = await as('ewa').invoices.show({ id });
    expect(details.disputed).toBe(true);
    expect(details.disputes).toMatchObject([
      { caseNumber: 'C-1001', reason: 'The price is wrong', by: 'Anna', state: 'open' },
    ]);
    const [mail, ...rest] = await mailsOf(account);
    expect(rest).toEqual([]);
    expect(mail).toMatchObject({ to: `support@${account.id.slice(0, 8)}.example` });
    expect(mail!.subject).toContain('[C-1001]');
    for (const word of ['123', 'The price is wrong', account.email('anna')]) expect(mail!.text).toContain(word);
    expect(await auditOf(account)).toEqual(['contact invoices.dispute done']);
  });

  it('happens once per key, and once per invoice while a case is open', async () => {
    const { account, dispute } = await office();
    const key = newKey();
    expect(await dispute('anna', undefined, 'x', key)).toEqual(await dispute('anna', undefined, 'x', key));
    await expect(dispute('ewa')).rejects.toEqual(
      refusal('conflict', 'already_disputed', { number: '123', caseNumber: 'C-1001' }),
    );
    expect(await mailsOf(account)).toHaveLength(1);
  });

  it('is one dispute when two people do it at once', async () => {
    const { account, dispute } = await office();
    const results = await Promise.allSettled([dispute('anna'), dispute('ewa')]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await mailsOf(account)).toHaveLength(1);
  });

  it('takes the right to read invoices, a reason, and an invoice of the account', async () => {
    const { account, id, dispute } = await office();
    await expect(dispute('tom')).rejects.toEqual(refusal('forbidden', 'role_needed'));
    await expect(dispute('anna', id, '  ')).rejects.toEqual(refusal('invalid', 'bad_input', { field: 'reason' }));
    await expect(dispute('anna', id, 'x'.repeat(2001))).rejects.toEqual(refusal('invalid', 'bad_input'));
    const other = await office();
    for (const invoice of [other.id, randomUUID()]) {
      await expect(dispute('anna', invoice)).rejects.toEqual(refusal('not_found', 'not_found'));
    }
    expect(await mailsOf(account)).toEqual([]);
    await account.suspend('anna');
    await expect(dispute('anna')).rejects.toEqual(refusal('forbidden', 'no_access'));
  });
});

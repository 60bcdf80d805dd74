import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../support/database.ts';
import { portalWorld } from '../../support/portal.ts';
import { leftOf, newKey, payFor, pln, refusal } from './support.ts';

const world = await portalWorld(await testDatabase());
const { gateway } = world.services;

async function office() {
  const account = await world.account({ anna: ['finance'], jan: ['finance'], ewa: ['management'] });
  const method = { id: await account.method({ isDefault: true }) };
  return { account, method, portal: world.portalFor(account, 'anna') };
}

const chargesOf = async (references: (string | null)[]) =>
  (await gateway.ledger()).filter(({ reference }) => references.includes(reference));

describe('paying one invoice with a method on file', () => {
  it('charges it, settles it, and closes the invoice', async () => {
    const { account, portal, method } = await office();
    const invoice = await account.invoice({ number: 'INV-1042', total: '250.50' });
    const [paid] = await payFor(portal, { [invoice]: pln('250.50') }, method);
    expect(paid).toMatchObject({ number: 'P-1001', state: 'succeeded', amount: pln('250.50') });
    expect(await chargesOf([paid!.reference])).toMatchObject([
      { amount: '250.50', currency: 'PLN', status: 'succeeded' },
    ]);
    expect(await leftOf(account, invoice)).toBe('0.00');
    await expect(payFor(portal, { [invoice]: pln('1.00') }, method)).rejects.toEqual(
      refusal('conflict', 'invoice_closed', { number: 'INV-1042' }),
    );
  });

  it('does it once for its key, however often it is asked and at the same time', async () => {
    const { account, portal, method } = await office();
    const invoice = await account.invoice({ number: '1' });
    const key = newKey();
    const before = (await gateway.ledger()).length;
    const all = await Promise.all([1, 2, 3].map(() => payFor(portal, { [invoice]: pln('60.00') }, method, key)));
    expect(new Set(all.map(([payment]) => payment!.id)).size).toBe(1);
    expect(await gateway.ledger()).toHaveLength(before + 1);
    expect(await leftOf(account, invoice)).toBe('40.00');
  });
});

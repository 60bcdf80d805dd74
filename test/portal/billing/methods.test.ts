import { beforeEach, describe, expect, it } from 'vitest';
import { CodedError } from '../../../src/lib/errors.ts';
import { auditOf, newKey, refusal } from '../payments/support.ts';
import { billingOffice } from './office.ts';
import { methodsOf } from './support.ts';

const world = await billingOffice();
let set: Awaited<ReturnType<typeof world.office>>;
let visa: string;
let bank: string;

beforeEach(async () => {
  set = await world.office();
  visa = await set.account.method({ isDefault: true });
  bank = await set.account.method({ kind: 'bank', last4: '5521', token: 'tok_bank_5521' });
});

const remove = (id: string, heir?: string, door = set.anna) =>
  door.removeMethod({ key: newKey(), id, ...(heir && { heir }) });
const prefer = (id: string, door = set.anna) => door.setDefault({ key: newKey(), id });

/** A payment in a state that uses the Visa card. */
const payment = (state: string) =>
  set.account.sql.query(
    `INSERT INTO payment ("accountId", number, "payerId", state, currency, amount, "methodId", "reservationKey", "confirmedAt")
     VALUES ($1, 'P-1001', $2, $3, 'PLN', 1, $4, 'k', now())`,
    [set.account.id, set.account.person('anna'), state, visa],
  );

describe('removing a method', () => {
  it('takes it off file and away at the gateway, and the likeliest other becomes the default', async () => {
    expect(await remove(visa)).toMatchObject({ method: { last4: '4242' }, heir: { last4: '5521', isDefault: true } });
    expect(await methodsOf(set.account)).toEqual(['visa 4242 removed detached', 'bank 5521 default']);
    expect(await auditOf(set.account)).toEqual([
      'contact billing.removeMethod done',
      'system billing.detachMethod done',
    ]);
  });

  it('makes the default what was chosen, and nothing that is expired', async () => {
    const amex = await set.account.method({ last4: '0005' });
    const old = await set.account.method({ last4: '1881', expires: '2026-10' });
    expect((await set.anna.removal({ id: visa })).heirs.map(({ last4 }) => last4)).toEqual(['0005', '5521']);
    await expect(remove(visa, old)).rejects.toEqual(refusal('not_found', 'method_not_on_file'));
    expect(await remove(visa, bank)).toMatchObject({ heir: { last4: '5521' } });
    expect(await remove(bank)).toMatchObject({ heir: { id: amex } });
    expect(await remove(amex)).toMatchObject({ heir: null });
    expect(await remove(old)).toMatchObject({ heir: null });
  });

  it.each(['awaiting_approval', 'awaiting_payer', 'processing', 'needs_review'])(
    'is refused while a payment with it is %s',
    async (state) => {
      await payment(state);
      expect((await set.anna.removal({ id: visa })).neededBy).toEqual({ payments: ['P-1001'], dues: [] });
      await expect(remove(visa)).rejects.toEqual(
        refusal('conflict', 'method_needed', { last4: '4242', payments: ['P-1001'] }),
      );
      expect(await methodsOf(set.account)).toContain('visa 4242 default');
    },
  );

  it('is not held up by a payment that has ended', async () => {
    await payment('succeeded');
    await remove(visa);
    expect(await methodsOf(set.account)).toContain('visa 4242 removed detached');
  });

  it('is refused while a payment due names it, and says which', async () => {
    await set.account.sql.query(
      `INSERT INTO payment_due ("accountId", "externalId", kind, description, "dueOn", currency, amount, "methodId")
       VALUES ($1, 'D1', 'support_renewal', 'Renewal of CT-310', '2026-12-01', 'PLN', 10, $2)`,
      [set.account.id, visa],
    );
    await expect(remove(visa)).rejects.toEqual(
      refusal('conflict', 'method_needed', { payments: [], dues: ['Renewal of CT-310'] }),
    );
    await set.account.sql.query(`UPDATE payment_due SET state = 'paid' WHERE "methodId" = $1`, [visa]);
    await remove(visa);
  });

  it('by two people at once happens once; the other is told that it is gone', async () => {
    const both = await Promise.allSettled([remove(visa), remove(visa, undefined, set.jan)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')?.reason).toEqual(refusal('not_found', 'method_not_on_file'));
    expect((await auditOf(set.account)).filter((line) => line.includes('removeMethod done'))).toHaveLength(1);
  });

  it('and paying with it at once are one or the other', async () => {
    const invoice = await set.account.invoice({ number: '123' });
    const { payments } = world.portalFor(set.account, 'jan');
    const items = [{ invoiceId: invoice, amount: { amount: '100.00', currency: 'PLN' } }];
    const [removed, paid] = await Promise.allSettled([
      remove(visa),
      payments.pay({ key: newKey(), items, method: { id: visa } }),
    ]);
    if (removed.status === 'rejected') expect(removed.reason).toEqual(refusal('conflict', 'method_needed'));
    if (paid.status === 'rejected') expect(paid.reason).toEqual(refusal('not_found', 'method_not_found'));
    expect([removed.status, paid.status]).toContain('fulfilled');
  });

  it('is done at the gateway by the job where it could not be reached, once', async () => {
    const calls: string[] = [];
    const silent = {
      ...world.services.gateway,
      async removeMethod(token: string) {
        calls.push(token);
        throw new CodedError('unavailable', 'gateway_unreachable');
      },
    };
    await remove(visa, undefined, set.door('anna', { gateway: silent }));
    expect(calls).toEqual(['tok_visa_4242']);
    expect(await methodsOf(set.account)).toContain('visa 4242 removed');
    const ours = async () => (await world.system.attached()).filter(({ accountId }) => accountId === set.account.id);
    const [waiting] = await ours();
    await world.system.detach(waiting!);
    await world.system.detach(waiting!);
    expect(await ours()).toEqual([]);
    expect(await methodsOf(set.account)).toContain('visa 4242 removed detached');
    expect((await auditOf(set.account)).filter((line) => line.includes('detach'))).toHaveLength(1);
  });

  it('stays so whatever a load says', async () => {
    const row = {
      ...{ id: 'M-1', account: `A-${set.account.id}`, kind: 'card', brand: 'visa', last4: '0077' },
      ...{ expMonth: 12, expYear: 2030, token: 'tok_visa_0077', default: true },
    };
    await set.load({ methods: [row] });
    const added = (await set.anna.choose({})).find(({ last4 }) => last4 === '0077')!;
    await remove(added.id);
    await set.load({ methods: [{ ...row, expYear: 2031 }] });
    expect((await set.anna.choose({})).map(({ last4 }) => last4)).toEqual(['4242', '5521']);
  });
});

describe('the default method', () => {
  it('is one at a time, also when two people choose at once', async () => {
    const amex = await set.account.method({ last4: '0005' });
    await Promise.all([prefer(bank), prefer(amex, set.jan)]);
    const defaults = (await set.anna.choose({})).filter(({ isDefault }) => isDefault);
    expect(defaults).toHaveLength(1);
  });

  it('tells which it was before, and nothing changes where it is that already', async () => {
    expect(await prefer(bank)).toMatchObject({ method: { isDefault: true }, before: { id: visa }, changed: true });
    expect(await prefer(bank)).toMatchObject({ changed: false });
    expect(await auditOf(set.account)).toEqual(['contact billing.setDefault done']);
  });

  it('can’t be an expired card, a removed one, or another account’s', async () => {
    const old = await set.account.method({ last4: '1881', expires: '2026-10' });
    await expect(prefer(old)).rejects.toEqual(refusal('conflict', 'expired_no_default', { last4: '1881' }));
    await remove(bank);
    const gone = refusal('not_found', 'method_not_on_file');
    await expect(prefer(bank)).rejects.toEqual(gone);
    const other = await world.office();
    const foreign = await other.account.method();
    await expect(prefer(foreign)).rejects.toEqual(gone);
    await expect(remove(foreign)).rejects.toEqual(gone);
    await expect(set.anna.removal({ id: foreign })).rejects.toEqual(gone);
    expect(await methodsOf(other.account)).toEqual(['visa 4242']);
  });
});

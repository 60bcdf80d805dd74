import { beforeEach, describe, expect, it } from 'vitest';
import { auditOf, newKey, refusal } from '../payments/support.ts';
import { billingOffice } from './office.ts';

const world = await billingOffice();
let set: Awaited<ReturnType<typeof world.office>>;
const BEFORE = { name: 'Anna Kowalska', email: 'anna.kowalska@x.example', phone: '+48225550123' };
const JAN = { name: 'Jan Nowak', email: 'jan@x.example', phone: '+48601222333' };

beforeEach(async () => {
  set = await world.office();
});

const update = (contact: object, version: number, key = newKey(), door = set.anna) =>
  door.updateContact({ key, contact: contact as typeof JAN, version });
const stands = async () => (await set.anna.profile({})).details!.contact;

describe('the billing contact', () => {
  it('is changed once however often it is asked for, and every change is written down with both', async () => {
    const key = newKey();
    const done = { before: BEFORE, contact: JAN, version: 1, changed: true };
    expect(await update(JAN, 0, key)).toEqual(done);
    expect(await update(JAN, 0, key)).toEqual(done);
    expect(await update(JAN, 1)).toMatchObject({ version: 1, changed: false });
    expect(await auditOf(set.account)).toEqual(['contact billing.updateContact done']);
    const { rows } = await set.account.sql.query<{ details: unknown }>(
      'SELECT details FROM audit_record WHERE chain = $1',
      [set.account.id],
    );
    expect(rows[0]!.details).toEqual({
      from: 'Anna Kowalska, anna.kowalska@x.example, +48225550123',
      to: 'Jan Nowak, jan@x.example, +48601222333',
    });
  });

  it('is kept in one form: address in small letters, telephone without spaces, or none', async () => {
    await update({ name: ' Dział Księgowości ', email: 'Fin@X.example ', phone: '0048 (0)22 555-01-23' }, 0);
    expect(await stands()).toEqual({ name: 'Dział Księgowości', email: 'fin@x.example', phone: '+48225550123' });
    await update({ ...JAN, phone: null }, 1);
    expect(await stands()).toEqual({ ...JAN, phone: null });
  });

  it.each([
    ['name', '12345'],
    ['name', ''],
    ['name', 'a@b.example'],
    ['name', 'Anna\nKowalska'],
    ['name', 'x'.repeat(121)],
    ['email', 'anna'],
    ['email', 'anna@x'],
    ['phone', 'call me'],
    ['phone', '123456'],
    ['phone', '4242424242424'],
    ['phone', '+48 601 222 333 444 555'],
  ])('is not taken with the %s %j', async (field, value) => {
    const refused = refusal('invalid', 'bad_input', { field });
    await expect(set.anna.checkContact({ [field]: value })).rejects.toEqual(refused);
    await expect(update({ ...JAN, [field]: value }, 0)).rejects.toEqual(
      refusal('invalid', 'bad_input', { field: `contact.${field}` }),
    );
    expect(await stands()).toEqual(BEFORE);
  });

  it('changed by two people at once is changed by one; the other is told', async () => {
    const both = await Promise.allSettled([update(JAN, 0), update({ ...JAN, name: 'Ewa Lis' }, 0, newKey(), set.jan)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((one) => one.status === 'rejected');
    expect(refused?.reason).toEqual(refusal('conflict', 'contact_changed'));
    expect((await set.anna.profile({})).details!.version).toBe(1);
  });

  it('follows the file until a person changes it, and never after; the address always does', async () => {
    const row = (contactName: string, address: string) => ({
      ...{ id: `A-${set.account.id}`, name: 'Acme', timeZone: 'Europe/Warsaw', supportEmail: 's@x.example' },
      billing: { contactName, contactEmail: 'file@x.example', contactPhone: null, address },
    });
    await set.load({ accounts: [row('From the File', 'Street 1')] });
    expect(await stands()).toEqual({ name: 'From the File', email: 'file@x.example', phone: null });
    await update(JAN, 0);
    await set.load({ accounts: [row('From the File again', 'Street 2')] });
    expect((await set.anna.profile({})).details).toMatchObject({ contact: JAN, address: 'Street 2', version: 1 });
  });

  it('is nobody’s to change where the portal has no billing profile of the account', async () => {
    await set.account.sql.query('DELETE FROM billing_profile WHERE "accountId" = $1', [set.account.id]);
    expect(await set.anna.profile({})).toMatchObject({ details: null, methods: [] });
    await expect(update(JAN, 0)).rejects.toEqual(refusal('conflict', 'no_billing_profile'));
  });

  it('of one account is not shown or changed from another', async () => {
    const other = await world.office();
    await update(JAN, 0);
    expect((await other.anna.profile({})).details!.contact).toEqual(BEFORE);
  });
});

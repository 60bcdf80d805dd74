import { beforeEach, describe, expect, it } from 'vitest';
import { CodedError } from '../../../src/lib/errors.ts';
import { auditOf, newKey, noticesOf, payFor, pln, refusal } from '../payments/support.ts';
import { billingOffice, sessionIn } from './office.ts';
import { CARD, methodsOf } from './support.ts';

const world = await billingOffice();
const { gateway, system, clock } = world;
let set: Awaited<ReturnType<typeof world.office>>;

beforeEach(async () => {
  set = await world.office();
});

const ask = (key = newKey()) => set.anna.addMethod({ key, kind: 'card' });
const submit = (page: { url: string }, form: object = CARD) => gateway.setups.submit(sessionIn(page), form, 'en');
/** Pays an invoice with the method; what became of the payment. */
async function chargeWith(id: string): Promise<string | undefined> {
  const invoiceId = await set.account.invoice({ number: '123' });
  await payFor(world.portalFor(set.account, 'anna'), { [invoiceId]: pln('100.00') }, { id });
  const { rows } = await set.account.sql.query<{ state: string }>('SELECT state FROM payment WHERE "methodId" = $1', [
    id,
  ]);
  return rows[0]?.state;
}

const added = (id: string, last4 = '4444') => ({
  ...{ type: 'method.added' as const, key: id },
  method: {
    kind: 'card' as const,
    brand: 'mastercard',
    last4,
    expMonth: 9,
    expYear: 2031,
    token: `tok_mastercard_${last4}`,
  },
});

describe('a method added on the provider’s page', () => {
  it('is on file once, however often it is told, the first one as the default, and the person is told once', async () => {
    const page = await ask();
    await Promise.all([submit(page), submit(page)]);
    await system.onEvent(added(page.id, '1111'));
    await system.onEvent({ type: 'method.expired', key: page.id });
    expect(await methodsOf(set.account)).toEqual(['mastercard 4444 default']);
    expect(await noticesOf(set.account)).toEqual(['anna billing.method_added']);
    expect(await auditOf(set.account)).toEqual(['contact billing.addMethod done', 'system billing.methodAdded done']);
  });

  it('told twice at once is on file once', async () => {
    const { id } = await ask();
    await Promise.all([system.onEvent(added(id)), system.onEvent(added(id))]);
    expect(await methodsOf(set.account)).toEqual(['mastercard 4444 default']);
  });

  it('of two at once, the first ones of the account, makes one the default', async () => {
    const [one, two] = [await ask(), await ask()];
    await Promise.all([system.onEvent(added(one.id)), system.onEvent(added(two.id, '1111'))]);
    expect((await set.anna.choose({})).map(({ isDefault }) => isDefault)).toEqual([true, false]);
  });

  it('that is on file already stays there once, and is told so; once removed it can be added again', async () => {
    await submit(await ask());
    await submit(await ask());
    expect(await methodsOf(set.account)).toEqual(['mastercard 4444 default', 'mastercard 4444 removed detached']);
    expect(await noticesOf(set.account)).toEqual(['anna billing.method_added', 'anna billing.method_added']);
    const [method] = await set.anna.choose({});
    await set.anna.removeMethod({ key: newKey(), id: method!.id });
    await submit(await ask());
    expect(await set.anna.choose({})).toMatchObject([{ last4: '4444', isDefault: true }]);
    const [again] = await set.anna.choose({});
    expect(await chargeWith(again!.id)).toBe('succeeded');
  });

  it('leaves the default where there is one, and can be charged from then on', async () => {
    await set.account.method({ isDefault: true });
    await submit(await ask());
    expect(await methodsOf(set.account)).toEqual(['visa 4242 default', 'mastercard 4444']);
    const [, method] = await set.anna.choose({});
    expect(await chargeWith(method!.id)).toBe('succeeded');
  });

  it('keeps its token and last four digits, and nothing else of its number, on either side', async () => {
    await submit(await ask());
    const { owner } = world.database.pools;
    const everything = await owner.query<{ all: string }>(
      `SELECT concat((SELECT string_agg(m::text, '') FROM payment_method m),
         (SELECT string_agg(s::text, '') FROM simulated_gateway.setup s),
         (SELECT string_agg(m::text, '') FROM simulated_gateway.method m),
         (SELECT string_agg(e::text, '') FROM simulated_gateway.event e)) AS all`,
    );
    expect(everything.rows[0]!.all).toContain('4444');
    expect(everything.rows[0]!.all).not.toMatch(/5555|,123,/);
  });

  it('by somebody who lost the right meanwhile is not on file, and taken away at the gateway', async () => {
    const page = await ask();
    await set.account.setRoles('anna', ['management']);
    await submit(page);
    expect(await methodsOf(set.account)).toEqual(['mastercard 4444 removed detached']);
    expect((await set.jan.choose({})).length).toBe(0);
    expect(await noticesOf(set.account)).toEqual([]);
    expect(await auditOf(set.account)).toContain('system billing.methodAdded refused');
    await system.onEvent(added(page.id));
    expect(await methodsOf(set.account)).toHaveLength(1);
  });

  it('by somebody suspended meanwhile is not on file either', async () => {
    const page = await ask();
    await set.account.suspend('anna');
    await submit(page);
    expect(await methodsOf(set.account)).toEqual(['mastercard 4444 removed detached']);
  });

  it('after the page was cancelled is not on file', async () => {
    const page = await ask();
    await submit(page, { action: 'cancel' });
    await system.onEvent(added(page.id));
    expect(await methodsOf(set.account)).toEqual(['mastercard 4444 removed detached']);
    expect(await noticesOf(set.account)).toEqual(['anna billing.setup_ended']);
  });

  it('under a key that is not ours is told again; the end of such a page is no matter', async () => {
    const key = '00000000-0000-4000-8000-000000000000';
    await expect(system.onEvent(added(key))).rejects.toEqual(refusal('not_found', 'setup_not_found'));
    await system.onEvent({ type: 'method.cancelled', key });
    await system.onEvent({ type: 'method.expired', key: 'nonsense' });
  });
});

describe('a page for adding a method', () => {
  it('is the same for the same key, and another for another wish', async () => {
    const key = newKey();
    const page = await ask(key);
    expect(await ask(key)).toEqual(page);
    expect((await ask()).url).not.toBe(page.url);
    expect(page.expiresAt).toBe(new Date(clock.now().getTime() + 30 * 60_000).toISOString());
  });

  it('ends after 30 minutes, which is told once', async () => {
    const page = await ask();
    clock.move(30 * 60_000);
    await gateway.deliverEvents();
    await gateway.deliverEvents();
    expect((await submit(page)).status).toBe(303);
    expect(await methodsOf(set.account)).toEqual([]);
    expect(await noticesOf(set.account)).toEqual(['anna billing.setup_ended']);
  });

  it('is not there where the provider can’t be reached; asked for again with its key it is', async () => {
    const key = newKey();
    const openSetup = () => Promise.reject(new CodedError('unavailable', 'gateway_unreachable'));
    const silent = set.door('anna', { gateway: { ...gateway, openSetup } });
    await expect(silent.addMethod({ key })).rejects.toEqual(refusal('unavailable', 'setup_not_opened'));
    expect((await set.anna.addMethod({ key })).url).toContain('/simulated-gateway/setup/');
  });
});

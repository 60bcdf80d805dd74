import { describe, expect, it } from 'vitest';
import type { GatewayEvent } from '../../../src/portal/ports.ts';
import { testDatabase } from '../../support/database.ts';
import { providerOn, request, sessionOf } from './support.ts';

const { url } = await testDatabase();
const provider = () => providerOn(url);

const setup = (key: string, over: { locale?: 'en' | 'pl'; kind?: 'card' | 'bank' } = {}) => ({
  ...{ key, kind: 'card' as const, customer: { id: 'c1', name: 'Acme <b>Polska</b>' }, locale: 'en' as const },
  expiresAt: new Date('2026-11-03T10:30:00Z'),
  ...over,
});
const card = (number: string, more: Record<string, string> = {}) => ({
  ...{ action: 'card', number, expiry: '09/31', cvc: '123', ...more },
});
const GOOD = card('5555 5555 5555 4444');
const bank = (iban: string, holder = 'Acme Polska') => ({ action: 'bank', iban, holder });
const text = (html: string) =>
  html
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

async function opened(over: Parameters<typeof setup>[1] = {}) {
  const given = await provider();
  const events: GatewayEvent[] = [];
  given.gateway.onEvent(async (event) => void events.push(event));
  const session = sessionOf(await given.gateway.openSetup(setup('k1', over)));
  const submit = (form: unknown) => given.gateway.setups.submit(session, form, 'en');
  const page = () => given.gateway.setups.page(session, 'en');
  return { ...given, events, session, submit, page };
}

describe('the page for adding a method', () => {
  it('is the same page for the same key, refused for other parameters, and at an address nobody guesses', async () => {
    const { gateway, session } = await opened();
    expect(await gateway.openSetup(setup('k1'))).toEqual({
      url: `http://localhost:3978/simulated-gateway/setup/${session}`,
    });
    expect(session).toMatch(/^[\w-]{32}$/);
    await expect(gateway.openSetup({ ...setup('k1'), customer: { id: 'c2', name: 'Other' } })).rejects.toMatchObject({
      ...{ code: 'conflict', reason: 'key_reused' },
    });
  });

  it('says for whom and what it agrees to with everything escaped, shows what to try, and allows no script', async () => {
    const { page } = await opened();
    const { status, headers, html } = await page();
    expect(status).toBe(200);
    expect(html).toContain('Acme &lt;b&gt;Polska&lt;/b&gt;');
    expect(text(html)).toContain('Nothing is charged now.');
    expect(text(html)).toContain('You have 30 minutes left.');
    expect(text(html)).toContain('4000 0000 0000 0002 Visa: is declined');
    expect(text(html)).toContain('PL61 1090 1014 0000 0712 1981 2874 is accepted');
    expect(html).not.toContain('<script');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; /);
  });

  it('speaks Polish, and begins with the way that was asked for', async () => {
    const { page } = await opened({ locale: 'pl', kind: 'bank' });
    const { html } = await page();
    expect(html).toContain('<html lang="pl">');
    expect(html.indexOf('id="iban"')).toBeLessThan(html.indexOf('id="number"'));
    expect(html).toMatch(/id="holder"[^>]* autofocus/);
    expect(text(html)).toContain('Strona działa jeszcze przez 30 minut i pozwala dodać jedną metodę.');
  });

  it('labels every field, and of a wrong one says why at the field', async () => {
    const { page, submit } = await opened();
    const { html } = await page();
    for (const [, id] of html.matchAll(/<(?:input|select) id="([^"]+)"/g))
      expect(html).toContain(`<label for="${id}">`);
    const wrong = await submit(card('5555 5555 5555 4444', { expiry: '10/26' }));
    expect(wrong.html).toMatch(/id="expiry"[^>]* aria-invalid="true" aria-describedby="problem" autofocus/);
    expect(wrong.html).toContain('role="alert" id="problem"');
  });

  it('adds one method once, tells of it with a token of its own, and keeps no number', async () => {
    const { submit, page, events, sql, session } = await opened();
    const sent = await Promise.all([submit(GOOD), submit(GOOD)]);
    expect(sent.map(({ status, headers }) => [status, headers.location])).toEqual([
      [303, session],
      [303, session],
    ]);
    const told = new Set(events.map((event) => JSON.stringify(event)));
    expect(told.size).toBe(1);
    expect(events[0]).toEqual({
      ...{ type: 'method.added', key: 'k1' },
      method: {
        ...{ kind: 'card', brand: 'mastercard', last4: '4444', expMonth: 9, expYear: 2031 },
        token: expect.stringMatching(/^tok_mastercard_4444\.[\w-]{12}$/),
      },
    });
    await submit(card('4242 4242 4242 4242'));
    const { html } = await page();
    expect(text(html)).toContain('Payment method added');
    expect(text(html)).toContain('Mastercard •••• 4444');
    const { rows } = await sql.query(
      `select s::text, m::text, e::text from simulated_gateway.setup s, simulated_gateway.method m, simulated_gateway.event e`,
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('5555');
  });

  it('adds a bank account by its IBAN, however it is written', async () => {
    const { submit, events } = await opened();
    await submit(bank('pl61 1090-1014 0000 0712 1981 2874'));
    expect(events).toMatchObject([{ type: 'method.added', method: { kind: 'bank', last4: '2874' } }]);
    expect(JSON.stringify(events)).not.toContain('1090');
  });

  it.each([
    [card('4000 0000 0000 0002'), 'The bank declined this card. Nothing was added'],
    [card('4242 4242 4242 4241'), 'one of its digits seems to be wrong'],
    [card('4111 1111 1111 1111'), 'Only the test cards listed below work here.'],
    [card('4242'), 'Enter the card number'],
    [card('4242 4242 4242 4242', { expiry: '10/26' }), 'This card has expired.'],
    [card('4242 4242 4242 4242', { expiry: '00/31' }), 'Enter the expiry date'],
    [card('4242 4242 4242 4242', { cvc: 'x' }), 'digits of the security code'],
    [bank('PL61 1090 1014 0000 0712 1981 2875'), 'its check digits don’t fit'],
    [bank('GB82 WEST 1234 5698 7654 32'), 'Only the test accounts listed below work here.'],
    [bank('DE62 3704 0044 0532 0130 01'), 'The bank declined this account. Nothing was added'],
    [bank('61 1090 1014'), 'Enter the IBAN'],
    [bank('constructor'), 'Enter the IBAN'],
    [bank('PL61109010140000071219812874', ' 1 '), 'Enter whose account it is.'],
    [undefined, 'Enter the card number'],
    [{ action: {} }, 'Enter the card number'],
  ])('refuses %j, adds nothing, puts nothing back into the form, and lets one try again', async (form, message) => {
    const { submit, events } = await opened();
    const refused = await submit(form);
    expect(refused.status).toBe(422);
    expect(text(refused.html)).toContain(message);
    expect(refused.html).not.toMatch(/<input[^>]* value=/);
    expect(events).toEqual([]);
    await submit(GOOD);
    expect(events).toHaveLength(1);
  });

  it('can be cancelled, and adds nothing after that', async () => {
    const { submit, page, events } = await opened();
    await submit({ action: 'cancel' });
    await submit(GOOD);
    expect(events).toEqual([{ type: 'method.cancelled', key: 'k1' }]);
    const { status, html } = await page();
    expect([status, text(html).includes('Nothing was added')]).toEqual([410, true]);
  });

  it('expires on time, says so, tells of it once, and adds nothing after that', async () => {
    const { gateway, submit, page, events, clock } = await opened();
    clock.move(30 * 60_000);
    expect(text((await page()).html)).toContain('This page has expired');
    await submit(GOOD);
    await gateway.deliverEvents();
    expect(events).toEqual([{ type: 'method.expired', key: 'k1' }]);
  });

  it('of an unknown session is answered in the language of the browser', async () => {
    const { gateway } = await provider();
    expect(await gateway.setups.page('nothing', 'pl')).toMatchObject({ status: 404 });
    expect(await gateway.setups.submit('nothing', GOOD, 'pl')).toMatchObject({
      ...{ status: 404, html: expect.stringContaining('Nie znaleziono strony') },
    });
  });
});

describe('a method that was added', () => {
  it('by the same customer again has a token of its own, and it is told which it is the same as', async () => {
    const { gateway, submit, events } = await opened();
    await submit(GOOD);
    const again = async (key: string, customer = 'c1', form = GOOD) => {
      const page = await gateway.openSetup({ ...setup(key), customer: { id: customer, name: 'Acme' } });
      await gateway.setups.submit(sessionOf(page), form, 'en');
      return events.at(-1)!.method!;
    };
    const first = events[0]!.method!;
    const second = await again('k2');
    expect(second.sameAs).toEqual([first.token]);
    expect(second.token).not.toBe(first.token);
    expect((await again('k3', 'c2')).sameAs).toBeUndefined();
    expect((await again('k4', 'c1', card('5555 5555 5555 4444', { expiry: '10/32' }))).sameAs).toBeUndefined();
    await gateway.removeMethod(first.token);
    await gateway.removeMethod(second.token);
    expect((await again('k5')).sameAs).toBeUndefined();
  });

  it.each([
    ['5555 5555 5555 4444', { status: 'succeeded' }],
    ['4000 0000 0000 9995', { status: 'declined', reason: 'insufficient_funds' }],
  ])('by card %s is charged as its number says, until it is taken away', async (number, outcome) => {
    const { gateway, submit, events } = await opened();
    await submit(card(number));
    const { token } = events[0]!.method!;
    expect(await gateway.charge(request('c1', token))).toMatchObject(outcome);
    await gateway.removeMethod(token);
    await gateway.removeMethod(token);
    expect(await gateway.charge(request('c2', token))).toEqual({ status: 'declined', reason: 'unknown_method' });
    await gateway.removeMethod('tok_visa_4242');
    expect(await gateway.charge(request('c3'))).toMatchObject({ status: 'succeeded' });
  });
});

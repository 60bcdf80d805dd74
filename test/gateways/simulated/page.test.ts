import { describe, expect, it, vi } from 'vitest';
import type { GatewayEvent } from '../../../src/portal/ports.ts';
import { testDatabase } from '../../support/database.ts';
import { pageRequest, providerOn, request, sessionOf } from './support.ts';

const { url } = await testDatabase();
const provider = () => providerOn(url);

const card = (number: string, more: Record<string, string> = {}) => ({
  action: 'card',
  number,
  expiry: '09/31',
  cvc: '123',
  ...more,
});
const GOOD = card('4242 4242 4242 4242');
const text = (html: string) =>
  html
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

async function opened(locale: 'en' | 'pl' = 'en') {
  const given = await provider();
  const events: GatewayEvent[] = [];
  given.gateway.onEvent(async (event) => void events.push(event));
  const session = sessionOf(await given.gateway.openPage(pageRequest('k1', locale)));
  return { ...given, events, session };
}

describe('the hosted page', () => {
  it('is the same page for the same key, refused for other parameters, and at an address nobody guesses', async () => {
    const { gateway, session } = await opened();
    expect(await gateway.openPage(pageRequest('k1'))).toEqual({
      url: `http://localhost:3978/simulated-gateway/pay/${session}`,
    });
    expect(session).toMatch(/^[\w-]{32}$/);
    const other = gateway.openPage({ ...pageRequest('k1'), amount: { amount: '1.00', currency: 'EUR' } });
    await expect(other).rejects.toMatchObject({ code: 'conflict', reason: 'key_reused' });
    await expect(gateway.charge(request('k1'))).rejects.toMatchObject({ code: 'conflict', reason: 'key_reused' });
    expect(await gateway.lookup('k1')).toEqual({ status: 'pending' });
  });

  it('says amount, payee and purpose with everything escaped, and allows no script', async () => {
    const { gateway, session } = await opened();
    const { status, headers, html } = await gateway.page(session, 'en');
    expect(status).toBe(200);
    expect(text(html)).toContain('€1,250.50 Pay to Acme &lt;Poland&gt; For Invoice &lt;b&gt;123&lt;/b&gt;');
    expect(text(html)).toContain('You have 30 minutes left to pay.');
    expect(html).not.toContain('<script');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; /);
    expect(headers['cache-control']).toBe('no-store');
  });

  it('speaks Polish, with the right plural', async () => {
    const { gateway, session, clock } = await opened('pl');
    clock.move(7 * 60_000 + 1);
    const { html } = await gateway.page(session, 'en');
    expect(html).toContain('<html lang="pl">');
    expect(text(html)).toContain('Na zapłatę masz jeszcze 23 minuty.');
    expect(text(html)).toContain('Kwota 1 250,50 € Odbiorca');
  });

  it('takes a payment once, shows it, tells the listener, and keeps no card number', async () => {
    const { gateway, session, events, sql } = await opened();
    const sent = await Promise.all([gateway.submit(session, GOOD, 'en'), gateway.submit(session, GOOD, 'en')]);
    expect(sent.map(({ status, headers }) => [status, headers.location])).toEqual([
      [303, session],
      [303, session],
    ]);
    const books = await gateway.ledger();
    expect(books).toMatchObject([
      { key: 'k1', amount: '1250.50', currency: 'EUR', method: 'page', status: 'succeeded' },
    ]);
    const { reference } = books[0]!;
    expect(await gateway.lookup('k1')).toEqual({ status: 'succeeded', reference });
    expect(new Set(events.map((event) => JSON.stringify(event)))).toEqual(
      new Set([JSON.stringify({ type: 'page.paid', key: 'k1', reference })]),
    );
    const page = text((await gateway.page(session, 'en')).html);
    expect(page).toContain(`Paid with Visa 4242 Reference ${reference}`);
    expect(page).toContain('You can close this page and go back to the chat.');
    const { rows } = await sql.query('select page::text from simulated_gateway.page');
    expect(JSON.stringify(rows)).not.toContain('42424242');
    expect(await gateway.voidPage('k1')).toBe('paid');
  });

  it.each([
    ['4000 0000 0000 0002', {}, 'The bank declined this card.'],
    ['4000-0000-0000-9995', {}, 'There is not enough money on this card.'],
    ['4242 4242 4242 4242', { expiry: '10/26' }, 'This card has expired.'],
    ['4242 4242 4242 4242', { expiry: '13/31' }, 'Enter the expiry date'],
    ['4242 4242 4242 4242', { cvc: '12' }, 'digits of the security code'],
    ['4111 1111 1111 1111', {}, 'Only the test cards listed below work here.'],
    ['constructor', {}, 'Enter the card number'],
    ['', { action: 'bank', bank: 'toString' }, 'Choose your bank.'],
  ])('refuses card %s %j, charges nothing and lets the payer try again', async (number, more, message) => {
    const { gateway, session, events } = await opened();
    const refused = await gateway.submit(session, card(number, more), 'en');
    expect(refused.status).toBe(422);
    expect(text(refused.html)).toContain(message);
    if (number) expect(refused.html).not.toContain(`value="${number}"`);
    expect([await gateway.ledger(), events]).toEqual([[], []]);
    await gateway.submit(session, GOOD, 'en');
    expect(await gateway.ledger()).toHaveLength(1);
  });

  it('takes a card in the last moment of its last month', async () => {
    const { gateway, session } = await opened();
    expect(await gateway.submit(session, { ...GOOD, expiry: '11 / 2026' }, 'en')).toMatchObject({ status: 303 });
    expect(await gateway.ledger()).toHaveLength(1);
  });

  it('takes a bank transfer', async () => {
    const { gateway, session } = await opened();
    await gateway.submit(session, { action: 'bank', bank: 'demo' }, 'en');
    expect(text((await gateway.page(session, 'en')).html)).toContain('Paid with Demo Bank');
  });

  it.each([undefined, null, 'x', [], { action: {} }, { action: 'card', number: ['4242'] }])(
    'answers nonsense (%j) with what is missing',
    async (form) => {
      const { gateway, session } = await opened();
      expect((await gateway.submit(session, form, 'en')).status).toBe(422);
      expect(await gateway.ledger()).toEqual([]);
    },
  );

  it('can be cancelled, and is then not payable', async () => {
    const { gateway, session, events } = await opened();
    await gateway.submit(session, { action: 'cancel' }, 'en');
    await gateway.submit(session, GOOD, 'en');
    expect(events).toEqual([{ type: 'page.cancelled', key: 'k1' }]);
    const { status, html } = await gateway.page(session, 'en');
    expect([status, text(html).includes('Payment cancelled')]).toEqual([410, true]);
    expect(await gateway.ledger()).toEqual([]);
    expect(await gateway.lookup('k1')).toEqual({ status: 'not_found' });
  });

  it('expires on time, says so, tells the listener once, and is then not payable', async () => {
    const { gateway, session, events, clock } = await opened();
    clock.move(30 * 60_000);
    expect(text((await gateway.page(session, 'en')).html)).toContain('This page has expired');
    await gateway.submit(session, GOOD, 'en');
    await gateway.deliverEvents();
    expect(events).toEqual([{ type: 'page.expired', key: 'k1' }]);
    expect(await gateway.ledger()).toEqual([]);
  });

  it('is not payable once it was voided, also when it was voided before it was opened', async () => {
    const { gateway, session } = await opened();
    expect(await gateway.voidPage('k1')).toBe('voided');
    expect(await gateway.voidPage('k2')).toBe('voided');
    const early = sessionOf(await gateway.openPage(pageRequest('k2')));
    for (const one of [session, early]) {
      await gateway.submit(one, GOOD, 'en');
      expect(text((await gateway.page(one, 'en')).html)).toContain('This page has been closed');
    }
    expect(await gateway.ledger()).toEqual([]);
  });

  it('pays or voids, never both, when both happen at once', async () => {
    const { gateway, session, another } = await opened();
    const other = await another();
    const [, ended] = await Promise.all([gateway.submit(session, GOOD, 'en'), other.voidPage('k1')]);
    expect(await gateway.ledger()).toHaveLength(ended === 'paid' ? 1 : 0);
  });

  it('pays after it was ended where the provider is told to go wrong that way', async () => {
    const { gateway, session, events } = await opened();
    await gateway.voidPage('k1');
    await gateway.misbehave({ kind: 'pay_ended_page' });
    await gateway.submit(session, GOOD, 'en');
    expect(events).toMatchObject([{ type: 'page.paid', key: 'k1' }]);
    expect(await gateway.ledger()).toHaveLength(1);
  });

  it('answers an unknown session in the language of the browser', async () => {
    const { gateway } = await provider();
    expect(await gateway.page('nothing', 'pl')).toMatchObject({ status: 404 });
    expect(await gateway.submit('nothing', GOOD, 'pl')).toMatchObject({
      status: 404,
      html: expect.stringContaining('Nie znaleziono strony'),
    });
  });
});

describe('an event', () => {
  it('is delivered again, also by another process, until the listener has taken it', async () => {
    const { gateway, another } = await provider();
    const session = sessionOf(await gateway.openPage(pageRequest('k1')));
    const listener = vi.fn<(event: GatewayEvent) => Promise<void>>().mockRejectedValue(new Error('busy'));
    gateway.onEvent(listener);
    expect((await gateway.submit(session, GOOD, 'en')).status).toBe(303);
    expect(await gateway.deliverEvents()).toEqual({ delivered: 0, failures: [new Error('busy')] });
    const restarted = await another();
    expect(await restarted.deliverEvents()).toEqual({ delivered: 0, failures: [] });
    listener.mockResolvedValue();
    restarted.onEvent(listener);
    expect(await restarted.deliverEvents()).toEqual({ delivered: 1, failures: [] });
    expect(await gateway.deliverEvents()).toEqual({ delivered: 0, failures: [] });
    expect(listener).toHaveBeenCalledTimes(3);
  });

  it('that fails holds up no other', async () => {
    const { gateway } = await provider();
    const told: string[] = [];
    gateway.onEvent(async ({ key }) => {
      if (key === 'k1') throw new Error('busy');
      told.push(key);
    });
    for (const key of ['k1', 'k2'])
      await gateway.submit(sessionOf(await gateway.openPage(pageRequest(key))), GOOD, 'en');
    expect(told).toEqual(['k2']);
  });
});

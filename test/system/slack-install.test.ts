import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BOT_SCOPES } from '../../src/channels/slack/manifest.ts';
import { emulatePath } from './support/emulators.ts';
import { NARROW_TOKEN, startInstallable } from './support/slack-oauth.ts';

describe.skipIf(!emulatePath)('installing by OAuth in a Slack that is strict about scopes', () => {
  let world: Awaited<ReturnType<typeof startInstallable>>;
  beforeAll(async () => {
    world = await startInstallable();
  }, 60_000);
  afterAll(() => world?.stop());

  it('asks for the scopes of the manifest and for no more', async () => {
    const { to } = await world.begin();
    const { origin, pathname, searchParams } = new URL(to);
    expect(`${origin}${pathname}`).toBe(`${world.origin}/oauth/v2/authorize`);
    expect(searchParams.get('scope')?.split(',').sort()).toEqual([...BOT_SCOPES].sort());
    expect(searchParams.get('user_scope') ?? '').toBe('');
  });

  it('refuses whoever comes back in another browser than the one that asked', async () => {
    const { to } = await world.begin();
    const answer = await world.comeBack(await world.agree(to), '');
    expect(answer.status).toBe(400);
  });

  it('is installed when the administrator agrees, and talks with nothing but what was granted', async () => {
    expect(await world.call('chat.postMessage', NARROW_TOKEN, { channel: 'C000000001', text: 'hi' })).toMatchObject({
      error: 'missing_scope',
    });
    const { to, cookie } = await world.begin();
    const back = await world.comeBack(await world.agree(to), cookie);
    expect(back.status).toBe(200);
    expect(await world.written('show my overdue invoices')).toBe(200);
    await vi.waitFor(async () => expect(await world.received()).not.toEqual([]), { timeout: 15_000, interval: 100 });
    expect((await world.received()).join()).toMatch(/e-mail/i);
  });
});

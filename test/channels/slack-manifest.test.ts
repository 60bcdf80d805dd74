import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BOT_EVENTS, BOT_SCOPES } from '../../src/channels/slack/manifest.ts';
import { slackManifest } from '../../tools/manifests/slack.ts';
import { ROOT } from '../../tools/run.ts';

const ADDRESS = 'https://portal.example.com';
const [byHttp, bySocket] = [slackManifest(ADDRESS), slackManifest()];

/** What Slack's documents say each event and each part of an app needs. */
const NEEDED: Record<(typeof BOT_EVENTS)[number], string[]> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  'message.im': ['im:history'],
  tokens_revoked: [],
};

describe('the manifest of the Slack app', () => {
  it('asks for what its events need, and subscribes to nothing else', () => {
    expect(byHttp.settings?.event_subscriptions?.bot_events).toEqual(Object.keys(NEEDED));
    for (const scope of Object.values(NEEDED).flat()) expect(BOT_SCOPES).toContain(scope);
    expect(byHttp.oauth_config?.scopes).toEqual({ bot: BOT_SCOPES });
  });

  it('subscribes to exactly the events that are listened to', () => {
    const code = readFileSync(join(ROOT, 'src/channels/slack/receive/listeners.ts'), 'utf8');
    const heard = [...code.matchAll(/app[.]event\('([a-z_]+)'/g)].map(([, name]) => name);
    expect(heard.sort()).toEqual(BOT_EVENTS.map((name) => name.replace(/[.]im$/, '')).sort());
  });

  it('reads no channel, and acts in no person’s name', () => {
    expect(BOT_SCOPES.filter((scope) => /^(channels|groups|mpim|admin|search|files:read)/.test(scope))).toEqual([]);
  });

  it('calls the service under the address given', () => {
    const urls = JSON.stringify(byHttp).match(/https:[^"]+/g);
    expect(new Set(urls)).toEqual(new Set([`${ADDRESS}/slack/events`, `${ADDRESS}/slack/oauth_redirect`]));
    expect(byHttp.settings?.socket_mode_enabled).toBe(false);
  });

  it('needs no address in Socket Mode, and is the same app otherwise', () => {
    expect(JSON.stringify(bySocket)).not.toContain('https:');
    expect(bySocket.settings?.socket_mode_enabled).toBe(true);
    expect(bySocket.oauth_config?.scopes).toEqual(byHttp.oauth_config?.scopes);
    expect(bySocket.settings?.event_subscriptions?.bot_events).toEqual(BOT_EVENTS);
  });

  it('stays within the limits of Slack', () => {
    const { display_information: shown, features } = byHttp;
    expect(shown.name.length).toBeLessThanOrEqual(35);
    expect(shown.description?.length).toBeLessThanOrEqual(140);
    expect(shown.long_description?.length).toBeGreaterThanOrEqual(174);
    expect(features?.agent_view?.agent_description?.length).toBeLessThanOrEqual(300);
    expect(features?.agent_view?.suggested_prompts?.length).toBe(4);
    expect(features?.bot_user?.display_name).toMatch(/^[a-z0-9._-]{1,80}$/);
    expect(features?.shortcuts?.[0]?.name.length).toBeLessThanOrEqual(24);
  });

  it('is an agent’s, with a home and messages one can write', () => {
    expect(byHttp.features).not.toHaveProperty('assistant_view');
    expect(byHttp.features?.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });

  it('stands in manifests/slack as it is generated', () => {
    const file = (name: string) => JSON.parse(readFileSync(join(ROOT, 'manifests/slack', name), 'utf8'));
    expect(file('manifest.json')).toEqual(byHttp);
    expect(file('manifest.socket-mode.json')).toEqual(bySocket);
  });
});

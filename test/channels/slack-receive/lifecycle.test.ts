import { describe, expect, it } from 'vitest';
import { ANNA, BOT, envelope, TEAM } from './bodies.ts';
import { service } from './service.ts';

const at = new Date('2026-01-01T00:00:00.000Z');

describe('the app’s life', () => {
  it.each(['home', 'messages'])('its %s tab opened is told once Slack is answered', async (tab) => {
    const { post, calls, receiving } = service();
    const event = { type: 'app_home_opened', user: ANNA, channel: 'D0ANNA', tab, event_ts: '1767225600.000100' };
    expect(await post(envelope(event))).toEqual({ status: 200 });
    expect(calls).toEqual([]);
    await receiving.stop();
    expect(calls).toEqual([['homeOpened', { address: { teamId: TEAM, userId: ANNA }, tab, channelId: 'D0ANNA' }]]);
  });

  it('removed from a workspace is told with its moment', async () => {
    const { post, calls } = service();
    expect(await post(envelope({ type: 'app_uninstalled' }))).toEqual({ status: 200 });
    expect(calls).toEqual([['ended', { team: { teamId: TEAM }, organization: false, at }]]);
  });

  it('removed from a whole organisation is told as that', async () => {
    const { post, calls } = service();
    const everywhere = {
      enterprise_id: 'E0ACME',
      team_id: TEAM,
      user_id: BOT,
      is_bot: true,
      is_enterprise_install: true,
    };
    await post(envelope({ type: 'app_uninstalled' }, { authorizations: [everywhere] }));
    const team = { teamId: TEAM, enterpriseId: 'E0ACME' };
    expect(calls).toEqual([['ended', { team, organization: true, at }]]);
  });

  it('without its tokens is told, without a person’s is not', async () => {
    const { post, calls } = service();
    await post(envelope({ type: 'tokens_revoked', tokens: { oauth: [ANNA], bot: [] } }));
    await post(envelope({ type: 'tokens_revoked', tokens: { bot: [BOT] } }));
    expect(calls).toEqual([['ended', { team: { teamId: TEAM }, organization: false, at }]]);
  });

  it('is told again where it could not be noted', async () => {
    const { post } = service({ ended: () => Promise.reject(new Error('connection lost')) });
    expect(await post(envelope({ type: 'app_uninstalled' }))).toEqual({ status: 503 });
  });
});

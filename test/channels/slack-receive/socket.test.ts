import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SlackHandlers } from '../../../src/channels/slack/receive/handlers.ts';
import { CodedError } from '../../../src/lib/errors.ts';
import { command, message, press, submission } from './bodies.ts';
import { service } from './service.ts';
import { socketServer } from './socket-server.ts';

let slack: Awaited<ReturnType<typeof socketServer>>;
const started: ReturnType<typeof service>[] = [];

beforeEach(async () => {
  slack = await socketServer();
});
afterEach(async () => {
  for (const made of started.splice(0)) await made.receiving.stop();
  await slack.close();
});

async function connected(handlers: Partial<SlackHandlers> = {}) {
  const made = service(handlers, { appToken: 'xapp-good', apiUrl: slack.apiUrl });
  started.push(made);
  await made.receiving.start();
  return made;
}

describe('Socket Mode', () => {
  it('takes in what HTTP does, and acknowledges it', async () => {
    const { events } = await connected();
    slack.send('events_api', message('hello'), 'e1');
    await slack.until(() => slack.acknowledged.length === 1);
    slack.send('interactive', press(), 'e2');
    await slack.until(() => slack.acknowledged.length === 2);
    slack.send('slash_commands', command('hello again'), 'e3');
    await slack.until(() => slack.acknowledged.length === 3);
    expect(slack.acknowledged.map(({ envelope_id }) => envelope_id)).toEqual(['e1', 'e2', 'e3']);
    expect(events().map(({ content }) => content.type)).toEqual(['text', 'press', 'text']);
    expect(events()[2]?.at).toBe('2026-01-01T00:00:05.000Z');
  });

  it('acknowledges a repeated event, which stays one', async () => {
    const { events } = await connected();
    slack.send('events_api', message('hello'), 'e1');
    slack.send('events_api', message('hello'), 'e2');
    await slack.until(() => slack.acknowledged.length === 2);
    expect(events()).toHaveLength(1);
  });

  it('does not acknowledge an event that was not taken in', async () => {
    let broken = true;
    await connected({
      async receive() {
        if (broken) throw new CodedError('unavailable', 'database');
        return true;
      },
    });
    slack.send('events_api', message('hello'), 'lost');
    slack.send('slash_commands', command('hello'), 'told');
    await slack.until(() => slack.acknowledged.length === 1);
    broken = false;
    slack.send('events_api', message('hello'), 'again');
    await slack.until(() => slack.acknowledged.length === 2);
    expect(slack.acknowledged).toMatchObject([
      { envelope_id: 'told', payload: { response_type: 'ephemeral' } },
      { envelope_id: 'again', payload: {} },
    ]);
  });

  it('shows what was wrong in a form', async () => {
    await connected({ submitForm: async () => ({ email: 'No e-mail address' }) });
    slack.send('interactive', submission({}), 'e1');
    await slack.until(() => slack.acknowledged.length === 1);
    expect(slack.acknowledged[0]?.payload).toEqual({
      response_action: 'errors',
      errors: { email: 'No e-mail address' },
    });
  });

  it('is not started with a token that Slack refuses', async () => {
    slack.refuse('invalid_auth');
    await expect(connected()).rejects.toMatchObject({
      ...{ code: 'forbidden', reason: 'slack.app_token', details: { refusal: 'invalid_auth' } },
    });
  });

  it('goes on connecting where Slack can not be reached, and ends nothing', async () => {
    const { lines, receiving } = service({}, { appToken: 'xapp-good', apiUrl: 'http://127.0.0.1:9/api' });
    await receiving.start();
    await receiving.stop();
    expect(lines.join()).toContain('no connection to Slack');
  });

  it('comes back after the connection was cut, also where that fails at first', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const hurried = (condition: () => boolean) =>
      vi.waitUntil(
        () => {
          vi.advanceTimersByTime(500);
          return condition();
        },
        { interval: 5, timeout: 5000 },
      );
    try {
      const { events } = await connected();
      slack.refuse('internal_error');
      slack.cut();
      await hurried(() => slack.opened() === 2);
      slack.refuse(undefined);
      await hurried(() => slack.connections() === 1);
      slack.send('events_api', message('hello'), 'e1');
      await slack.until(() => slack.acknowledged.length === 1);
      expect(events()).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('says goodbye when it stops, and stays away', async () => {
    const { receiving } = await connected();
    expect(slack.connections()).toBe(1);
    await receiving.stop();
    await slack.until(() => slack.connections() === 0);
    expect(slack.opened()).toBe(1);
  });

  it('writes no text and no token to the log', async () => {
    const { lines } = await connected();
    slack.send('events_api', message('secret words'), 'e1');
    await slack.until(() => slack.acknowledged.length === 1);
    expect(lines.join()).not.toMatch(/secret words|xapp-good/);
  });
});

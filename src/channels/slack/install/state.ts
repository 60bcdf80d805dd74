import { createHmac, timingSafeEqual } from 'node:crypto';

/** How long somebody may take at Slack, in milliseconds. */
export const STATE_MS = 10 * 60_000;

/**
 * What goes to Slack and comes back with the code: that we sent this browser there, and when. Another's browser, with
 * another cookie, brings nothing in with it.
 */
export interface InstallState {
  state(browser: string, nonce: string, now: Date): string;
  /** The nonce of a state that is ours, of this browser and not older than ten minutes. */
  nonceOf(state: string, browser: string, now: Date): string | undefined;
}

/** @param secret SLACK_STATE_SECRET */
export function installState(secret: string): InstallState {
  const sign = (browser: string, nonce: string, made: string) =>
    createHmac('sha256', secret)
      .update(JSON.stringify(['slack.install', browser, nonce, made]))
      .digest();
  return {
    state(browser, nonce, now) {
      const made = now.getTime().toString(36);
      return [nonce, made, sign(browser, nonce, made).toString('base64url')].join('.');
    },
    nonceOf(state, browser, now) {
      const [nonce = '', made = '', signature = ''] = state.split('.');
      const [given, right] = [Buffer.from(signature, 'base64url'), sign(browser, nonce, made)];
      if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
      return now.getTime() - Number.parseInt(made, 36) <= STATE_MS ? nonce : undefined;
    },
  };
}

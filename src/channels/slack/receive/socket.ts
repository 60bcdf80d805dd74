import { SocketModeClient } from '@slack/socket-mode';
import type { Clock } from '../../../lib/clock.ts';
import { CodedError } from '../../../lib/errors.ts';
import type { Logger } from '../../../lib/logger.ts';
import { within } from '../../../lib/within.ts';
import type { Intake } from './intake.ts';
import { boltLogger } from './logging.ts';

/** Between two connections; doubled for every one in a row that did not come about. */
const PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
/** The library would wait half a minute for the other end to say goodbye. */
const GOODBYE_MS = 2000;

interface Deps {
  appToken: string;
  apiUrl?: string;
  intake: Pick<Intake, 'take'>;
  clock: Clock;
  log: Logger;
}

export interface Socket {
  /** Resolves when connected. Throws CodedError `forbidden` `slack.app_token` where Slack refuses the token. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

interface Envelope {
  ack(response?: string | object): Promise<void>;
  body: Record<string, unknown>;
}

/**
 * Socket Mode, for services without a public address. What was not taken in is not acknowledged, so Slack sends it again.
 * Reconnecting is ours: the library's own ends the process where Slack can't be reached just then.
 */
export function socketMode({ appToken, apiUrl, intake, clock, log }: Deps): Socket {
  const client = new SocketModeClient({
    ...{ appToken, autoReconnectEnabled: false, logger: boltLogger(log) },
    clientOptions: { timeout: 10_000, retryConfig: { retries: 0 }, ...(apiUrl && { slackApiUrl: apiUrl }) },
  });
  client.on('slack_event', async ({ ack, body }: Envelope) => {
    const answer = await intake.take(body, clock.now());
    if (!answer.taken) return;
    await ack(answer.response).catch((err: unknown) =>
      log.warn({ err }, 'an acknowledgement was lost; Slack repeats it'),
    );
  });

  const stopping = new AbortController();
  let staying = Promise.resolve();

  /** Connects; resolves to what resolves when that connection is lost. */
  async function connect(): Promise<{ lost: Promise<void> }> {
    const lost = new Promise<void>((resolve) => client.once('disconnected', () => resolve()));
    await client.start();
    return { lost };
  }

  /** Stays connected until it is stopped. */
  async function stay(first: { lost: Promise<void> } | undefined): Promise<void> {
    let connection = first;
    for (let failed = connection ? 0 : 1; !stopping.signal.aborted; ) {
      await connection?.lost;
      const ms = Math.min(PAUSE_MS * 2 ** failed, LONGEST_PAUSE_MS);
      await pause(ms, stopping.signal);
      if (stopping.signal.aborted) return;
      connection = await connect().catch((err: unknown) => {
        log.warn({ err }, 'no connection to Slack; it is tried again');
        return undefined;
      });
      failed = connection ? 0 : failed + 1;
    }
    if (connection) await client.disconnect();
  }

  return {
    async start() {
      const first = await connect().catch((err: unknown) => {
        const refusal = refusalOf(err);
        if (refusal) throw new CodedError('forbidden', 'slack.app_token', { refusal }, err);
        log.warn({ err }, 'no connection to Slack; it is tried again');
        return undefined;
      });
      staying = stay(first);
    },
    async stop() {
      stopping.abort();
      await within(GOODBYE_MS, 'slack.goodbye', () => client.disconnect()).catch(() => client.disconnect());
      await staying;
    },
  };
}

/** Slack's own word for why it does not open a connection; undefined where it did not answer. */
function refusalOf(err: unknown): string | undefined {
  const { data } = err instanceof Error ? (err as Error & { data?: { error?: unknown } }) : {};
  return typeof data?.error === 'string' ? data.error : undefined;
}

/** Resolves after so many milliseconds, or when it is cut short. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}

import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from '../../../lib/logger.ts';

/** Our log as Slack's packages write to one. Their debug lines hold whole messages, so they go nowhere. */
export function boltLogger(log: Logger): BoltLogger {
  const line = (parts: readonly unknown[]): [Record<string, unknown>, string] => {
    const err = parts.find((part) => part instanceof Error);
    return [err ? { err } : {}, parts.filter((part) => typeof part === 'string').join(' ')];
  };
  return {
    debug: () => undefined,
    info: (...parts) => log.debug(...line(parts)),
    warn: (...parts) => log.warn(...line(parts)),
    error: (...parts) => log.error(...line(parts)),
    getLevel: () => LogLevel.INFO,
    setLevel: () => undefined,
    setName: () => undefined,
  };
}

import { type DestinationStream, pino } from 'pino';

type Write = (fields: Record<string, unknown>, message: string) => void;

/** Structured log lines: fields for machines (ids, counts, durations; never a person's words), a message for people. */
export interface Logger {
  debug: Write;
  info: Write;
  warn: Write;
  error: Write;
  child(fields: Record<string, unknown>): Logger;
}

const SECRETS = ['password', 'token', 'secret', 'authorization', 'cookie', 'card', 'url', 'text'];

/** What of an error may be logged: not its details and not the database's, since both may hold a person's data. */
function shown(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code, reason } = error as Error & { code?: unknown; reason?: unknown };
  const cause = error.cause === undefined ? undefined : shown(error.cause);
  return { name: error.name, code, reason, message: error.message, stack: error.stack, cause };
}

/**
 * A logger writing one JSON line an event; errors go under `err`. Fields named as secrets are blanked, one level deep.
 * @param level the least that is written, as LOG_LEVEL names it
 * @param destination standard output unless given
 */
export function createLogger({ level, destination }: { level: string; destination?: DestinationStream }): Logger {
  const paths = SECRETS.flatMap((name) => [name, `*.${name}`, `*.headers.${name}`]);
  const options = { level, redact: { paths, censor: '[redacted]' }, serializers: { err: shown }, base: null };
  return destination ? pino(options, destination) : pino(options);
}

/** The five ways an operation can refuse, and what went wrong in our own house. Channels turn them into sentences. */
export type ErrorCode = 'not_found' | 'forbidden' | 'invalid' | 'conflict' | 'unavailable' | 'internal';

/**
 * The one error type of the product: a code a program decides by, a `reason` a catalogue turns into the person's
 * language, and details for that sentence. The message is for the log only and never reaches a person.
 */
export class CodedError extends Error {
  readonly code: ErrorCode;
  readonly reason: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, reason: string, details: Record<string, unknown> = {}, cause?: unknown) {
    super(`${code}: ${reason}`, cause === undefined ? undefined : { cause });
    this.name = 'CodedError';
    this.code = code;
    this.reason = reason;
    this.details = details;
  }
}

/** True when `error` is ours, and, with `code` or `reason` given, exactly that refusal. */
export function isCoded(error: unknown, code?: ErrorCode, reason?: string): error is CodedError {
  return error instanceof CodedError && (!code || error.code === code) && (!reason || error.reason === reason);
}

import { CodedError } from '../../lib/errors.ts';

/** What makes the rest of a file unreadable: `invalid`, `load.syntax`. Whoever reads the file makes it a problem of the load. */
export const syntaxProblem = (message: string, at: { section?: string; row?: number } = {}): CodedError =>
  new CodedError('invalid', 'load.syntax', { ...at, message });

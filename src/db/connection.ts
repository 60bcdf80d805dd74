import { type ClientConfig, defaults, types } from 'pg';
import { CodedError } from '../lib/errors.ts';

// Otherwise a Date given to a column without a time zone is stored in the process's zone.
defaults.parseInputDatesAsUTC = true;

const parsers = new Map<number, (text: string) => unknown>([
  [types.builtins.DATE, (text) => text], // 'YYYY-MM-DD', no instant in anybody's zone
  [types.builtins.TIMESTAMP, (text) => new Date(`${text.replace(' ', 'T')}Z`)],
]);
type GetTypeParser = typeof types.getTypeParser;
const getTypeParser = ((oid: number, format) =>
  (format !== 'binary' && parsers.get(oid)) || types.getTypeParser(oid, format)) as GetTypeParser;

interface Session {
  role?: string;
  name: string;
  planEach?: boolean;
  /** In milliseconds; a statement that takes longer is cancelled, and nothing of it happened. */
  limit?: number;
}

/**
 * How to connect to `url` with a session of ours: its instants in UTC (adapter-pg stores them off by the offset
 * otherwise), and, with `role`, with that role's rights alone. `planEach`: a prepared statement is still planned for
 * each use, since one account's plan can be a bad one for another that holds a thousand times as much.
 * @throws CodedError `invalid`, `database_url`: not a connection string
 */
export function withSession(url: string, { role, name, planEach = false, limit }: Session): ClientConfig {
  const parsed = parse(url);
  // In the string, since pg lets what the string says win over everything beside it.
  const options = [parsed.searchParams.get('options'), '-c TimeZone=UTC', role && `-c role=${role}`];
  if (planEach) options.push('-c plan_cache_mode=force_custom_plan');
  if (limit !== undefined) options.push(`-c statement_timeout=${limit}`);
  parsed.searchParams.set('options', options.filter(Boolean).join(' '));
  parsed.searchParams.set('application_name', name);
  return { connectionString: parsed.href, keepAlive: true, types: { getTypeParser } };
}

function parse(url: string): URL {
  try {
    const parsed = new URL(url);
    if (/^postgres(ql)?:$/.test(parsed.protocol)) return parsed;
  } catch {
    // The parser's error would repeat the string, which holds the password.
  }
  const expected = 'postgresql://user:password@host:5432/database';
  throw new CodedError('invalid', 'database_url', { expected });
}

import { describe, expect, it } from 'vitest';
import { CodedError } from '../../src/lib/errors.ts';
import { createLogger } from '../../src/lib/logger.ts';

function logged(write: (log: ReturnType<typeof createLogger>) => void, level = 'info'): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLogger({ level, destination: { write: (line) => lines.push(line) } }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the logger', () => {
  it('writes fields and message as one line, with those of its parent', () => {
    const [line] = logged((log) => log.child({ room: 'db' }).info({ rows: 3 }, 'loaded'));
    expect(line).toMatchObject({ room: 'db', rows: 3, msg: 'loaded' });
  });

  it('writes nothing below its level', () => {
    expect(logged((log) => log.info({}, 'x'), 'warn')).toEqual([]);
  });

  it('blanks fields that are named as secrets', () => {
    const line = logged((log) => log.info({ token: 't0p', job: { password: 't0p' }, text: 't0p' }, 'x'));
    expect(JSON.stringify(line)).not.toContain('t0p');
  });

  it("writes an error's code, reason and causes, and leaves out its details, which may be a person's data", () => {
    const cause = Object.assign(new Error('below'), { detail: 'Key (email)=(anna@example.com)' });
    const err = new CodedError('conflict', 'email_taken', { email: 'anna@example.com' }, cause);
    const [line] = logged((log) => log.error({ err }, 'refused'));
    expect(line).toMatchObject({ err: { code: 'conflict', reason: 'email_taken', cause: { message: 'below' } } });
    expect(JSON.stringify(line)).not.toContain('anna');
  });
});

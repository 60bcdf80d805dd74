import { Client } from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { withSession } from '../../src/db/connection.ts';

describe('withSession', () => {
  it("keeps the connection string's own options, and has the last word on the time zone", async () => {
    const url = new URL(inject('testServer').url);
    url.searchParams.set('options', '-c TimeZone=Asia/Tokyo -c work_mem=5MB');
    const client = new Client(withSession(url.href, { name: 'test' }));
    await client.connect();
    const { rows } = await client.query(`SELECT current_setting('TimeZone') AS zone, current_setting('work_mem') AS mem,
      current_setting('application_name') AS name`);
    await client.end();
    expect(rows).toEqual([{ zone: 'UTC', mem: '5MB', name: 'test' }]);
  });

  it.each(['', 'nonsense', 'mysql://u:secret@h/db', 'postgresql://u:secret@:bad/db'])(
    'refuses %j as a coded error that does not repeat it',
    (url) => {
      const error = catchError(() => withSession(url, { name: 'test' }));
      expect(error).toMatchObject({ code: 'invalid', reason: 'database_url' });
      expect(JSON.stringify(error) + String(error)).not.toContain('secret');
    },
  );
});

function catchError(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

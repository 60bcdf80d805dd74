import { afterAll, inject } from 'vitest';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { createDatabase, dropDatabase, inDatabase, uniqueName } from './databases.ts';
import { quietLog } from './log.ts';

/**
 * A migrated, empty database for the test file that asks, at its top: `const database = await testDatabase()`.
 * Closed and dropped after the file's last test.
 * @returns the database and the connection string of its owner, for processes a test starts
 */
export async function testDatabase(): Promise<Database & { url: string }> {
  const { url: server, template } = inject('testServer');
  const name = uniqueName('portal_test');
  await createDatabase(server, name, template);
  const url = inDatabase(server, name);
  const database = await openDatabase({ dataDir: '', databaseUrl: url, log: quietLog });
  afterAll(async () => {
    await database.close();
    await dropDatabase(server, name);
  });
  return { ...database, url };
}

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFoundation } from '../../src/app/foundation.ts';
import { readConfig } from '../../src/config.ts';
import { loadFiles } from '../../src/loader/load.ts';
import { chatUsers } from '../crowd.ts';
import { type Books, generateLoad, type Tenant } from '../generate-load.ts';

/**
 * A data folder with a company's books and people in a chat, its embedded server running until it is closed.
 * @param prefix what people's ids begin with; a number follows
 */
export async function openBooks(books: Books, tenant: Tenant, chatting: number, prefix: string) {
  const dataDir = await mkdtemp(join(tmpdir(), 'portal-bench-chat-'));
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
  const { db, loader, keepHead } = await openFoundation(config, false);
  const file = join(dataDir, 'books.json');
  await generateLoad(file, [books], new Date().toISOString().slice(0, 10));
  await loadFiles([file], loader);
  await keepHead();
  const { owner } = db.pools;
  const users = await chatUsers(owner, [books.id], chatting, prefix, tenant);
  await owner.query('VACUUM ANALYZE');
  const [pid] = (await readFile(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8')).split('\n');
  return {
    dataDir,
    /** The owner's connection string. */
    url: owner.options.connectionString!,
    /** Their ids in the chat. */
    users: users.map(({ userId }) => userId),
    /** Of the server's first process. */
    postmaster: Number(pid),
    /** Events taken in and not done, and messages not sent. */
    async left(): Promise<{ unserved: number; unsent: number }> {
      const { rows } = await owner.query(LEFT);
      return rows[0] as { unserved: number; unsent: number };
    },
    async close(): Promise<void> {
      await db.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

const LEFT = `SELECT (SELECT count(*) FROM inbox WHERE "doneAt" IS NULL)::int AS unserved,
  (SELECT count(*) FROM outbox WHERE state <> 'sent')::int AS unsent`;

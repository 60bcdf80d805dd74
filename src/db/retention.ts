import type { Pool } from 'pg';

/** How long things are kept, in days (PRODUCT.md section 12); files only as long as it takes to hand them over. */
const KEPT = { texts: 30, buttons: 90, files: 1, results: 90, notices: 90 } as const;
/** Rows a statement takes at most, so that none holds its locks for long. */
const BATCH = 5_000;

const RULES: readonly { days: number; sql: string }[] = [
  { days: KEPT.texts, sql: remove('inbox', 'seq', '"doneAt" < $1') },
  { days: KEPT.texts, sql: remove('outbox', 'seq', `"createdAt" < $1 AND state <> 'waiting'`) },
  { days: KEPT.texts, sql: remove('link_code', 'id', '"createdAt" < $1') },
  { days: KEPT.texts, sql: remove('mail', 'id', `"createdAt" < $1 AND state <> 'waiting'`) },
  {
    days: KEPT.texts,
    sql: `UPDATE conversation SET state = '{}', version = version + 1 WHERE key IN (
      SELECT key FROM conversation WHERE "updatedAt" < $1 AND state <> '{}' LIMIT ${BATCH})`,
  },
  { days: KEPT.texts, sql: remove('misunderstood', 'seq', 'at < $1') },
  { days: KEPT.texts, sql: remove('model_calls', '(day, who)', 'day < $1', 'day, who') },
  { days: KEPT.buttons, sql: remove('press', 'id', '"createdAt" < $1') },
  { days: KEPT.notices, sql: remove('notice', 'id', '"doneAt" < $1') },
  { days: KEPT.files, sql: remove('stored_file', 'id', '"createdAt" < $1') },
  { days: KEPT.results, sql: remove('operation_result', '("accountId", key)', '"createdAt" < $1', '"accountId", key') },
];

function remove(table: string, id: string, where: string, columns = id): string {
  return `DELETE FROM ${table} WHERE ${id} IN (SELECT ${columns} FROM ${table} WHERE ${where} LIMIT ${BATCH})`;
}

/** Takes away what is older than it may be kept, a batch of each; called again and again. */
export async function wipeOld(system: Pool, now: Date): Promise<void> {
  for (const { days, sql } of RULES) await system.query(sql, [new Date(now.getTime() - days * 86_400_000)]);
}

import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { copyTransactions } from '../db/copy.ts';
import { type Database, openDatabase } from '../db/database.ts';
import { systemClock, systemIds } from '../lib/clock.ts';
import { createLogger, type Logger } from '../lib/logger.ts';
import type { LoaderDeps } from '../loader/load.ts';
import { type AuditHeads, headsFile } from '../portal/audit/heads.ts';
import { operatorAudit } from './audit.ts';
import { keyOf } from './keys.ts';

/** What the service and the command line both stand on. */
export interface Foundation {
  dataDir: string;
  log: Logger;
  db: Database;
  auditKey: Buffer;
  heads: AuditHeads;
  loader: LoaderDeps;
  /** Writes down the newest head of the system's chain after a load. */
  keepHead(): Promise<void>;
}

/** @param exclusive the service is alone on its data folder; the command line uses the running server or its own */
export async function openFoundation(config: Config, exclusive: boolean): Promise<Foundation> {
  const dataDir = resolve(config.DATA_DIR);
  const log = createLogger({ level: config.LOG_LEVEL });
  await mkdir(dataDir, { recursive: true });
  const url = config.DATABASE_URL;
  const db = await openDatabase({ dataDir, exclusive, log, ...(url && { databaseUrl: url }) });
  const auditKey = await keyOf(config.AUDIT_KEY, dataDir, 'audit.key');
  const heads = headsFile(join(dataDir, 'audit-heads.jsonl'));
  const { audit, keep } = operatorAudit(auditKey, heads, systemClock.now);
  const loader = { inTransaction: copyTransactions(db.pools.loader), clock: systemClock, ids: systemIds, audit };
  return { dataDir, log, db, auditKey, heads, loader, keepHead: keep };
}

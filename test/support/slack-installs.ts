import { systemAudit } from '../../src/app/audit.ts';
import type { Installation } from '../../src/channels/slack/install/store.ts';
import { slackInstallations } from '../../src/db/slack-installations.ts';
import { sqlOn } from '../../src/db/sql.ts';
import type { Head } from '../../src/portal/audit/chain.ts';
import type { testDatabase } from './database.ts';

export const AUDIT_KEY = Buffer.alloc(32, 1);

/** The store of installations on a test database, and the heads of the audit trail it keeps outside. */
export function installationStore(database: Awaited<ReturnType<typeof testDatabase>>, now: () => Date) {
  const heads: Head[] = [];
  const kept = { keep: async (head: Head) => void heads.push(head), read: async () => heads };
  const sql = sqlOn(database.pools.system);
  return { heads, sql, store: slackInstallations(sql, systemAudit(sql, AUDIT_KEY, kept, now, 'slack')) };
}

export const installation = (changes: Partial<Installation> = {}): Installation => ({
  id: 'T1',
  name: 'Acme',
  botUserId: 'UBOT',
  botId: 'BBOT',
  scopes: ['chat:write'],
  token: 'sealed',
  installedBy: 'UADMIN',
  installedAt: new Date('2026-11-03T10:00:00Z'),
  ...changes,
});

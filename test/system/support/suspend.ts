import { keyOf } from '../../../src/app/keys.ts';
import { openDatabase } from '../../../src/db/database.ts';
import { sqlOn } from '../../../src/db/sql.ts';
import { simulatedGateway } from '../../../src/gateways/simulated/gateway.ts';
import { systemClock as clock, systemIds as ids } from '../../../src/lib/clock.ts';
import { openPortal } from '../../../src/portal/open.ts';
import { mintPrincipal } from '../../../src/portal/principal.ts';
import { quietLog } from '../../support/log.ts';

/**
 * Takes somebody's access away as a manager does, through the portal's own door, in another process than the service
 * that runs on `dataDir`.
 */
export async function suspend(dataDir: string, email: string, manager: string): Promise<void> {
  const db = await openDatabase({ dataDir, exclusive: false, log: quietLog });
  const owner = sqlOn(db.pools.owner);
  const { rows } = await owner.query<{ id: string; accountId: string; email: string }>(
    'SELECT id, "accountId", email FROM contact WHERE email = ANY($1)',
    [[email, manager]],
  );
  const person = rows.find((one) => one.email === email)!;
  const { id: contactId, accountId } = rows.find((one) => one.email === manager)!;
  const services = {
    ...{ db, clock, ids, log: quietLog, payments: 'on-file' as const, payee: 'A' },
    gateway: await simulatedGateway({ sql: owner, clock, ids, publicUrl: 'http://x', payee: 'A' }),
    audit: {
      key: await keyOf(undefined, dataDir, 'audit.key'),
      heads: { keep: async () => undefined, read: async () => [] },
    },
    secretsKey: await keyOf(undefined, dataDir, 'secrets.key'),
    afterCommit: () => undefined,
    changed: () => undefined,
  };
  const principal = mintPrincipal({ accountId, contactId, locale: 'en', timeZone: 'UTC' });
  await openPortal(services, principal, 'web').users.suspend({ key: ids.uuid(), contactId: person.id });
  await db.close();
}

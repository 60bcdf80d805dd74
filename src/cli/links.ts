import type { Foundation } from '../app/foundation.ts';
import { keyOf } from '../app/keys.ts';
import type { Config } from '../config.ts';
import { sqlOn } from '../db/sql.ts';
import { systemClock, systemIds } from '../lib/clock.ts';
import { allLinks, endAnyLink } from '../portal/operator/links.ts';
import { findAccount } from '../portal/operator/tenants.ts';
import { type Command, onFoundation } from './command.ts';
import { table } from './table.ts';

export const links: Command = {
  usage: [
    { call: 'links list [ACCOUNT]', does: 'which chat users are linked to whom' },
    { call: 'links end LINK', does: 'end one; from the next message on it gives no access' },
  ],
  run(config, [deed, said, ...more]) {
    if (more.length > 0) return undefined;
    if (deed === 'list') return onFoundation(config, (at) => list(at, said));
    return deed === 'end' && said ? onFoundation(config, (at) => end(config, at, said)) : undefined;
  },
};

async function list({ db }: Foundation, account: string | undefined): Promise<number> {
  const system = sqlOn(db.pools.system);
  const rows = await allLinks(system, account === undefined ? undefined : (await findAccount(system, account)).id);
  const line = (one: (typeof rows)[number]) => [
    ...[one.id, one.account, one.name, one.email, one.platform, one.tenantId, one.userId],
    ...[one.since.toISOString().slice(0, 10), one.valid ? 'yes' : 'no'],
  ];
  const headings = ['LINK', 'ACCOUNT', 'NAME', 'E-MAIL', 'PLATFORM', 'TENANT', 'USER', 'SINCE', 'ACCESS'];
  console.log(rows.length > 0 ? table(headings, rows.map(line)) : 'Nobody is linked.');
  return 0;
}

async function end(config: Config, { db, dataDir, auditKey, heads }: Foundation, id: string): Promise<number> {
  const services = {
    ...{ db, clock: systemClock, ids: systemIds, payments: config.PAYMENTS, payee: config.COMPANY_NAME },
    audit: { key: auditKey, heads },
    secretsKey: await keyOf(config.SECRETS_KEY, dataDir, 'secrets.key'),
    // The service finds the notice by its job, and draws anew what shows it.
    ...{ afterCommit: () => undefined, changed: () => undefined },
  };
  await endAnyLink(services, sqlOn(db.pools.system), id);
  console.log('The link is ended.');
  return 0;
}

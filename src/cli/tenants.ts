import type { Foundation } from '../app/foundation.ts';
import { sqlOn } from '../db/sql.ts';
import { allowTenant, forbidTenant, listTenants, parseTenant } from '../portal/operator/tenants.ts';
import { type Command, onFoundation } from './command.ts';
import { table } from './table.ts';

export const tenants: Command = {
  usage: [
    {
      call: 'tenants allow ACCOUNT slack|teams TENANT [--trust-directory]',
      does: 'let people of a Slack workspace (team id) or an Entra tenant be linked to an account (external id or name); with its directory trusted, by their directory’s e-mail alone',
    },
    {
      call: 'tenants forbid ACCOUNT slack|teams TENANT',
      does: 'no longer; links from there end giving access at once',
    },
    { call: 'tenants list', does: 'which are allowed' },
  ],
  run(config, args) {
    const [deed, ...rest] = args;
    if (deed === 'list' && rest.length === 0) return onFoundation(config, list);
    const trusts = rest.includes('--trust-directory');
    const [account, platform, tenant, ...more] = rest.filter((one) => one !== '--trust-directory');
    if (!account || !platform || !tenant || more.length > 0) return undefined;
    if (deed === 'allow') return onFoundation(config, (at) => allow(at, account, [platform, tenant], trusts));
    if (deed === 'forbid' && !trusts) return onFoundation(config, (at) => forbid(at, account, [platform, tenant]));
    return undefined;
  },
};

async function allow(
  { loader }: Foundation,
  account: string,
  named: [string, string],
  trusts: boolean,
): Promise<number> {
  const tenant = parseTenant(...named);
  const changed = await allowTenant(loader, account, tenant, trusts);
  const how = trusts ? ', its directory trusted' : '';
  console.log(changed ? `${tenant.platform} ${tenant.tenantId} is allowed${how}.` : 'It was so already.');
  return 0;
}

async function forbid({ loader, db }: Foundation, account: string, named: [string, string]): Promise<number> {
  const tenant = parseTenant(...named);
  await forbidTenant(loader, sqlOn(db.pools.system), account, tenant);
  console.log(`${tenant.platform} ${tenant.tenantId} is no longer allowed.`);
  return 0;
}

async function list({ db }: Foundation): Promise<number> {
  const rows = await listTenants(sqlOn(db.pools.system));
  const line = (one: (typeof rows)[number]) => [
    ...[one.externalId, one.account, one.platform, one.tenantId],
    one.trustsDirectory ? 'trusted' : '-',
  ];
  const headings = ['ACCOUNT', 'NAME', 'PLATFORM', 'TENANT', 'DIRECTORY'];
  console.log(rows.length > 0 ? table(headings, rows.map(line)) : 'No tenant is allowed for any account.');
  return 0;
}

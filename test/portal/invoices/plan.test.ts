import { beforeAll, describe, expect, it } from 'vitest';
import { sqlOn } from '../../../src/db/sql.ts';
import { findRows } from '../../../src/portal/invoices/find.ts';
import { readRows } from '../../../src/portal/invoices/pages.ts';
import { readTotals } from '../../../src/portal/invoices/totals.ts';
import type { AccountScope } from '../../../src/portal/scope.ts';
import type { TestAccount } from '../../support/account.ts';
import { testDatabase } from '../../support/database.ts';
import { portalWorld } from '../../support/portal.ts';

const database = await testDatabase();
const world = await portalWorld(database);
let account: TestAccount;

beforeAll(async () => {
  account = await world.account({ ann: ['finance'] });
  // 20,000 invoices, nine of ten closed, and the same again in another account.
  const other = await world.account({ bob: ['finance'] });
  for (const { id } of [account, other]) {
    await sqlOn(database.pools.owner).query(
      `INSERT INTO invoice ("accountId", "externalId", number, type, "issuedOn", "dueOn", currency, net, tax, total,
         "paidLoaded", "lastDigits")
       SELECT $1, n, 'INV-' || n, 'support', date '2020-01-01' + n % 2400, date '2020-02-01' + n % 2400, 'PLN', 100, 0,
         100, CASE WHEN n % 10 = 0 THEN 0 ELSE 100 END, n::text FROM generate_series(1, 20000) n`,
      [id],
    );
  }
  await sqlOn(database.pools.owner).query('ANALYZE invoice');
});

/** How PostgreSQL would run each statement the work sends, under the tenant's role and row-level security. */
async function plansOf(work: (scope: AccountScope) => Promise<unknown>): Promise<string> {
  return database.tenantTransaction(account.id, async (tx) => {
    const plans: string[] = [];
    const $queryRaw = async (parts: TemplateStringsArray, ...values: unknown[]) => {
      const sql = parts.reduce((text, part, at) => `${text}$${at}${part}`);
      const rows = await tx.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${sql}`, ...values);
      plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
      return [];
    };
    await work({ tx: { $queryRaw }, today: '2026-11-03' } as unknown as AccountScope);
    return plans.join('\n\n');
  });
}

const inMiddle = (part: string, date: string) => `${part}.${date}.00000000-0000-0000-0000-000000000001`;

describe('with 20,000 invoices in the account a page is read', () => {
  it.each(['overdue', 'unpaid', 'open'] as const)(
    'of status %s by the index of unpaid ones, without sorting',
    async (status) => {
      for (const after of [undefined, inMiddle('unpaid', '2023-05-05')]) {
        const plan = await plansOf((scope) => readRows(scope, { status }, { after, limit: 8 }));
        expect(plan).toMatch(/Index (Only )?Scan using invoice_unpaid/);
        expect(plan).not.toMatch(/Sort|Seq Scan|Bitmap/);
      }
    },
  );

  it('of closed ones by their own index, without sorting', async () => {
    for (const after of [undefined, inMiddle('closed', '2023-05-05')]) {
      const plan = await plansOf((scope) => readRows(scope, { status: 'closed' }, { after, limit: 8 }));
      expect(plan).toMatch(/Index (Only )?Scan using invoice_closed/);
      expect(plan).not.toMatch(/Sort|Seq Scan|Bitmap/);
    }
  });

  it('and summed by the index of unpaid ones, the closed ones not looked at', async () => {
    const plan = await plansOf((scope) => readTotals(scope, { status: 'overdue' }));
    expect(plan).toMatch(/invoice_unpaid/);
    expect(plan).not.toMatch(/Seq Scan/);
  });

  it('and closed ones counted in order of their index, so that counting stops', async () => {
    const plan = await plansOf((scope) => readTotals(scope, { status: 'closed' }));
    expect(plan).toMatch(/Limit[\s\S]*Index (Only )?Scan using invoice_closed/);
    expect(plan).not.toMatch(/Seq Scan|Bitmap|Sort/);
  });

  it('and a number is looked up by its digits', async () => {
    const plan = await plansOf((scope) => findRows(scope, '1042'));
    expect(plan).toMatch(/invoice_accountId_lastDigits_idx/);
  });
});

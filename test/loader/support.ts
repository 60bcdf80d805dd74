import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { copyTransactions } from '../../src/db/copy.ts';
import type { Database } from '../../src/db/database.ts';
import { sqlOn } from '../../src/db/sql.ts';
import { systemIds } from '../../src/lib/clock.ts';
import { isCoded } from '../../src/lib/errors.ts';
import { type LoaderDeps, loadDocument } from '../../src/loader/load.ts';
import type { LoadProblem } from '../../src/loader/problems.ts';
import { renderProblem } from '../../src/loader/report.ts';
import type { AuditEntry } from '../../src/portal/scope.ts';

export const NOW = new Date('2026-11-23T09:00:00Z');

/** A loader on the test's database, what it wrote into the audit trail, and the owner's view of the tables. */
export function loaderOn(database: Database) {
  const audited: AuditEntry[] = [];
  const deps: LoaderDeps = {
    inTransaction: copyTransactions(database.pools.loader),
    clock: { now: () => NOW },
    ids: systemIds,
    audit: async (_tx, entry) => void audited.push(entry),
  };
  const owner = sqlOn(database.pools.owner);
  const all = async <Row = Record<string, unknown>>(text: string, ...values: unknown[]) =>
    (await owner.query<Row>(text, values)).rows;
  return { deps, audited, all, load: (document: object) => loadDocument('books.json', document, deps) };
}

/** The problems a refused load names, as the command line shows them. */
export async function problemsOf(loading: Promise<unknown>): Promise<string[]> {
  try {
    await loading;
  } catch (error) {
    if (isCoded(error, 'invalid', 'load.refused')) return (error.details.problems as LoadProblem[]).map(renderProblem);
    throw error;
  }
  return [];
}

/** A folder of files, gone after the test file. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'portal-load-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

type Row = Record<string, unknown>;

export const account = (over: Row = {}): Row => ({
  id: 'ACME',
  name: 'Acme Polska',
  timeZone: 'Europe/Warsaw',
  supportEmail: 'support@vendor.example',
  ...over,
});

export const invoice = (over: Row = {}): Row => ({
  id: 'I1',
  account: 'ACME',
  number: 'INV-1042',
  type: 'support',
  issuedOn: '2026-10-01',
  dueOn: '2026-10-31',
  currency: 'PLN',
  lines: [{ product: 'Support', quantity: '1', unitPrice: '100', amount: '100.00' }],
  tax: '23.00',
  total: '123.00',
  ...over,
});

export const order = (over: Row = {}): Row => ({
  id: 'O1',
  account: 'ACME',
  number: '88012',
  orderedOn: '2026-11-02',
  placedBy: 'Ewa Mazur',
  state: 'shipped',
  currency: 'PLN',
  total: '4000.00',
  lines: [{ product: 'Switch', quantity: '2', amount: '4000.00' }],
  events: [{ at: '2026-11-02T10:00:00+01:00', state: 'booked' }],
  ...over,
});

export const contract = (over: Row = {}): Row => ({
  id: 'C1',
  account: 'ACME',
  number: 'S-310',
  kind: 'support',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  currency: 'PLN',
  value: '12000.00',
  autoRenew: false,
  ...over,
});

export const orderingDocument = (over: Row = {}): Row => ({
  id: 'D1',
  account: 'ACME',
  number: 'Q-1',
  kind: 'quote',
  issuedOn: '2025-01-15',
  primaryEmail: 'ewa.mazur@acme-polska.example',
  ...over,
});

import { basename } from 'node:path';
import type { CopyTransaction, InCopyTransaction } from '../db/copy.ts';
import type { Clock, Ids } from '../lib/clock.ts';
import { CodedError } from '../lib/errors.ts';
import type { Query } from '../lib/sql.ts';
import type { AuditEntry } from '../portal/scope.ts';
import { settleWithData } from './balances.ts';
import { crossCheck } from './cross-checks.ts';
import { setDefaultMethods } from './default-methods.ts';
import { KINDS } from './kinds/index.ts';
import { mergeKind } from './merge.ts';
import { FROM_DOCUMENTS, mergePeople, type SkippedPerson } from './people.ts';
import { collectProblems } from './problems.ts';
import { fileSource, type Source } from './read/source.ts';
import { reopenRefunded } from './refunded-dues.ts';
import { adoptRenewals, closeRenewed } from './renewals.ts';
import { openStage, type Stage } from './stage.ts';
import { takeIn } from './take-in.ts';
import { tellManagers } from './tell-managers.ts';
import { rememberWatched, tellWatchers } from './watched-orders.ts';

export interface LoaderDeps {
  /** Transactions of the `portal_loader` role. */
  inTransaction: InCopyTransaction;
  clock: Clock;
  ids: Ids;
  /** Appends to the system's audit chain, as the last thing in the transaction that did it. */
  audit: (tx: Query, entry: AuditEntry) => Promise<void>;
}

export interface LoadReport {
  /** The load's id, in `data_load` and in the audit trail. */
  id: string;
  files: string[];
  /** Only kinds the files have. */
  counts: { section: string; inserted: number; updated: number; unchanged: number }[];
  skipped: SkippedPerson[];
  /** Numbers of our payments that the data says were given back. */
  refunded: string[];
}

/** Two loads at once take turns. */
const LOCK = 8_201_042;

/**
 * Loads files of the portal's data (docs/loading.md), whole or not at all; the same again changes nothing.
 * @throws CodedError `invalid`, `load.refused`, with `problems` (LoadProblem[], the first hundred) and their `count`
 */
export const loadFiles = (files: readonly string[], deps: LoaderDeps): Promise<LoadReport> =>
  load(files.map(fileSource), deps);

/**
 * Loads a document made in memory, through the same door as a file.
 * @param name what the load's record calls it
 * @throws as `loadFiles`
 */
export const loadDocument = (name: string, document: object, deps: LoaderDeps): Promise<LoadReport> => {
  async function* open() {
    yield JSON.stringify(document);
  }
  return load([{ name, format: 'json', open }], deps);
};

async function load(sources: readonly Source[], deps: LoaderDeps): Promise<LoadReport> {
  const id = deps.ids.uuid();
  const files = sources.map(({ name }) => basename(name));
  try {
    return await deps.inTransaction((tx) => apply(tx, sources, { id, files }, deps));
  } catch (error) {
    if (error instanceof CodedError && error.reason === 'load.refused') {
      const details = { files, problems: error.details.count };
      await deps.inTransaction((tx) =>
        deps.audit(tx, { action: 'data.load', object: `load:${id}`, outcome: 'refused', details }),
      );
    }
    throw error;
  }
}

async function apply(
  tx: CopyTransaction,
  sources: readonly Source[],
  { id, files }: { id: string; files: string[] },
  deps: LoaderDeps,
): Promise<LoadReport> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  const problems = collectProblems();
  const stage = await openStage(tx);
  await takeIn(sources, stage, problems);
  await lockAccounts(tx);
  await crossCheck(
    tx,
    sources.map(({ name }) => name),
    problems,
  );
  if (problems.count > 0) {
    throw new CodedError('invalid', 'load.refused', { problems: problems.kept, count: problems.count });
  }
  await rememberWatched(tx);
  await adoptRenewals(tx);
  const reopened = await reopenRefunded(tx);
  for (const kind of KINDS) await mergeKind(tx, kind, stage);
  await closeRenewed(tx);
  await setDefaultMethods(tx);
  const now = deps.clock.now();
  const skipped = await mergePeople(tx, now);
  await tellManagers(tx, id, now, skipped);
  await tellWatchers(tx, id, now);
  const refunded = [...reopened, ...(await settleWithData(tx))].sort();
  const report: LoadReport = { id, files, counts: await countRows(tx, stage), skipped, refunded };
  await tx.query('INSERT INTO data_load (id, at, files, report) VALUES ($1, $2, $3, $4)', [
    id,
    now,
    files,
    JSON.stringify(report),
  ]);
  const details = { files, counts: report.counts, skipped: skipped.length, refunded };
  await deps.audit(tx, { action: 'data.load', object: `load:${id}`, outcome: 'done', details });
  return report;
}

/** Changes of people and payments take this lock too; in order of the ids, so that two never wait for each other. */
async function lockAccounts(tx: Query): Promise<void> {
  await tx.query(
    `SELECT FROM account WHERE "externalId" IN (SELECT account FROM load_seen) ORDER BY id FOR NO KEY UPDATE`,
  );
}

async function countRows(tx: Query, stage: Stage): Promise<LoadReport['counts']> {
  const { rows } = await tx.query<{ section: string; inserted: number; updated: number }>(
    `SELECT section, count(*) FILTER (WHERE was)::int AS inserted, count(*) FILTER (WHERE NOT was)::int AS updated
     FROM (SELECT section, id, bool_or(inserted) AS was FROM load_touched GROUP BY section, id) touched
     GROUP BY section`,
  );
  const touched = new Map(rows.map((row) => [row.section, row]));
  const counts = KINDS.filter((kind) => stage.count(kind) > 0).map((kind) => {
    const { inserted = 0, updated = 0 } = touched.get(kind.section) ?? {};
    return { section: kind.section, inserted, updated, unchanged: stage.count(kind) - inserted - updated };
  });
  const others = touched.get(FROM_DOCUMENTS);
  return others ? [...counts, { ...others, unchanged: 0 }] : counts;
}

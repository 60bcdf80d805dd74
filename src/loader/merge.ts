import type { Query } from '../lib/sql.ts';
import type { Kind } from './kind.ts';
import { mergedIds, quoted, type Stage, staged, stagedChild } from './stage.ts';

/** Brings the staged rows of a kind into its tables; rows that are the same already are not written. */
export async function mergeKind(tx: Query, kind: Kind, stage: Stage): Promise<void> {
  if (stage.count(kind) > 0 && !kind.ownMerge) await mergeParents(tx, kind);
  if (kind.children.length === 0 || kind.ownMerge) return;
  await keepIds(tx, kind);
  if (stage.count(kind) === 0) return;
  for (const [at, child] of kind.children.entries()) {
    if (!child.ownMerge) await mergeChildren(tx, kind, child, stage.leftOut(kind, at));
  }
}

/** Accounts stand by themselves; everything else in the account it names. */
const isAccount = ({ table }: Kind): boolean => table === 'account';

async function mergeParents(tx: Query, kind: Kind): Promise<void> {
  const key = isAccount(kind) ? ['externalId'] : ['accountId', 'externalId'];
  const values = kind.columns.map((column) => {
    const reference = kind.references[column];
    const own = kind.insert[column];
    if (own) return own;
    return reference
      ? `(SELECT r.id FROM ${reference.table} r WHERE r."accountId" = a.id AND r."externalId" = s.${quoted(column)})`
      : `s.${quoted(column)}`;
  });
  const from = isAccount(kind) ? '' : 'JOIN account a ON a."externalId" = s.account';
  const own = isAccount(kind) ? [] : ['a.id'];
  await tx.query(
    `WITH done AS (
       INSERT INTO ${kind.table} AS t (${[...key, ...kind.columns].map(quoted).join(', ')})
       SELECT ${[...own, 's."externalId"', ...values].join(', ')} FROM ${staged(kind)} s ${from}
       ${onConflict(key, kind.columns, kind.set)}
       RETURNING t.id, t.xmax = 0 AS inserted)
     INSERT INTO load_touched SELECT $1, id, inserted FROM done`,
    [kind.section],
  );
}

/** @param set SQL for columns that don't simply follow the file */
function onConflict(key: readonly string[], columns: readonly string[], set: Kind['set'] = {}): string {
  if (columns.length === 0) return `ON CONFLICT (${key.map(quoted).join(', ')}) DO NOTHING`;
  const wanted = columns.map((column) => set[column] ?? `excluded.${quoted(column)}`);
  return `ON CONFLICT (${key.map(quoted).join(', ')}) DO UPDATE SET
    ${columns.map((column, at) => `${quoted(column)} = ${wanted[at]}`).join(', ')}
    WHERE (${columns.map((column) => `t.${quoted(column)}`).join(', ')}) IS DISTINCT FROM (${wanted.join(', ')})`;
}

async function keepIds(tx: Query, kind: Kind): Promise<void> {
  const account = isAccount(kind) ? 't.id' : 't."accountId"';
  const join = isAccount(kind)
    ? `JOIN account t ON t."externalId" = s.account`
    : `JOIN account a ON a."externalId" = s.account
       JOIN ${kind.table} t ON t."accountId" = a.id AND t."externalId" = s."externalId"`;
  await tx.query(
    `CREATE TEMP TABLE ${mergedIds(kind)} ON COMMIT DROP AS
     SELECT s.n, t.id, ${account} AS "accountId" FROM ${staged(kind)} s ${join}`,
  );
  await tx.query(`ANALYZE ${mergedIds(kind)}`);
}

async function mergeChildren(
  tx: Query,
  kind: Kind,
  { table, parent, key, columns, set, keep, ...child }: Kind['children'][number],
  leftOut: readonly number[],
): Promise<void> {
  const from = stagedChild({ table, parent, key, columns, ...child });
  const owner = [...new Set(['accountId', parent])];
  const others = columns.filter((column) => !key.includes(column));
  await tx.query(
    `WITH done AS (
       INSERT INTO ${table} AS t (${[...owner, ...columns].map(quoted).join(', ')})
       SELECT ${[...owner.map((column) => (column === 'accountId' ? 'p."accountId"' : 'p.id')), ...columns.map((column) => `s.${quoted(column)}`)].join(', ')}
       FROM ${from} s JOIN ${mergedIds(kind)} p USING (n)
       ${onConflict([parent, ...key], others, set)}
       RETURNING t.${quoted(parent)} AS id)
     INSERT INTO load_touched SELECT DISTINCT $1, id, false FROM done`,
    [kind.section],
  );
  if (key.length === 0) return; // one a parent, written or left as it is
  const same = ['s.n = p.n', ...key.map((column) => `s.${quoted(column)} = t.${quoted(column)}`)].join(' AND ');
  await tx.query(
    `WITH gone AS (
       DELETE FROM ${table} t USING ${mergedIds(kind)} p
       WHERE t.${quoted(parent)} = p.id AND p.n <> ALL ($2::int[]) AND NOT EXISTS (SELECT FROM ${from} s WHERE ${same})
         ${keep ? `AND NOT (${keep})` : ''}
       RETURNING t.${quoted(parent)} AS id)
     INSERT INTO load_touched SELECT DISTINCT $1, id, false FROM gone`,
    [kind.section, leftOut],
  );
}

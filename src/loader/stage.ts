import type { Cell, CopyTransaction } from '../db/copy.ts';
import type { Query } from '../lib/sql.ts';
import type { Kind, StagedRow } from './kind.ts';
import { KINDS } from './kinds/index.ts';

/** Where staged rows wait: temporary tables, gone with the transaction. */
export interface Stage {
  /** A row that is there, right or not, so that duplicates and references are judged by what the files hold. */
  seen(row: Seen): Promise<void>;
  /** @returns nothing; the row stands in the staging tables after `flush` */
  put(kind: Kind, row: StagedRow, values: readonly Cell[]): Promise<void>;
  flush(): Promise<void>;
  /** For a kind's child table: the rows that left the list out, by their number in the load. */
  leftOut(kind: Kind, child: number): readonly number[];
  /** How many rows of the kind were put. */
  count(kind: Kind): number;
}

interface Seen {
  section: string;
  /** Which of the load's files, and which row of it. */
  file: number;
  row: number;
  account: string | undefined;
  id: string | undefined;
}

const FLUSH_ROWS = 5_000;
const FLUSH_BYTES = 4 << 20;

const bare = (table: string): string => table.replaceAll('"', '');
export const staged = ({ table }: Pick<Kind, 'table'>): string => `load_${bare(table)}`;
export const stagedChild = (child: Kind['children'][number]): string => child.staged ?? `load_${bare(child.table)}`;
/** The rows of a kind by number in the load, with their ids once they are merged. */
export const mergedIds = ({ table }: Pick<Kind, 'table'>): string => `load_${bare(table)}_id`;
export const quoted = (column: string): string => `"${column}"`;

/** Makes the staging tables, with the types of the real ones. A column that refers to another kind holds its external id. */
export async function openStage(tx: CopyTransaction): Promise<Stage> {
  await tx.query(
    `CREATE TEMP TABLE load_seen (section text, file int, "row" int, account text, id text) ON COMMIT DROP`,
  );
  await tx.query('CREATE TEMP TABLE load_touched (section text, id uuid, inserted boolean) ON COMMIT DROP');
  for (const kind of KINDS) {
    await createFor(
      tx,
      staged(kind),
      kind.table,
      ['0 AS n', "''::text AS account", `''::text AS "externalId"`],
      kind.columns,
      kind,
    );
    for (const child of kind.children) {
      await createFor(tx, stagedChild(child), child.table, ['0 AS n'], child.columns);
    }
  }
  return buffered(tx);
}

async function createFor(
  tx: Query,
  name: string,
  table: string,
  own: string[],
  columns: readonly string[],
  kind?: Kind,
) {
  const typed = columns.map((column) => (kind?.references[column] ? `''::text AS "${column}"` : quoted(column)));
  await tx.query(
    `CREATE TEMP TABLE ${name} ON COMMIT DROP AS SELECT ${[...own, ...typed].join(', ')} FROM ${table} WITH NO DATA`,
  );
}

interface Buffer {
  columns: readonly string[];
  rows: Cell[][];
  bytes: number;
}

function buffered(tx: CopyTransaction): Stage {
  const buffers = new Map<string, Buffer>();
  const counts = new Map<Kind, number>();
  const out = new Map<string, number[]>();

  function leftOutOf(child: Kind['children'][number]): number[] {
    const rows = out.get(stagedChild(child)) ?? [];
    out.set(stagedChild(child), rows);
    return rows;
  }

  async function flushOne(table: string, buffer: Buffer): Promise<void> {
    if (buffer.rows.length === 0) return;
    await tx.copyRows(table, buffer.columns, buffer.rows);
    buffer.rows = [];
    buffer.bytes = 0;
  }

  async function append(table: string, columns: readonly string[], row: Cell[]): Promise<void> {
    const buffer = buffers.get(table) ?? { columns: columns.map(quoted), rows: [], bytes: 0 };
    buffers.set(table, buffer);
    buffer.rows.push(row);
    for (const cell of row) buffer.bytes += typeof cell === 'object' && cell !== null ? cell.length : 0;
    if (buffer.rows.length >= FLUSH_ROWS || buffer.bytes >= FLUSH_BYTES) await flushOne(table, buffer);
  }

  return {
    seen: ({ section, file, row, account, id }) =>
      append(
        'load_seen',
        ['section', 'file', 'row', 'account', 'id'],
        [section, file, row, account ?? null, id ?? null],
      ),
    async put(kind, row, values) {
      const n = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, n);
      await append(staged(kind), ['n', 'account', 'externalId', ...kind.columns], [n, row.account, row.id, ...values]);
      for (const [at, items] of row.children.entries()) {
        const child = kind.children[at]!;
        if (items === undefined) leftOutOf(child).push(n);
        for (const item of items ?? []) await append(stagedChild(child), ['n', ...child.columns], [n, ...item]);
      }
    },
    async flush() {
      for (const [table, buffer] of buffers) await flushOne(table, buffer);
      for (const table of buffers.keys()) await tx.query(`ANALYZE ${table}`);
    },
    leftOut: (kind, child) => leftOutOf(kind.children[child]!),
    count: (kind) => counts.get(kind) ?? 0,
  };
}

import { finished } from 'node:stream/promises';
import type { Pool, PoolClient } from 'pg';
import { from } from 'pg-copy-streams';
import type { Query } from '../lib/sql.ts';
import { inTransaction, queryOn } from './sql.ts';

/** A value on its way into a column; text is read by the column's own type. */
export type Cell = string | number | boolean | Uint8Array | null;

/** A transaction that can also take rows in by COPY. */
export interface CopyTransaction extends Query {
  /** Appends `rows`, each as long as `columns`, to a table (named as SQL writes it, as are the columns). */
  copyRows(table: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): Promise<void>;
}

export type InCopyTransaction = <T>(work: (tx: CopyTransaction) => Promise<T>) => Promise<T>;

/** Transactions with COPY on a pool's connections: committed when `work` resolves, rolled back when it throws. */
export function copyTransactions(pool: Pool): InCopyTransaction {
  return (work) =>
    inTransaction(pool, (client) =>
      work({ ...queryOn(client), copyRows: (table, columns, rows) => copyRows(client, table, columns, rows) }),
    );
}

async function copyRows(
  client: PoolClient,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  const stream = client.query(from(`COPY ${table} (${columns.join(', ')}) FROM STDIN`));
  stream.end(rows.map(line).join(''));
  await finished(stream);
}

const line = (row: readonly Cell[]): string => `${row.map(field).join('\t')}\n`;

/** COPY's text format: tabs between fields, `\N` for null, backslashes before what would be read otherwise. */
function field(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'string') return /[\\\t\n\r]/.test(cell) ? cell.replace(/[\\\t\n\r]/g, escaped) : cell;
  if (cell instanceof Uint8Array)
    return `\\\\x${Buffer.from(cell.buffer, cell.byteOffset, cell.byteLength).toString('hex')}`;
  return String(cell);
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escaped = (character: string): string => ESCAPES[character]!;

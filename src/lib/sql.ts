/** One statement at a time: a connection pool, or one transaction of it. Values are always parameters (`$1`). */
export interface Query {
  query<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<{ rows: Row[] }>;
}

/** Plain SQL for the few rooms that keep tables of their own, so that no database driver's type leaves `src/db`. */
export interface Sql extends Query {
  /** Runs `work` in one READ COMMITTED transaction on one connection; rolled back when it throws. */
  transaction<T>(work: (tx: Query) => Promise<T>): Promise<T>;
}

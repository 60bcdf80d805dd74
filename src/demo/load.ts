import { dateIn } from '../lib/dates.ts';
import { CodedError } from '../lib/errors.ts';
import { type LoaderDeps, loadDocument } from '../loader/load.ts';
import { demoDocument } from './data.ts';

/** The mark of a database made as a demonstration (PRODUCT.md section 10). */
export const DEMONSTRATION = 'demonstration';

/**
 * Fills an empty database with the demonstration's data and marks it; one that is marked already gets dates that are
 * right today, once a day, and keeps what people did in it.
 * @throws CodedError `conflict`, `demo.real_data`: there are accounts and no mark
 */
export async function loadDemo(deps: LoaderDeps): Promise<void> {
  const today = dateIn('UTC', deps.clock.now());
  const name = `${DEMONSTRATION} ${today}`;
  const loaded = await deps.inTransaction(async (tx) => {
    // Marked before there is data: whatever stops the load, nobody takes what it began for real.
    await tx.query(
      `INSERT INTO mark (name, value) SELECT $1, $2 WHERE NOT EXISTS (SELECT FROM account) ON CONFLICT DO NOTHING`,
      [DEMONSTRATION, today],
    );
    const { rows } = await tx.query<{ marked: boolean; loaded: boolean }>(
      `SELECT EXISTS (SELECT FROM mark WHERE name = $1) AS marked, EXISTS (SELECT FROM data_load WHERE files = ARRAY[$2]) AS loaded`,
      [DEMONSTRATION, name],
    );
    if (!rows[0]?.marked) throw new CodedError('conflict', 'demo.real_data');
    return rows[0].loaded;
  });
  if (!loaded) await loadDocument(name, demoDocument(today), deps);
}

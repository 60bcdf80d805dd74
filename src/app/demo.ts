import { type Config, demoHarm } from '../config.ts';
import { DEMONSTRATION, loadDemo } from '../demo/load.ts';
import { CodedError, isCoded } from '../lib/errors.ts';
import type { Query } from '../lib/sql.ts';
import type { LoaderDeps } from '../loader/load.ts';

/**
 * Whether the demonstration is on, its data loaded and its people linked (PRODUCT.md section 10): where it does no
 * harm, in a database that was made as one, or is made one now because it is empty.
 * @throws CodedError `conflict`, `demo.real_data`: DEMO=true over a real database
 */
export async function openDemo(config: Config, loader: LoaderDeps, system: Query): Promise<boolean> {
  if (config.DEMO === false || demoHarm(config)) {
    await refuseDemonstration(system);
    return false;
  }
  try {
    await loadDemo(loader);
  } catch (error) {
    if (config.DEMO === true || !isCoded(error, 'conflict', 'demo.real_data')) throw error;
    return false;
  }
  await linkDemoPeople(system);
  return true;
}

/** A demonstration's database, where anybody may be anybody, is never served as a real one. */
async function refuseDemonstration(system: Query): Promise<void> {
  const { rows } = await system.query('SELECT 1 FROM mark WHERE name = $1', [DEMONSTRATION]);
  if (rows.length > 0) throw new CodedError('conflict', 'demo.database_is_a_demonstration');
}

/** Everybody with access can be chosen on the page: each is linked under their e-mail. */
export async function linkDemoPeople(system: Query): Promise<void> {
  await system.query(
    `INSERT INTO chat_link ("accountId", "contactId", platform, "tenantId", "userId", email)
     SELECT c."accountId", c.id, 'web', 'demo', c.email, c.email FROM contact c WHERE c.status = 'active'
     ON CONFLICT (platform, "tenantId", "userId", "accountId") WHERE "endedAt" IS NULL DO NOTHING`,
  );
}

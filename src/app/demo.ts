import { demoObstacles } from '../channels/web/allowed.ts';
import { TENANT } from '../channels/web/channel.ts';
import type { Config } from '../config.ts';
import { DEMONSTRATION, loadDemo } from '../demo/load.ts';
import { CodedError, isCoded } from '../lib/errors.ts';
import type { Query } from '../lib/sql.ts';
import type { LoaderDeps } from '../loader/load.ts';
import { slackConfig } from './slack-config.ts';
import { teamsConfig } from './teams-config.ts';

/**
 * Whether the demonstration page may be on with this configuration: where nothing stands against it, unless it is
 * switched off (PRODUCT.md section 10).
 * @throws CodedError `invalid`, `configuration`: DEMO=true where something does; Slack or Teams half configured
 */
export function demoWanted(config: Config): boolean {
  const { DEMO, HOST, DATABASE_URL } = config;
  const slack = slackConfig(config) !== undefined;
  const teams = teamsConfig(config) !== undefined;
  const facts = { host: HOST, slack, teams, databaseUrl: DATABASE_URL, demonstration: true };
  const obstacles = demoObstacles(facts);
  if (DEMO === true && obstacles.length > 0) {
    const problems = [`DEMO: true is not possible here (${obstacles.join(', ')})`];
    throw new CodedError('invalid', 'configuration', { problems });
  }
  return DEMO !== false && obstacles.length === 0;
}

/**
 * Loads the demonstration's data and links its people, in a database that was made as one, or is made one now because
 * it is empty. False, and nothing done, over a real database.
 * @throws CodedError `conflict`: `demo.real_data` with DEMO=true, `demo.is_a_demonstration` where none is wanted
 */
export async function openDemo(config: Config, loader: LoaderDeps, system: Query): Promise<boolean> {
  if (!demoWanted(config)) {
    await refuseDemonstration(system);
    return false;
  }
  try {
    await loadDemo(loader);
  } catch (error) {
    if (config.DEMO === true || !isCoded(error, 'conflict', 'demo.real_data')) throw error;
    return false;
  }
  await loader.inTransaction((tx) =>
    tx.query(
      `INSERT INTO allowed_tenant ("accountId", platform, "tenantId") SELECT id, 'web', $1 FROM account
       ON CONFLICT DO NOTHING`,
      [TENANT],
    ),
  );
  await linkDemoPeople(system);
  return true;
}

/** A demonstration's database, where anybody may be anybody, is never served as a real one. */
async function refuseDemonstration(system: Query): Promise<void> {
  const { rows } = await system.query('SELECT 1 FROM mark WHERE name = $1', [DEMONSTRATION]);
  if (rows.length > 0) throw new CodedError('conflict', 'demo.is_a_demonstration');
}

/** Everybody with access can be chosen on the page: each is linked under their e-mail. */
async function linkDemoPeople(system: Query): Promise<void> {
  await system.query(
    `INSERT INTO chat_link ("accountId", "contactId", platform, "tenantId", "userId", email)
     SELECT c."accountId", c.id, 'web', $1, c.email, c.email FROM contact c WHERE c.status = 'active'
     ON CONFLICT (platform, "tenantId", "userId", "accountId") WHERE "endedAt" IS NULL DO NOTHING`,
    [TENANT],
  );
}

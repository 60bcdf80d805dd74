import { openFoundation } from '../app/foundation.ts';
import { type Config, readConfig } from '../config.ts';
import { sqlOn } from '../db/sql.ts';
import { CodedError } from '../lib/errors.ts';
import { loadFiles } from '../loader/load.ts';
import { renderProblems, renderReport } from '../loader/report.ts';
import { verifyAudit } from '../portal/audit/verify.ts';

const USAGE = `npm run portal -- COMMAND

  load FILE...     load the portal's data (docs/loading.md); whole or not at all
  audit verify     read every audit chain and say what was changed, is missing or was cut off
`;

async function load(config: Config, files: readonly string[]): Promise<number> {
  const { loader, keepHead, db } = await openFoundation(config, false);
  try {
    console.log(renderReport(await loadFiles(files, loader)));
    return 0;
  } catch (error) {
    if (!(error instanceof CodedError) || error.reason !== 'load.refused') throw error;
    console.error(renderProblems(error.details as unknown as Parameters<typeof renderProblems>[0]));
    return 1;
  } finally {
    await keepHead();
    await db.close();
  }
}

async function verify(config: Config): Promise<number> {
  const { db, auditKey, heads } = await openFoundation(config, false);
  try {
    const { chains, records, problems } = await verifyAudit(sqlOn(db.pools.system), auditKey, await heads.read());
    for (const { chain, seq, problem } of problems) console.error(`chain ${chain}, record ${seq}: ${problem}`);
    console.log(`${chains} chains, ${records} records, ${problems.length} problems`);
    return problems.length === 0 ? 0 : 1;
  } finally {
    await db.close();
  }
}

async function main([command, ...rest]: readonly string[]): Promise<number> {
  // What the command prints is its answer; only what went wrong is logged beside it.
  const config: Config = { ...readConfig(), LOG_LEVEL: 'warn' };
  if (command === 'load' && rest.length > 0) return load(config, rest);
  if (command === 'audit' && rest[0] === 'verify') return verify(config);
  console.error(USAGE);
  return 2;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const { reason, details } = error instanceof CodedError ? error : { reason: String(error), details: {} };
  console.error(`Nothing was done: ${reason} ${JSON.stringify(details)}`);
  process.exitCode = 1;
}

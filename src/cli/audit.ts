import type { Foundation } from '../app/foundation.ts';
import { sqlOn } from '../db/sql.ts';
import { verifyAudit } from '../portal/audit/verify.ts';
import { type Command, onFoundation } from './command.ts';

export const audit: Command = {
  usage: [{ call: 'audit verify', does: 'read every audit chain and say what was changed, is missing or was cut off' }],
  run: (config, args) => (args.length === 1 && args[0] === 'verify' ? onFoundation(config, verify) : undefined),
};

async function verify({ db, auditKey, heads }: Foundation): Promise<number> {
  const { chains, records, problems } = await verifyAudit(sqlOn(db.pools.system), auditKey, await heads.read());
  for (const { chain, seq, problem } of problems) console.error(`chain ${chain}, record ${seq}: ${problem}`);
  console.log(`${chains} chains, ${records} records, ${problems.length} problems`);
  return problems.length === 0 ? 0 : 1;
}

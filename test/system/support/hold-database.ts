// A process that has the database open until its standard input ends: `hold-database.ts DATA_DIR service|command`.
// It prints one line: "open", or the reason of the refusal.
import { once } from 'node:events';
import { openDatabase } from '../../../src/db/database.ts';
import { isCoded } from '../../../src/lib/errors.ts';
import { quietLog } from '../../support/log.ts';

const [, , dataDir = '', as] = process.argv;

try {
  const database = await openDatabase({ dataDir, exclusive: as === 'service', log: quietLog });
  console.log('open');
  process.stdin.resume();
  await once(process.stdin, 'end');
  await database.close();
} catch (error) {
  if (!isCoded(error)) throw error;
  console.log(error.reason);
}

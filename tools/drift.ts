import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages } from './install.ts';
import { type Outcome, ROOT, run } from './run.ts';

const ENGINE = join(ROOT, 'tools/prisma-schema-engine');

/**
 * Says whether prisma/migrations, applied in order to an empty database, gives exactly prisma/schema.prisma. Works with
 * no server and no network to Prisma's host: the drop-in engine keeps its shadow database in memory.
 */
export async function checkDrift(): Promise<Outcome> {
  if (!existsSync(join(ROOT, 'prisma/migrations'))) return { problems: [], note: 'there are no migrations yet' };
  const installed = await installPackages(ENGINE);
  if (installed.length > 0) return { problems: installed };
  const { code, output } = await run(
    'prisma',
    'migrate diff --from-migrations prisma/migrations --to-schema prisma/schema.prisma --exit-code'.split(' '),
    {
      env: {
        // Never the developer's own database, whatever the environment says.
        DATABASE_URL: 'postgresql://pglite/dev',
        PRISMA_SCHEMA_ENGINE_BINARY: join(ENGINE, 'schema-engine.mjs'),
      },
    },
  );
  if (code === 0) return { problems: [] };
  return { problems: [code === 2 ? `the schema and its migrations differ:\n${output}` : output] };
}

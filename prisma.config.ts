import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

// Where Prisma's own host can't be reached, `generate` still looks for the native schema engine; any existing file
// satisfies it (the client has no native part). Migrations are made and checked with the drop-in of tools/.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
  new URL('./tools/prisma-schema-engine/schema-engine.mjs', import.meta.url),
);

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://pglite/dev' },
});

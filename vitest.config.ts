import { defineConfig } from 'vitest/config';

/** What the fast tests and the slow ones (vitest.system.config.ts) share. */
export const common = {
  globalSetup: ['test/support/global-setup.ts'],
  reporters: ['default', './test/support/slowest-reporter.ts'],
  pool: 'forks' as const,
  maxWorkers: 2,
  hookTimeout: 30_000,
};

export default defineConfig({
  test: {
    ...common,
    include: ['test/**/*.test.ts'],
    exclude: ['test/system/**', 'node_modules/**'],
    testTimeout: 30_000,
    // Files share their worker's modules: to load them anew for each took a third of the run. What a file leaves in the
    // process (a server, a patched module, a counter) is its own to take away.
    isolate: false,
  },
});

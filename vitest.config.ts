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
  },
});

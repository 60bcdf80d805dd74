import { defineConfig } from 'vitest/config';
import { common } from './vitest.config.ts';

/** The slow tests: real processes, kill -9, a browser, other people's Slack. */
export default defineConfig({
  test: {
    ...common,
    globalSetup: [...common.globalSetup, 'test/system/support/install-emulators.ts'],
    include: ['test/system/**/*.test.ts'],
    testTimeout: 120_000,
  },
});

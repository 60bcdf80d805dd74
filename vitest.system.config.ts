import { defineConfig, mergeConfig } from 'vitest/config';
import fast from './vitest.config.ts';

/** The slow ones: real processes, kill -9, a browser. */
export default mergeConfig(
  { ...fast, test: { ...fast.test, include: [], exclude: [], testTimeout: undefined } },
  defineConfig({
    test: { include: ['test/system/**/*.test.ts'], exclude: ['node_modules/**'], testTimeout: 120_000 },
  }),
);

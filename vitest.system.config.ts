import { defineConfig } from 'vitest/config';
import { common } from './vitest.config.ts';

/** The slow tests: real processes, kill -9, a browser. */
export default defineConfig({ test: { ...common, include: ['test/system/**/*.test.ts'], testTimeout: 120_000 } });

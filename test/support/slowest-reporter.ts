import type { Reporter, TestModule } from 'vitest/node';

/** Prints the ten slowest tests at the end, so that a slow one does not creep in unseen. */
export default class SlowestReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const timed = tests.map((test) => ({ test, ms: test.diagnostic()?.duration ?? 0 }));
    console.log('slowest tests:');
    for (const { test, ms } of timed.sort((a, b) => b.ms - a.ms).slice(0, 10)) {
      console.log(`  ${ms.toFixed(0).padStart(6)} ms  ${test.module.relativeModuleId} > ${test.fullName}`);
    }
  }
}

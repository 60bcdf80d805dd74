import { checkDocs } from './docs.ts';
import { checkDrift } from './drift.ts';
import { checkImports } from './imports.ts';
import { type Outcome, program, ROOT } from './run.ts';
import { checkSizes } from './sizes.ts';

/** What `npm run check` does, in this order. All of it runs even when something fails, so one run tells everything. */
const STEPS: Readonly<Record<string, () => Outcome | Promise<Outcome>>> = {
  'format and lint': () => program('biome', 'check', '--colors=off', '--error-on-warnings', '.'),
  types: () => program('tsc', '--noEmit', '--pretty', 'false', '-p', '.'),
  'import direction': () => checkImports(ROOT),
  'unused code': () => program('knip', '--no-progress', '--no-config-hints'),
  'reached by tests alone': () => program('knip', '--no-progress', '--no-config-hints', '--production', '--files'),
  'generated docs': () => checkDocs(ROOT),
  'schema and migrations': () => checkDrift(),
  'file sizes': () => checkSizes(ROOT),
};

let failed = 0;
for (const [name, step] of Object.entries(STEPS)) {
  const start = performance.now();
  const { problems, note } = await outcomeOf(step);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const detail = problems.length === 0 && note ? `  (${note})` : '';
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'}  ${name.padEnd(22)} ${seconds.padStart(5)} s${detail}`);
  for (const problem of problems) console.log(problem.replace(/^/gm, '      '));
  failed += problems.length === 0 ? 0 : 1;
}
if (failed > 0) {
  console.log(`${failed} of ${Object.keys(STEPS).length} checks failed`);
  process.exitCode = 1;
}

/** A check that breaks is a check that failed, with its reason; the others still run. */
async function outcomeOf(step: () => Outcome | Promise<Outcome>): Promise<Outcome> {
  try {
    return await step();
  } catch (error) {
    return { problems: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
  }
}

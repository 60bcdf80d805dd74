import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { IMPORT_RULES } from './import-rules.ts';
import type { Outcome } from './run.ts';
import { CODE_FOLDERS, sources } from './sources.ts';

/** An import as it is written, for comparison with what the cruise saw; dependency-cruiser drops `node:`. */
const STATIC_IMPORT = /^(?:import|export)\b[^;'"]*\bfrom ['"]([^'"]+)['"]/gm;

/**
 * Who imports whom under `root`, against the rules of the house. A file that was not read, or one whose imports were
 * not seen, is a problem too: a cruise that finds nothing must never look like a clean one.
 */
export async function checkImports(root: string): Promise<Outcome> {
  const folders = CODE_FOLDERS.filter((folder) => existsSync(join(root, folder)));
  const { output } = await cruise(folders, {
    ...IMPORT_RULES.options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: IMPORT_RULES.forbidden ?? [] },
  });
  const { modules, summary } = output as ICruiseResult;
  const seen = new Map(modules.map(({ source, dependencies }) => [source, dependencies.map(({ module }) => module)]));
  const files = sources(root, folders);
  const blind = files.flatMap((file) => {
    const dependencies = seen.get(file);
    if (!dependencies) return [file];
    const text = readFileSync(join(root, file), 'utf8');
    const written = [...text.matchAll(STATIC_IMPORT)].map(([, module = '']) => module.replace('node:', ''));
    return written.filter((module) => !dependencies.includes(module)).map((module) => `${file}: ${module}`);
  });
  const broken = summary.violations.map(({ rule, from, to, cycle }) => {
    const path = cycle ? cycle.map((step) => step.name).join(' -> ') : to;
    return `${rule.name}: ${from} -> ${path}`;
  });
  return {
    problems: [...new Set(broken), ...blind.map((what) => `not seen by the import check: ${what}`)],
    note: `${files.length} files`,
  };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../tools/run.ts';
import { sources } from '../../tools/sources.ts';

const ENVIRONMENT =
  /\bprocess\??\.env\b|\bprocess\[|\{[^}]*\benv\b[^}]*\}\s*(?:=\s*process\b|from\s*['"](?:node:)?process)/;
const INLINE_TYPE_IMPORT = /(?<!await )\bimport\(\s*['"][^'"]+['"]\s*\)\s*\.(?!then\b)/;

/** Our product's files, without their comment lines, in which `pattern` is found. */
function filesWith(pattern: RegExp): string[] {
  return sources(ROOT, ['src', 'dialogs']).filter((file) => pattern.test(code(readFileSync(join(ROOT, file), 'utf8'))));
}

function code(text: string): string {
  return text.replace(/^\s*(\/\/|\/?\*).*$/gm, '');
}

describe('the house rules that neither the compiler nor the linter holds', () => {
  // The database server is started with what finds its programs, and with nothing else of ours.
  it('reads the environment in src/config.ts alone, but for where programs are found', () => {
    expect(filesWith(ENVIRONMENT)).toEqual(['src/config.ts', 'src/db/embedded/run.ts']);
  });

  it.each([
    'const port = process.env.PORT;',
    "const key = process['env'];",
    'const { env } = process;',
    "import { env } from 'node:process';",
  ])('would notice the environment read by: %s', (line) => {
    expect(ENVIRONMENT.test(code(line))).toBe(true);
  });

  it('imports types by import statements alone, since the import check does not see the inline form', () => {
    expect(filesWith(INLINE_TYPE_IMPORT)).toEqual([]);
  });

  it('would notice an inline type import, and lets a dynamic import be', () => {
    expect(INLINE_TYPE_IMPORT.test("let client: import('../db/client.ts').Client;")).toBe(true);
    expect(INLINE_TYPE_IMPORT.test("const { run } = await import('./run.ts');")).toBe(false);
  });
});

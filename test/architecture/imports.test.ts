import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkImports } from '../../tools/imports.ts';
import { ROOT } from '../../tools/run.ts';

let house: string;

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'house-'));
  symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'));
});
afterEach(() => rmSync(house, { recursive: true }));

/** What the check says about a house of these files; a file that is imported and not given exports `it`. */
async function problemsOf(files: Record<string, string>): Promise<readonly string[]> {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  return (await checkImports(house)).problems;
}

const LEAF = 'export const it = 1;\nexport type It = number;\n';

/** One file that imports one other, by value or by type. */
function link(from: string, to: string, how: 'import' | 'import type' = 'import'): Record<string, string> {
  const up = '../'.repeat(from.split('/').length - 1);
  return { [from]: `${how} { ${how === 'import' ? 'it' : 'It'} } from '${up}${to}';\nexport {};\n`, [to]: LEAF };
}

const FORBIDDEN: readonly [rule: string, from: string, to: string, how: 'import' | 'import type'][] = [
  ['lib-door', 'src/lib/a.ts', 'src/kit/b.ts', 'import type'],
  ['kit-door', 'src/kit/a.ts', 'src/portal/b.ts', 'import type'],
  ['dialogs-door', 'dialogs/invoices/a.ts', 'src/conversation/b.ts', 'import'],
  ['dialogs-types-only', 'dialogs/invoices/a.ts', 'src/portal/b.ts', 'import'],
  ['conversation-door', 'src/conversation/a.ts', 'src/db/database.ts', 'import'],
  ['conversation-door', 'src/conversation/a.ts', 'dialogs/index.ts', 'import'],
  ['understanding-door', 'src/understanding/a.ts', 'src/portal/b.ts', 'import type'],
  ['channels-door', 'src/channels/web/a.ts', 'src/portal/b.ts', 'import type'],
  ['http-door', 'src/http/a.ts', 'src/portal/b.ts', 'import type'],
  ['channels-apart', 'src/channels/web/a.ts', 'src/channels/slack/b.ts', 'import type'],
  ['portal-door', 'src/portal/a.ts', 'src/db/client.ts', 'import'],
  ['portal-door', 'src/portal/a.ts', 'src/conversation/b.ts', 'import type'],
  ['portal-types-only', 'src/portal/a.ts', 'src/kit/b.ts', 'import'],
  ['portal-types-only', 'src/portal/a.ts', 'src/db/database.ts', 'import'],
  ['gateways-door', 'src/gateways/a.ts', 'src/portal/pay.ts', 'import'],
  ['db-door', 'src/db/a.ts', 'src/loader/load.ts', 'import type'],
  ['db-types-only', 'src/db/a.ts', 'src/portal/ports.ts', 'import'],
  ['jobs-door', 'src/jobs/a.ts', 'src/channels/b.ts', 'import'],
  ['config-door', 'src/config.ts', 'src/portal/b.ts', 'import'],
  ['generated-client', 'src/app.ts', 'src/db/generated/client.ts', 'import'],
  ['product-alone', 'src/app.ts', 'test/support/b.ts', 'import'],
  ['product-alone', 'dialogs/help/a.ts', 'tools/b.ts', 'import'],
  ['known-room', 'src/helpers/a.ts', 'src/lib/b.ts', 'import'],
];

const ALLOWED: readonly [from: string, to: string, how?: 'import type'][] = [
  ['src/kit/a.ts', 'src/lib/b.ts'],
  ['dialogs/invoices/a.ts', 'src/kit/b.ts'],
  ['dialogs/invoices/a.ts', 'src/portal/b.ts', 'import type'],
  ['src/conversation/a.ts', 'src/portal/b.ts'],
  ['src/channels/slack/a.ts', 'src/conversation/b.ts'],
  ['src/channels/slack/a.ts', 'src/channels/limits.ts'],
  ['src/channels/web/a.ts', 'src/http/b.ts'],
  ['src/db/a.ts', 'src/channels/web/ports.ts', 'import type'],
  ['src/portal/a.ts', 'src/db/prisma.ts'],
  ['src/portal/a.ts', 'src/db/database.ts', 'import type'],
  ['src/gateways/a.ts', 'src/portal/ports.ts'],
  ['src/db/a.ts', 'src/conversation/ports.ts', 'import type'],
  ['src/db/a.ts', 'src/db/generated/client.ts'],
  ['src/app.ts', 'dialogs/index.ts'],
  ['src/cli/load.ts', 'src/portal/b.ts'],
  ['test/db/a.test.ts', 'src/db/generated/client.ts'],
];

describe('the direction of imports', () => {
  it('holds in the whole project', async () => {
    expect((await checkImports(ROOT)).problems).toEqual([]);
  });

  it.each(FORBIDDEN)('%s catches %s that reaches %s by %s', async (rule, from, to, how) => {
    expect(await problemsOf(link(from, to, how))).toContainEqual(`${rule}: ${from} -> ${to}`);
  });

  it.each(ALLOWED)('lets %s import %s', async (from, to, how) => {
    expect(await problemsOf(link(from, to, how))).toEqual([]);
  });

  it('catches a value imported beside a type of the same file', async () => {
    const files = link('dialogs/invoices/a.ts', 'src/portal/b.ts', 'import type');
    files['dialogs/invoices/a.ts'] += "export { it } from '../../src/portal/b.ts';\n";
    expect(await problemsOf(files)).toEqual(['dialogs-types-only: dialogs/invoices/a.ts -> src/portal/b.ts']);
  });

  it('catches a cycle, also one of types alone', async () => {
    const files = {
      'src/lib/a.ts': "import type { B } from './b.ts';\nexport type A = B;\n",
      'src/lib/b.ts': "import type { A } from './a.ts';\nexport type B = A;\n",
    };
    expect(await problemsOf(files)).toContainEqual(expect.stringContaining('no-cycle: src/lib/a.ts'));
  });

  it.each([
    ['database-packages', 'src/portal/a.ts', "import pg from 'pg';"],
    ['database-packages', 'src/jobs/a.ts', "import type { PrismaClient } from '@prisma/client';"],
    ['database-packages', 'src/app.ts', "import { from } from 'pg-copy-streams';"],
    ['slack-packages', 'src/channels/web/a.ts', "import type { KnownBlock } from '@slack/types';"],
    ['slack-packages', 'src/conversation/a.ts', "import { App } from '@slack/bolt';"],
    ['teams-packages', 'src/channels/slack/a.ts', "import type { Activity } from 'botbuilder';"],
    ['teams-packages', 'dialogs/help/a.ts', "import type { IAdaptiveCard } from '@microsoft/teams.cards';"],
  ])('%s keeps a package out of %s', async (rule, path, text) => {
    expect(await problemsOf({ [path]: `${text}\n` })).toContainEqual(expect.stringContaining(`${rule}: ${path}`));
  });

  it('complains about an import it did not see, rather than pass over it', async () => {
    const text = "/*\nimport { it } from '../db/client.ts';\n*/\nexport {};\n";
    expect(await problemsOf({ 'src/lib/a.ts': text })).toEqual([
      'not seen by the import check: src/lib/a.ts: ../db/client.ts',
    ]);
  });

  it('catches an import of what is not there', async () => {
    const text = "import { gone } from './gone.ts';\n";
    expect(await problemsOf({ 'src/lib/a.ts': text })).toContainEqual(expect.stringContaining('resolvable'));
  });
});

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnyDialog } from '../../src/kit/dialog.ts';
import type { Portal } from '../../src/portal/open.ts';
import { auditEvents, namesIn } from '../../tools/docs/audit-events.ts';
import { configuration } from '../../tools/docs/configuration.ts';
import { dialogs } from '../../tools/docs/dialogs.ts';
import { between, quoted, table } from '../../tools/docs/markdown.ts';
import { permissions } from '../../tools/docs/permissions.ts';
import { checkDocs, writeDocs } from '../../tools/docs.ts';
import { ROOT } from '../../tools/run.ts';

describe('a document made from data', () => {
  let root: string;
  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'generated-'));
    mkdirSync(join(root, 'docs'));
    cpSync(join(ROOT, 'README.md'), join(root, 'README.md'));
    await writeDocs(root);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it.each([
    ['README.md', '| 3978 |', '| 3979 |'],
    ['docs/permissions.md', '| `invoices.pay` | yes | - |', '| `invoices.pay` | yes | yes |'],
    ['docs/dialogs.md', '“pay invoice 123”', '“pay invoice 321”'],
    ['docs/audit-events.md', '- `data.load`\n', ''],
  ])('is caught when %s says something else than the code', async (path, said, wrong) => {
    const text = readFileSync(join(root, path), 'utf8');
    expect(text).toContain(said);
    writeFileSync(join(root, path), text.replace(said, wrong));
    expect((await checkDocs(root)).problems).toEqual([`${path} is out of date: run npm run docs`]);
    await writeDocs(root);
    expect(readFileSync(join(root, path), 'utf8')).toBe(text);
  });

  it('keeps what is written by hand around the table of variables', () => {
    const readme = configuration('Before.\n<!-- configuration -->\nold\n<!-- /configuration -->\nAfter.\n');
    expect(readme).toMatch(/^Before\.\n[\s\S]*`DATABASE_URL`[\s\S]*\nAfter\.\n$/);
    expect(readme).not.toContain('\nold\n');
  });

  it('says so when the place for it is gone', () => {
    expect(() => between('no markers', 'configuration', '')).toThrow('<!-- configuration -->');
  });

  it('marks which roles may, and what the primary contact stands in for', () => {
    const label = { en: 'tidy', pl: 'sprzątać' };
    const text = permissions({ tidy: { roles: ['technical'], standIn: true, label } });
    expect(text).toContain('| `tidy` | - | yes | - | yes | tidy | sprzątać |');
  });

  it('names a wish among the dialogs once there is one, and apart until then', async () => {
    const pay = { intent: 'invoices.pay', permission: 'invoices.pay', title: { en: 'Pay', pl: 'Zapłać' } };
    const before = await dialogs([]);
    const after = await dialogs([pay as unknown as AnyDialog<Portal>]);
    expect(before).toContain('| `invoices.pay` | “pay invoice 123”');
    expect(after).toContain('| `invoices.pay` | Pay / Zapłać | `invoices.pay` | “pay invoice 123”');
    expect(after.match(/\| `invoices\.pay` \|/g)).toHaveLength(2);
  });

  it('finds an audited action however the code names it, and lists apart what nobody asks for', () => {
    const code = "audit({ action: 'a.b' }); action: yes ? 'c.d' : 'e.f',\nconst ACTION = 'g.h'; kind: 'i.j'";
    expect([...namesIn(code)]).toEqual(['a.b', 'c.d', 'e.f', 'g.h']);
    expect(auditEvents(new Set(['a.b']), {})).toContain('\n- `a.b`\n');
  });

  it('holds any text in its cell', () => {
    expect(table(['x'], [['a|b\nc']])).toBe('| x |\n|---|\n| a\\|b c |');
    expect(quoted('<@U1> *pay*')).toBe('“\\<@U1\\> \\*pay\\*”');
  });
});

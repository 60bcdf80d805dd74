import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { writeFigures } from '../../src/cli/eval/write.ts';
import { completion, fakeModel, wishesAnswer } from '../support/fake-model.ts';
import { unsureText } from '../support/unsure-text.ts';

const run = promisify(execFile);
const model = await fakeModel();
const dir = mkdtempSync(join(tmpdir(), 'eval-'));
afterAll(() => rmSync(dir, { recursive: true }));

/** The command, beside a language model where `env` says so, and with none of this machine's own. */
const evaluate = (env: Record<string, string>, ...args: string[]) =>
  run(process.execPath, [join(import.meta.dirname, '../../src/cli/eval.ts'), ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
  });
const failed = (env: Record<string, string>, ...args: string[]) =>
  evaluate(env, ...args).then(
    () => undefined,
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, stderr }),
  );

const strange = unsureText('pl');
const lines = [
  { text: 'show my overdue invoices', locale: 'en', intent: 'invoices.list', slots: { status: 'overdue' } },
  { text: strange, locale: 'pl', intent: 'rewards.show', slots: {} },
  { text: '124', locale: 'en', intent: 'dialog.fill', slots: { invoice: '124' }, awaiting: 'invoice' },
];
const file = join(dir, 'lines.jsonl');
writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));

const last = (stdout: string) => JSON.parse(stdout.trim().split('\n').at(-1) ?? '');

describe('npm run eval with a language model', () => {
  it.each(['model', 'both'])('--engine %s says what it needs where none is configured', async (engine) => {
    const failure = await failed({}, '--engine', engine, file);
    expect(failure).toEqual({ code: 1, stderr: expect.stringContaining('OPENAI_API_KEY, OPENAI_BASE_URL or AZURE') });
  });

  it('knows no other engine', async () => {
    expect((await failed({}, '--engine', 'oracle', file))?.stderr).toContain('usage:');
  });

  it('--engine model asks about every text that is no answer; what it says counts', async () => {
    model.asked.length = 0;
    model.behaves((response, { body }) => {
      const { message } = JSON.parse(body.messages.at(-1)!.content);
      const intent = message === lines[0]!.text ? 'invoices.list' : 'rewards.show';
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(completion(wishesAnswer({ intent }))));
    });
    const { stdout } = await evaluate({ OPENAI_BASE_URL: model.url }, '--engine', 'model', file);
    expect(last(stdout)).toMatchObject({ lines: 3, intent: 1, slots: 1 });
    expect(model.asked).toHaveLength(2);
    expect(stdout).toContain('the language model was asked 2 times and was of no help 0 times');
    expect(stdout).not.toContain('Written otherwise');
  });

  it('--engine both does as the service does: the model only where the local engine is unsure, and never against it', async () => {
    model.asked.length = 0;
    model.fails(500);
    const { stdout } = await evaluate({ OPENAI_BASE_URL: model.url }, '--engine', 'both', file);
    expect(last(stdout)).toMatchObject({ lines: 3, intent: 0.6667 });
    expect(model.asked).toHaveLength(1);
  });
});

describe('--write', () => {
  const path = join(dir, 'docs', 'understanding.md');

  it('makes the document, changes its own figures in place and nothing else', async () => {
    await writeFigures(path, 'local', 'Engine local', 'old figures');
    await writeFigures(path, 'model', 'Engine model', 'of a model');
    writeFileSync(path, `${readFileSync(path, 'utf8')}\nBy hand.\n`);
    await writeFigures(path, 'local', 'Engine local', 'new figures');
    const document = readFileSync(path, 'utf8');
    expect(document).toMatch(/^# Understanding, measured\n/);
    expect(document).toContain('## Engine local\n\nnew figures\n');
    expect(document).toContain('## Engine model\n\nof a model\n');
    expect(document).toContain('\nBy hand.\n');
    expect(document).not.toContain('old figures');
  });
});

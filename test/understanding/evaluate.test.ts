import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Understood } from '../../src/kit/understood.ts';
import { parseLines, score, summarise } from '../../src/understanding/evaluate.ts';
import { root } from './engine.ts';

const run = promisify(execFile);
const cli = (...args: string[]) => run(process.execPath, [join(root, 'src/cli/eval.ts'), ...args], { cwd: root });
const failed = (...args: string[]) =>
  cli(...args).then(
    () => undefined,
    (error: { code: number; stderr: string }) => error,
  );

const lines = [
  { text: 'pay invoice 123', locale: 'en', intent: 'invoices.pay', slots: { invoice: '123' } },
  { text: 'pokaż zaległe faktury', locale: 'pl', intent: 'invoices.list', slots: { status: 'overdue' } },
  { text: '124', locale: 'en', intent: 'dialog.fill', slots: { invoice: '124' }, awaiting: 'invoice' },
  { text: 'book a flight to Rome', locale: 'en', intent: 'none', slots: {} },
];
const file = (content: readonly unknown[]) => content.map((line) => JSON.stringify(line)).join('\n');

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'eval-'));
  await writeFile(join(dir, 'good.jsonl'), `${file(lines)}\n`);
  await writeFile(
    join(dir, 'bare.jsonl'),
    file(lines.map(({ text, locale }) => ({ text, locale, intent: 'no such intent' }))),
  );
  await writeFile(join(dir, 'bad.jsonl'), `${file(lines)}\n{"text": 5}\n`);
});
afterAll(() => rm(dir, { recursive: true }));

describe('npm run eval', () => {
  it('ends with one JSON object of what was measured', async () => {
    const { stdout } = await cli(join(dir, 'good.jsonl'));
    const last = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
    expect(last).toEqual({
      lines: 4,
      intent: 1,
      slots: 1,
      oosRecall: 1,
      falseRejects: 0,
      p50ms: expect.any(Number),
      p99ms: expect.any(Number),
    });
    expect(stdout).toMatch(/\| en +\| +3 \| 100.0 % \|/);
    expect(stdout).toMatch(/\| pl +\| +1 \| 100.0 % \|/);
    expect(stdout).toMatch(/\| invoices\.pay +\| +1 \| +100.0 % \| 100.0 % \|/);
    expect(stdout).toMatch(/Expected calibration error: \d/);
  });

  it('predicts a line for each line without looking at its labels', async () => {
    const { stdout } = await cli('--predict', join(dir, 'bare.jsonl'));
    const [first, ...others] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(others).toHaveLength(3);
    expect(first).toEqual({
      intents: [{ intent: 'invoices.pay', slots: { invoice: '123' } }],
      confidence: expect.any(Number),
      decision: 'act',
    });
  });

  it.each([
    ['bad.jsonl', /bad\.jsonl:5: /],
    ['absent.jsonl', /absent\.jsonl/],
  ])('names file and line of %s and fails', async (name, message) => {
    expect(await failed(join(dir, name))).toMatchObject({ code: 1, stderr: expect.stringMatching(message) });
  });

  it('says how it is used when no file is given', async () => {
    expect(await failed()).toMatchObject({ code: 1, stderr: expect.stringContaining('usage:') });
  });
});

describe('scoring', () => {
  const [pay, list, , none] = parseLines('f', file(lines), true);
  const says = (intent: Understood['wishes'][number]['intent'], slots: object = {}): Understood => ({
    wishes: [{ intent, slots }],
    confidence: 1,
    decision: 'act',
    candidates: [],
    language: 'en',
  });

  it('counts a false rejection, a miss out of scope and a wrong slot each as what it is', () => {
    const scored = [
      score(pay!, says('none')),
      score(none!, says('invoices.pay')),
      score(list!, says('invoices.list', { status: 'open' })),
    ];
    expect(summarise(scored)).toEqual({ lines: 3, intent: 0.3333, slots: 0, oosRecall: 0, falseRejects: 0.5 });
  });

  it('compares amounts as numbers and all else exactly', () => {
    const [line] = parseLines(
      'f',
      JSON.stringify({
        text: 'x',
        locale: 'en',
        intent: 'invoices.pay',
        slots: { amount: { value: '400', currency: 'EUR' } },
      }),
      true,
    );
    expect(score(line!, says('invoices.pay', { amount: { value: '400.00', currency: 'EUR' } })).slots).toBe(true);
    expect(score(line!, says('invoices.pay', { amount: { value: '400.00' } })).slots).toBe(false);
  });

  it('wants several wishes in the order said', () => {
    const [line] = parseLines(
      'f',
      JSON.stringify({ text: 'x', locale: 'en', intents: [{ intent: 'plans.list' }, { intent: 'rewards.show' }] }),
      true,
    );
    expect(
      score(line!, {
        ...says('none'),
        wishes: [
          { intent: 'rewards.show', slots: {} },
          { intent: 'plans.list', slots: {} },
        ],
      }).intent,
    ).toBe(false);
  });
});

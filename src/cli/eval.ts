import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CodedError, isCoded } from '../lib/errors.ts';
import { LOCALES } from '../lib/locale.ts';
import { type Line, parseLines, predict, type Scored, score, summarise } from '../understanding/evaluate.ts';
import { loadUnderstanding } from '../understanding/index.ts';

const USAGE = 'usage: npm run eval -- [--predict] FILE...';
/** Each line is timed this often and its least time counts: the engine's own, not what else the machine was doing. */
const RUNS = 3;
const root = join(import.meta.dirname, '../..');

async function readLines(files: readonly string[], labels: boolean): Promise<Line[]> {
  const all = await Promise.all(files.map(async (file) => parseLines(file, await readFile(file, 'utf8'), labels)));
  return all.flat();
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const shown = (wishes: readonly { intent: string; slots: object }[]) =>
  wishes.map(({ intent, slots }) => `${intent} ${JSON.stringify(slots)}`).join(' + ');

function report(scored: readonly Scored[]): void {
  for (const locale of LOCALES) {
    const of = scored.filter(({ line }) => line.locale === locale);
    if (of.length === 0) continue;
    const { lines, intent, slots, oosRecall, falseRejects } = summarise(of);
    console.log(
      `${locale}: ${lines} lines, intents ${percent(intent)}, slots ${percent(slots)}, out of scope seen ${percent(oosRecall)}, wrongly rejected ${percent(falseRejects)}`,
    );
  }
  for (const { line, wishes, intent, slots } of scored) {
    if (intent && slots) continue;
    console.log(
      `${intent ? 'slots ' : 'intent'} [${line.locale}] ${line.text}\n       right: ${shown(line.wishes)}\n       said:  ${shown(wishes)}`,
    );
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { predict: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new CodedError('invalid', 'usage', { problem: USAGE });
  const lines = await readLines(positionals, !values.predict);
  const understand = await loadUnderstanding({ phrasesDir: join(root, 'dialogs'), cacheDir: join(root, '.cache') });
  const today = new Date().toISOString().slice(0, 10);
  const times: number[] = [];
  const understood = lines.map((line) => {
    const runs = Array.from({ length: RUNS }, () => {
      const start = performance.now();
      const answer = predict(understand, line, today);
      return { answer, time: performance.now() - start };
    });
    times.push(Math.min(...runs.map(({ time }) => time)));
    return runs[0]!.answer;
  });
  if (values.predict) {
    for (const { wishes, confidence, decision } of understood)
      console.log(JSON.stringify({ intents: wishes, confidence, decision }));
    return;
  }
  const scored = lines.map((line, at) => score(line, understood[at]!));
  report(scored);
  times.sort((a, b) => a - b);
  const at = (part: number) =>
    Number((times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0).toFixed(3));
  console.log(JSON.stringify({ ...summarise(scored), p50ms: at(0.5), p99ms: at(0.99) }));
}

try {
  await main();
} catch (error) {
  const details = isCoded(error) ? error.details : {};
  const where = [details.file, details.line].filter((part) => part !== undefined).join(':');
  console.error(
    [where, details.problem ?? (error instanceof Error ? error.message : String(error))].filter(Boolean).join(': '),
  );
  process.exitCode = 1;
}

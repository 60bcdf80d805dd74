import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Understood } from '../kit/understood.ts';
import { CodedError, isCoded } from '../lib/errors.ts';
import { type Line, parseLines, score, summarise } from '../understanding/evaluate.ts';
import { SLICES, sliceOf } from '../understanding/evaluate-slices.ts';
import { ENGINES, type Engine, type EngineName, openEngine } from './eval/engines.ts';
import { figures, mistakes, type Sliced } from './eval/report.ts';
import { writeFigures } from './eval/write.ts';

const USAGE = 'usage: npm run eval -- [--engine local|model|both] [--predict | --write] FILE...';
/** Each line is timed this often and its least time counts: the engine's own, not what else the machine was doing. */
const RUNS = 3;
const DOCUMENT = join(import.meta.dirname, '../../docs/understanding.md');

interface Timed {
  answer: Understood;
  ms: number;
}

function options() {
  const { values, positionals: files } = parseArgs({
    options: {
      engine: { type: 'string', default: 'local' },
      predict: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const engine = ENGINES.find((name) => name === values.engine);
  const wrong = files.length === 0 || !engine || (values.predict && values.write);
  if (wrong) throw new CodedError('invalid', 'usage', { problem: USAGE });
  return { ...values, engine, files };
}

async function readLines(files: readonly string[], labels: boolean): Promise<Line[]> {
  const all = await Promise.all(files.map(async (file) => parseLines(file, await readFile(file, 'utf8'), labels)));
  return all.flat();
}

/** What the engine makes of every line, in their order. */
async function answers(engine: Engine, lines: readonly Line[], runs: number): Promise<Timed[]> {
  const today = new Date().toISOString().slice(0, 10);
  const answered: Timed[] = new Array(lines.length);
  const rest = lines.entries();
  async function work(): Promise<void> {
    for (const [at, line] of rest) {
      let timed: Timed | undefined;
      for (let run = 0; run < runs; run += 1) {
        const start = performance.now();
        const said = engine.understand(line, today);
        const answer = said instanceof Promise ? await said : said;
        const ms = performance.now() - start;
        timed = { answer: timed?.answer ?? answer, ms: Math.min(timed?.ms ?? ms, ms) };
      }
      answered[at] = timed!;
    }
  }
  await Promise.all(Array.from({ length: engine.atOnce }, work));
  return answered;
}

/** What becomes of the lines written otherwise. Of the local engine only: a language model is paid by the call. */
async function slicesOf(name: EngineName, engine: Engine, lines: readonly Line[]): Promise<Sliced[]> {
  if (name !== 'local') return [];
  const made = Object.keys(SLICES) as (keyof typeof SLICES)[];
  const scoredOf = async (of: readonly Line[]) => {
    const said = await answers(engine, of, 1);
    return of.map((line, at) => score(line, said[at]!.answer));
  };
  return Promise.all(
    made.map(async (slice) => {
      const sliced = sliceOf(slice, lines);
      const [written, changed] = await Promise.all([
        scoredOf(sliced.map(({ line }) => line)),
        scoredOf(sliced.map((one) => one.changed)),
      ]);
      return { name: slice, written, changed };
    }),
  );
}

async function main(): Promise<void> {
  const { engine: name, files, predict, write } = options();
  const lines = await readLines(files, !predict);
  const engine = await openEngine(name);
  const timed = await answers(engine, lines, name === 'local' ? RUNS : 1);
  if (predict) {
    for (const { wishes, confidence, decision } of timed.map(({ answer }) => answer))
      console.log(JSON.stringify({ intents: wishes, confidence, decision }));
    return;
  }
  const scored = lines.map((line, at) => score(line, timed[at]!.answer));
  const report = figures({ scored, slices: await slicesOf(name, engine, lines), notes: engine.notes() });
  console.log([report, ...mistakes(scored)].join('\n\n'));
  if (write) {
    const heading = `Engine \`${name}\`: ${files.map((file) => basename(file)).join(', ')}`;
    await writeFigures(DOCUMENT, name, heading, report);
  }
  const times = timed.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (part: number) =>
    Number((times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0).toFixed(3));
  console.log(JSON.stringify({ ...summarise(scored), p50ms: at(0.5), p99ms: at(0.99) }));
}

try {
  await main();
} catch (error) {
  const details = isCoded(error) ? error.details : {};
  const where = [details.file, details.line].filter((part) => part !== undefined).join(':');
  const problems = Array.isArray(details.problems) ? details.problems.join('; ') : undefined;
  const problem = details.problem ?? problems ?? (error instanceof Error ? error.message : String(error));
  console.error([where, problem].filter(Boolean).join(': '));
  process.exitCode = 1;
}

import { LOCALES } from '../../lib/locale.ts';
import { type Scored, summarise } from '../../understanding/evaluate.ts';
import { intentFigures, reliability, wronglyBegun } from '../../understanding/evaluate-figures.ts';

/** A slice's lines as they were written and as they were changed. */
export interface Sliced {
  name: string;
  written: readonly Scored[];
  changed: readonly Scored[];
}

/** Everything that was measured. */
export interface Measured {
  scored: readonly Scored[];
  slices: readonly Sliced[];
  notes: readonly string[];
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** Rows under their headings as a table that reads well as text and as Markdown; numbers to the right. */
function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, ...rows];
  const widths = headings.map((_, at) => Math.max(...lines.map((line) => (line[at] ?? '').length)));
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join(' | ')} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [row(headings), rule, ...rows.map(row)].join('\n');
}

function languages({ scored }: Measured): string {
  const rows = LOCALES.flatMap((locale) => {
    const of = scored.filter(({ line }) => line.locale === locale);
    if (of.length === 0) return [];
    const { lines, intent, slots, oosRecall, falseRejects } = summarise(of);
    return [
      [
        locale,
        String(lines),
        percent(intent),
        percent(slots),
        percent(oosRecall),
        percent(falseRejects),
        String(wronglyBegun(of).length),
      ],
    ];
  });
  return table(
    ['language', 'lines', 'intents', 'slots', 'out of scope seen', 'wrongly rejected', 'changes wrongly begun'],
    rows,
  );
}

function confidence({ scored }: Measured): string {
  const { bins, error } = reliability(scored);
  const rows = bins.map((bin) => [
    `from ${bin.from.toFixed(1)}`,
    String(bin.lines),
    percent(bin.confidence),
    percent(bin.right),
  ]);
  return `${table(['confidence', 'lines', 'said', 'right'], rows)}\n\nExpected calibration error: ${percent(error)}`;
}

function slices({ slices: all }: Measured): string {
  const right = (scored: readonly Scored[]) => percent(summarise(scored).intent);
  return table(
    ['slice', 'lines', 'intents as written', 'intents so written'],
    all.map(({ name, written, changed }) => [name, String(changed.length), right(written), right(changed)]),
  );
}

function intents({ scored }: Measured): string {
  const rows = intentFigures(scored).map(({ intent, count, precision, recall }) => [
    ...[intent, String(count), percent(precision), percent(recall)],
  ]);
  return table(['intent', 'count', 'precision', 'recall'], rows);
}

/** All the figures, each under its heading of Markdown. */
export function figures(measured: Measured): string {
  const parts: [string, string][] = [
    ['By language', languages(measured)],
    ...(measured.slices.length > 0 ? [['Written otherwise', slices(measured)] as [string, string]] : []),
    ['Whether the confidence is right', confidence(measured)],
    ['By intent', intents(measured)],
  ];
  const noted = measured.notes.map((note) => `\n\n${note}`).join('');
  return parts.map(([heading, body]) => `### ${heading}\n\n${body}`).join('\n\n') + noted;
}

const shown = (wishes: readonly { intent: string; slots: object }[]) =>
  wishes.map(({ intent, slots }) => `${intent} ${JSON.stringify(slots)}`).join(' + ');

/** Every line that was not wholly right, with what would have been. */
export const mistakes = (scored: readonly Scored[]): string[] =>
  scored
    .filter(({ intent, slots }) => !intent || !slots)
    .map(
      ({ line, understood, intent }) =>
        `${intent ? 'slots ' : 'intent'} [${line.locale}] ${line.text}\n       right: ${shown(line.wishes)}\n       said:  ${shown(understood.wishes)}`,
    );

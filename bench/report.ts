import type { Cost, Inside } from './inside.ts';
import type { Timing } from './measure.ts';
import { row } from './row.ts';
import type { Starts } from './service.ts';
import type { SlackFigures } from './slack/measure.ts';
import { slackLines } from './slack/report.ts';
import type { TeamsFigures } from './teams/measure.ts';
import { teamsLines } from './teams/report.ts';

/** All a run measured; its last line of output as JSON. */
export type Report = Inside & { start: Starts; slack: SlackFigures; teams: TeamsFigures };

/** Prints a table to read, and as the last line the same as one JSON object. */
export function print(report: Report): void {
  for (const line of lines(report)) console.log(line);
  console.log(JSON.stringify(report));
}

function lines({
  start,
  lists,
  payments,
  sizes,
  memory,
  listTurn,
  payment,
  load,
  slack,
  teams,
  lost,
}: Report): string[] {
  return [
    'Start to ready (address printed, /readyz 200)',
    row('fresh folder', `${start.freshFolder.toFixed(0)} ms`),
    row('existing folder', `${start.existingFolder.toFixed(0)} ms`),
    '',
    'Through the engine, from the event taken in to the reply in the channel',
    row('', 'count', 'a second', 'p50 ms', 'p99 ms'),
    timed('show my overdue invoices, 1 person', lists.one),
    timed('show my overdue invoices, 32 at once', lists.crowd),
    timed('a full payment (2 turns), 1 person', payments.one),
    timed('a full payment (2 turns), 32 at once', payments.crowd),
    '',
    'The same list, 1 person, by what the account holds',
    row('', 'count', 'a second', 'p50 ms', 'p99 ms'),
    ...sizes.map((size) => timed(`${size.invoices} invoices, ${size.overdue} of them overdue`, size)),
    row(`loading these ${load.invoices} took`, `${load.seconds} s`),
    '',
    'Memory of the process after a collection',
    row('', 'rss MB', 'heap MB'),
    row('at rest', memory.atRest.rss, memory.atRest.heap),
    row(`after ${memory.turns} turns`, memory.after.rss, memory.after.heap),
    '',
    'Where it goes, 1 person, mean ms',
    ...cost('show my overdue invoices', listTurn),
    ...cost('a full payment', payment),
    '',
    ...slackLines(slack),
    '',
    ...teamsLines(teams),
    '',
    `Lost: ${counts(lost)}`,
    `Lost of Slack’s: ${counts(slack.lost)}`,
    `Lost of Teams’: ${counts(teams.lost)}`,
  ];
}

const counts = (of: object): string =>
  Object.entries(of)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ');

const timed = (label: string, { count, perSecond, p50, p99 }: Timing): string =>
  row(label, count, perSecond.toFixed(1), p50.toFixed(1), p99.toFixed(1));

const cost = (label: string, { cpuMs, roundTrips, steps }: Cost): string[] => [
  row(`${label}: Node CPU ms`, cpuMs),
  row(`${label}: database round trips`, roundTrips),
  ...Object.entries(steps).map(([step, ms]) => row(`    ${step}`, ms)),
];

import { coresLine, SERVED, served, stepLines, usedLines } from '../chat/lines.ts';
import type { Served } from '../chat/load.ts';
import { row } from '../row.ts';
import type { SlackFigures } from './measure.ts';

/** The figures as tables to read, times in milliseconds. */
export function slackLines({ cores, bolt, service, steps, delayed, burst }: SlackFigures): string[] {
  return [
    'Slack: "show my overdue invoices" answered by this service, "ok" by a bare Bolt app',
    coresLine(cores, 'API host'),
    SERVED,
    served('Bolt, at a rate', bolt.steady),
    served('service, at a rate', service.steady),
    served('Bolt, as fast as it can', bolt.full),
    served('service, as fast as it can', service.full),
    served(`service, each database answer ${delayed.databaseMs} ms later`, delayed),
    served(`service, ${burst.replied.count} events in one moment`, burst),
    '',
    ...usedLines('Bolt', bolt, service),
    '',
    ...stepLines(steps),
    '',
    row('Acknowledgements', 'slowest', 'taken', 'try again', 'broken'),
    acknowledged('service, with the slow database', delayed),
    acknowledged('service, in the burst', burst),
  ];
}

function acknowledged(label: string, { slowestMs, statuses }: Served): string {
  const { 200: taken = 0, 503: again = 0, ...others } = statuses;
  const broken = Object.values(others).reduce((all, count) => all + count, 0);
  return row(label, slowestMs, taken, again, broken);
}

import { row } from '../row.ts';
import type { Measured } from './app.ts';
import type { Served } from './load.ts';
import type { SlackFigures } from './measure.ts';

/** The figures as tables to read, times in milliseconds. */
export function slackLines({ cores, bolt, service, steps, delayed, burst }: SlackFigures): string[] {
  return [
    'Slack: "show my overdue invoices" answered by this service, "ok" by a bare Bolt app',
    cores
      ? `  each on core ${cores.app} alone; PostgreSQL, API host and load generator on ${cores.others}`
      : '  on the same cores as PostgreSQL, API host and load generator: one core, or no taskset',
    row('', 'a second', 'ack p50', 'ack p99', 'reply p50', 'reply p99'),
    served('Bolt, at a rate', bolt.steady),
    served('service, at a rate', service.steady),
    served('Bolt, as fast as it can', bolt.full),
    served('service, as fast as it can', service.full),
    served(`service, each database answer ${delayed.databaseMs} ms later`, delayed),
    served(`service, ${burst.replied.count} events in one moment`, burst),
    '',
    row('', 'CPU ms', 'of a core', 'PostgreSQL'),
    used('Bolt, at a rate, an event', bolt.steady),
    used('service, at a rate, an event', service.steady),
    used('Bolt, as fast as it can, an event', bolt.full),
    used('service, as fast as it can, an event', service.full),
    '',
    row('Memory after a collection', 'rss MB', 'heap MB'),
    row('Bolt, after the load', bolt.memory.after.rss, bolt.memory.after.heap),
    row('service, at rest', service.memory.atRest.rss, service.memory.atRest.heap),
    row('service, after the load', service.memory.after.rss, service.memory.after.heap),
    '',
    '  Where the service’s CPU goes at a rate, ms an event, while it is profiled',
    ...Object.entries(steps).map(([step, ms]) => row(`    ${step}`, ms)),
    '',
    row('Acknowledgements', 'slowest', 'taken', 'try again', 'broken'),
    acknowledged('service, with the slow database', delayed),
    acknowledged('service, in the burst', burst),
  ];
}

const served = (label: string, { acknowledged, replied }: Served): string =>
  row(label, replied.perSecond.toFixed(1), acknowledged.p50, acknowledged.p99, replied.p50, replied.p99);

const used = (label: string, { cpuMs, busy, postgresMs }: Measured): string =>
  row(label, cpuMs, `${(busy * 100).toFixed(0)} %`, postgresMs ?? '-');

function acknowledged(label: string, { slowestMs, statuses }: Served): string {
  const { 200: taken = 0, 503: again = 0, ...others } = statuses;
  const broken = Object.values(others).reduce((all, count) => all + count, 0);
  return row(label, slowestMs, taken, again, broken);
}

import { row } from '../row.ts';
import type { AppFigures, Measured } from './app.ts';
import type { Cores } from './cores.ts';
import type { Served } from './load.ts';

/** Which cores were whose, in words. */
export const coresLine = (cores: Cores | undefined, host: string): string =>
  cores
    ? `  each on core ${cores.app} alone; PostgreSQL, ${host} and load generator on ${cores.others}`
    : `  on the same cores as PostgreSQL, ${host} and load generator: one core, or no taskset`;

export const SERVED = row('', 'a second', 'ack p50', 'ack p99', 'reply p50', 'reply p99');

export const served = (label: string, { acknowledged, replied }: Served): string =>
  row(label, replied.perSecond.toFixed(1), acknowledged.p50, acknowledged.p99, replied.p50, replied.p99);

/** Processor time an event and memory, of a bare app and of the service. */
export function usedLines(bareName: string, bare: AppFigures, service: AppFigures): string[] {
  return [
    row('', 'CPU ms', 'of a core', 'PostgreSQL'),
    used(`${bareName}, at a rate, an event`, bare.steady),
    used('service, at a rate, an event', service.steady),
    used(`${bareName}, as fast as it can, an event`, bare.full),
    used('service, as fast as it can, an event', service.full),
    '',
    row('Memory after a collection', 'rss MB', 'heap MB'),
    row(`${bareName}, after the load`, bare.memory.after.rss, bare.memory.after.heap),
    row('service, at rest', service.memory.atRest.rss, service.memory.atRest.heap),
    row('service, after the load', service.memory.after.rss, service.memory.after.heap),
  ];
}

export const stepLines = (steps: Readonly<Record<string, number>>): string[] => [
  '  Where the service’s CPU goes at a rate, ms an event, while it is profiled',
  ...Object.entries(steps).map(([step, ms]) => row(`    ${step}`, ms)),
];

const used = (label: string, { cpuMs, busy, postgresMs }: Measured): string =>
  row(label, cpuMs, `${(busy * 100).toFixed(0)} %`, postgresMs ?? '-');

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Times in milliseconds, of one kind of thing done many times. */
export interface Timing {
  count: number;
  perSecond: number;
  mean: number;
  p50: number;
  p99: number;
}

/** What `times` (each in milliseconds) come to when all of it took `tookMs`. */
export function timing(times: readonly number[], tookMs: number): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return {
    count: times.length,
    perSecond: rounded((times.length * 1000) / tookMs),
    mean: rounded(times.reduce((all, time) => all + time, 0) / times.length),
    p50: rounded(at(0.5)),
    p99: rounded(at(0.99)),
  };
}

/** To two decimals: more would be noise. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Milliseconds of a clock that all processes of the machine share and nobody sets. */
export const machineMs = (): number => Number(process.hrtime.bigint()) / 1e6;

export interface Memory {
  /** In MB of 2^20 bytes. */
  rss: number;
  heap: number;
}

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;

/** What this process holds once what it no longer needs is collected. */
export function memory(): Memory {
  gc();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss: rounded(rss / 2 ** 20), heap: rounded(heapUsed / 2 ** 20) };
}

/** The processor time this process has used so far, in milliseconds. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

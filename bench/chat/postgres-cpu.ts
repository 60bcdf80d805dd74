import { readdirSync, readFileSync } from 'node:fs';

/** Linux tells times in hundredths of a second, whatever its kernel counts in. */
const TICK_MS = 10;

/** Milliseconds of processor time of a server and all its processes so far; undefined where the system does not tell. */
export function postgresCpuMs(postmaster: number): number | undefined {
  const first = stat(postmaster);
  if (!first) return undefined;
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const backends = processes.map((pid) => stat(Number(pid))).filter((one) => one?.parent === postmaster);
  const ended = first.endedChildren;
  return (first.own + ended + backends.reduce((all, one) => all + (one?.own ?? 0), 0)) * TICK_MS;
}

/** In ticks; undefined for a process that is not there. */
function stat(pid: number): { parent: number; own: number; endedChildren: number } | undefined {
  try {
    // Fields after the program's name, which may hold anything (man 5 proc): the third of all is the first here.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    const field = (number: number) => fields[number - 3] ?? 0;
    return { parent: field(4), own: field(14) + field(15), endedChildren: field(16) + field(17) };
  } catch {
    return undefined; // Ended meanwhile, or a system without /proc.
  }
}

import { parseArgs } from 'node:util';
import { measureInside } from './inside.ts';
import { FULL, SMOKE } from './plan.ts';
import { print } from './report.ts';
import { measureStarts } from './service.ts';

const { smoke } = parseArgs({ options: { smoke: { type: 'boolean', default: false } } }).values;

const start = await measureStarts();
const inside = await measureInside(smoke ? SMOKE : FULL);
print({ start, ...inside });
if (Object.values(inside.lost).some((count) => count !== 0)) {
  console.error('Something was lost, see "lost".');
  process.exitCode = 1;
}

import { parseArgs } from 'node:util';
import { measureInside } from './inside.ts';
import { FULL, SMOKE } from './plan.ts';
import { print } from './report.ts';
import { measureStarts } from './service.ts';
import { measureSlack } from './slack/measure.ts';
import { measureTeams } from './teams/measure.ts';

const { smoke } = parseArgs({ options: { smoke: { type: 'boolean', default: false } } }).values;

const start = await measureStarts();
const plan = smoke ? SMOKE : FULL;
const inside = await measureInside(plan);
const slack = await measureSlack(plan.slack);
const teams = await measureTeams(plan.teams);
print({ start, ...inside, slack, teams });
if ([inside.lost, slack.lost, teams.lost].flatMap(Object.values).some((count) => count !== 0)) {
  console.error('Something was lost, see "lost".');
  process.exitCode = 1;
}

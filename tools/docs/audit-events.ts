import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Registry } from '../../src/portal/operation.ts';
import { operations } from '../../src/portal/operations.ts';
import { ROOT } from '../run.ts';
import { sources } from '../sources.ts';
import { generatedFrom, table } from './markdown.ts';

/** An action's name where an audit entry names it: `action: 'a.b'`, `action: x ? 'a.b' : 'a.c'`, `ACTION = 'a.b'`. */
const NAMED = /\b(?:action|ACTION)\b[^'`\n]*'(\w+\.\w+)'(?:\s*:\s*'(\w+\.\w+)')?/g;

/** docs/audit-events.md: what the audit trail records, out of the operations and the names written in the code. */
export function auditEvents(written = namesIn(sourceText()), registry: Registry = operations): string {
  const asked = Object.entries(registry).flatMap(([module, group]) =>
    Object.entries(group).map(([name, { permission }]) => ({ name: `${module}.${name}`, permission })),
  );
  const besides = [...written].filter((name) => !asked.some((operation) => operation.name === name)).sort();
  return `${generatedFrom('src/portal/operations.ts and the audit entries in the code')}

# What the audit trail records

## What people ask for

An operation that is refused for want of a right is always recorded, and so is a change that came too late. Plain
reading is not.

${table(
  ['action', 'permission', 'recorded'],
  asked.map(({ name, permission }) => [
    `\`${name}\``,
    `\`${permission}\``,
    written.has(name) ? 'when done, when refused' : 'when refused',
  ]),
)}

## What happens besides

By jobs, the payment provider, an invitation's page, installing the app in Slack or the command line.

${besides.map((name) => `- \`${name}\``).join('\n')}
`;
}

/** The names of actions in a program text. */
export function namesIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(NAMED)].flatMap(([, one, other]) => [one!, ...(other ? [other] : [])]));
}

const sourceText = (): string =>
  sources(ROOT, ['src/portal', 'src/loader', 'src/app', 'src/db'])
    .map((path) => readFileSync(join(ROOT, path), 'utf8'))
    .join('\n');

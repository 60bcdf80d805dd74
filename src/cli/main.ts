import { type Config, readConfig } from '../config.ts';
import { CodedError } from '../lib/errors.ts';
import { audit } from './audit.ts';
import type { Command } from './command.ts';
import { links } from './links.ts';
import { load } from './load.ts';
import { misunderstood } from './misunderstood.ts';
import { tenants } from './tenants.ts';

const COMMANDS: Readonly<Record<string, Command>> = { load, tenants, links, audit, misunderstood };

const usage = (): string => {
  const calls = Object.values(COMMANDS).flatMap((command) => command.usage);
  return `npm run portal -- COMMAND\n\n${calls.map(({ call, does }) => `  ${call}\n      ${does}`).join('\n')}\n`;
};

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  // What the command prints is its answer; only what went wrong is logged beside it.
  const config: Config = { ...readConfig(), LOG_LEVEL: 'warn' };
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  const code = await command?.run(config, args);
  if (code !== undefined) return code;
  console.error(usage());
  return 2;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const { reason, details } = error instanceof CodedError ? error : { reason: String(error), details: {} };
  console.error(`Nothing was done: ${reason} ${JSON.stringify(details)}`);
  process.exitCode = 1;
}

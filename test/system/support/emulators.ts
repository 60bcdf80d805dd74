import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EMULATORS } from './install-emulators.ts';

const found = (path: string) => {
  const file = join(EMULATORS, 'node_modules', path);
  return existsSync(file) ? file : undefined;
};

/** The Slack that people talk in; undefined, and said plainly, where it has no build for this machine. */
export const localSlackPath = found('local-slack-linux-x64/bin/local-slack');
/** The Slack that apps are installed in; undefined where it could not be installed. */
export const emulatePath = found('emulate/dist/api.js');
/** The Teams that people talk in; undefined where it could not be installed. */
export const playgroundPath = found('@microsoft/m365agentsplayground/cli.js');

if (!localSlackPath)
  console.warn('The emulator of Slack has no build for this machine: the conversations through it are left out.');
if (!emulatePath) console.warn('The OAuth emulator of Slack is not installed: the tests of installing are left out.');
if (!playgroundPath) console.warn('The Agents Playground is not installed: the conversations through it are left out.');

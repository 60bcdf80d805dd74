import { join } from 'node:path';
import { installPackages } from '../../../tools/install.ts';
import { ROOT } from '../../../tools/run.ts';

/** Where the emulators of Slack are installed, apart from the product's packages. */
export const EMULATORS = join(ROOT, 'tools/emulators');

/** Once before the system tests. Where they cannot be installed, the tests that want them are left out and say so. */
export default async function setup(): Promise<void> {
  for (const problem of await installPackages(EMULATORS)) console.warn(problem);
}

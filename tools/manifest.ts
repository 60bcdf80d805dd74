import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { manifestText } from './manifests/slack.ts';
import { teamsPackage } from './manifests/teams-package.ts';

const USAGE = `npm run manifest -- slack https://PUBLIC_ADDRESS
npm run manifest -- teams MICROSOFT_APP_ID https://PUBLIC_ADDRESS`;

/** What Teams takes, in the folder it is called from. */
const PACKAGE = 'teams-app.zip';

const ADDRESS = /^https:\/\/[^/?#]+(\/[^?#]*)?$/;
const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Prints the manifest of a Slack app at an address, or writes the package of a Teams app and prints where it is. */
async function manifest([platform, ...given]: readonly string[]): Promise<void> {
  const [address = '', appId] = platform === 'slack' ? given : given.toReversed();
  const publicUrl = address.replace(/\/+$/, '');
  if (platform === 'slack' && ADDRESS.test(address)) {
    process.stdout.write(manifestText(publicUrl));
  } else if (platform === 'teams' && given.length === 2 && ADDRESS.test(address) && GUID.test(appId ?? '')) {
    writeFileSync(PACKAGE, await teamsPackage({ appId: appId!.toLowerCase(), publicUrl }));
    console.log(resolve(PACKAGE));
  } else {
    console.error(USAGE);
    process.exitCode = 2;
  }
}

await manifest(process.argv.slice(2));

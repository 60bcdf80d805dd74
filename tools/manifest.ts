import { manifestText } from './manifests/slack.ts';

/** `npm run manifest -- slack https://portal.example.com` prints the manifest of a Slack app at that address. */
const [platform, address = ''] = process.argv.slice(2);
if (platform === 'slack' && /^https:\/\/[^/?#]+(\/[^?#]*)?$/.test(address)) {
  process.stdout.write(manifestText(address.replace(/\/+$/, '')));
} else {
  console.error('npm run manifest -- slack https://PUBLIC_ADDRESS');
  process.exitCode = 2;
}

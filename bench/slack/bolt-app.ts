/** What this service is compared with: Bolt as its tutorial has it, answering "ok" to every direct message. */
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';

const { SLACK_SIGNING_SECRET = '', SLACK_BOT_TOKEN = '', SLACK_API_URL = '' } = process.env;

const receiver = new HTTPReceiver({ signingSecret: SLACK_SIGNING_SECRET, logLevel: LogLevel.WARN });
const app = new App({
  receiver,
  token: SLACK_BOT_TOKEN,
  logLevel: LogLevel.WARN,
  clientOptions: { slackApiUrl: SLACK_API_URL },
});
app.message(async ({ say }) => {
  await say('ok');
});
const server = await app.start({ port: 0, host: '127.0.0.1' });
console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);

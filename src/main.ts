import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { CodedError } from './lib/errors.ts';

/** A start that failed says why and what was expected, once, and ends. */
function fail(error: unknown): never {
  if (error instanceof CodedError && error.reason === 'configuration') {
    console.error(['The configuration is wrong:', ...(error.details.problems as string[])].join('\n  '));
  } else if (error instanceof CodedError) {
    console.error(`The service could not start: ${error.message} ${JSON.stringify(error.details)}`);
  } else {
    console.error('The service could not start:', error);
  }
  process.exit(1);
}

try {
  const config = readConfig();
  const app = await createApp(config);
  console.log(app.demo ? `Open ${app.address} in a browser.` : `Listening on ${app.address}`);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await app.close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
} catch (error) {
  fail(error);
}

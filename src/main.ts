import { type App, createApp } from './app.ts';
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

let app: Promise<App> | undefined;

/** Finishes what is under way, also where it is asked to stop before it has quite started. */
async function stop(): Promise<void> {
  process.off('SIGTERM', stop).off('SIGINT', stop);
  await (await app)?.close();
  process.exit(0);
}

process.on('SIGTERM', stop).on('SIGINT', stop);
try {
  app = createApp(readConfig());
  const { demo, address } = await app;
  console.log(demo ? `Open ${address} in a browser.` : `Listening on ${address}`);
} catch (error) {
  fail(error);
}

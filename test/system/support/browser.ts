import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Where a Chromium is found: CHROMIUM, or where systems put one. */
const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser tests run in; undefined, and said plainly, where there is none. */
export const browserPath = PLACES.find((path) => path !== undefined && existsSync(path));
if (!browserPath)
  console.warn('No Chromium was found (CHROMIUM may name one): the tests of the web page are left out.');

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: browserPath!,
    args: [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      // A browser that reports home would fail, many times at once, where there is no network.
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });

/** What went wrong in a page, for expecting that nothing did: errors, refusals of its policy, failed requests. */
export function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  return faults;
}

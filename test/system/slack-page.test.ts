import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, faultsOf, launch } from './support/browser.ts';
import { localSlackPath } from './support/emulators.ts';
import { type SlackService, startSlackService } from './support/slack-service.ts';

describe.skipIf(!browserPath || !localSlackPath)('an independent Slack in a browser', () => {
  let world: SlackService;
  let browser: Browser;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    [world, browser] = await Promise.all([startSlackService('http'), launch()]);
    await world.allow('--trust-directory');
    page = await browser.newPage({ viewport: { width: 1300, height: 1000 } });
    page.setDefaultTimeout(15_000);
    faults = faultsOf(page);
    await page.goto(world.slack.origin);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  const go = (place: string) => page.locator('.sidebar-item', { hasText: place }).click();
  const said = (text: string | RegExp) => page.locator('.msg', { hasText: text }).last();
  const press = (on: string | RegExp, name: string | RegExp) => said(on).getByRole('button', { name }).first().click();
  const field = (label: string) => page.locator('.bk-input', { hasText: label });

  /** Becomes somebody, in their direct messages with the assistant. */
  async function become(name: keyof typeof PEOPLE): Promise<void> {
    await world.slack.openDm(PEOPLE[name]);
    await page.locator('.actas select').selectOption({ label: name });
    await go(name);
  }
  const PEOPLE = { 'Anna Kowalska': 'U01ANNA', 'Emily Carter': 'U05EMILY', 'Magdalena Zielińska': 'U03MAGDA' };

  async function send(text: string): Promise<void> {
    await page.locator('.composer-input').fill(text);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
  }

  it('shows the overdue invoices, and pays one by its button', async () => {
    await become('Anna Kowalska');
    await send('show my overdue invoices');
    await said('Pay all overdue').waitFor();
    await send('pay invoice 123');
    await press('Please confirm the payment', /^Pay PLN 2,146.35/);
    await said('Paid: PLN 2,146.35').waitFor();
  });

  it('opens a form, and says in it what is wrong', async () => {
    await become('Emily Carter');
    await send('invite a colleague');
    await press('Whom would you like to invite', /./);
    await field('Name').locator('input').fill('Jan Nowak');
    await field('Roles').getByLabel('technical').check();
    await page.locator('.modal-btn.primary').click();
    await page.locator('.modal-error', { hasText: /^email: / }).waitFor();
  });

  it('connects somebody whom the directory knows from the App Home, which then shows what needs attention', async () => {
    await page.locator('.modal-btn:not(.primary)').click();
    await become('Magdalena Zielińska');
    await go('portal');
    await page.locator('.home').getByRole('button', { name: 'Connect to the portal' }).click();
    await page.locator('.home', { hasText: 'Hello Magdalena' }).waitFor();
    expect(faults).toEqual([]);
  });
});

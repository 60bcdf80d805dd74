import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserPath, launch } from './support/browser.ts';
import { type Service, startService } from './support/service.ts';

describe.skipIf(!browserPath)('the billing profile in a browser, with the service behind it', () => {
  let service: Service;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [service, browser] = await Promise.all([startService(), launch()]);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await service.stop();
  });
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1600, height: 1000 }, locale: 'en-GB' });
    page.setDefaultTimeout(8000);
    await page.goto(service.address);
    await page.locator('#people .person', { hasText: 'Anna Kowalska' }).first().click();
  });

  const slack = (text: string | RegExp) => page.locator('.pane.slack', { hasText: text }).last();
  const teams = (text: string | RegExp) => page.locator('.pane.teams', { hasText: text }).last();

  async function say(text: string, answer: string | RegExp) {
    const box = page.getByRole('textbox', { name: /Write to the assistant/ });
    await box.fill(text);
    await box.press('Enter');
    await slack(answer).waitFor();
  }

  it('takes a card on the provider’s page after one that was declined, and tells of it in the chat', async () => {
    await say('add a card', 'You can add the card');
    const link = slack('You can add the card').getByRole('link', { name: 'Open the payment provider’s page' });
    const provider = await browser.newPage();
    await provider.goto((await link.getAttribute('href'))!);
    const save = async (number: string) => {
      await provider.getByLabel('Card number').fill(number);
      await provider.getByLabel('Expiry date').fill('09/31');
      await provider.getByLabel('Security code').fill('123');
      await provider.getByRole('button', { name: 'Save the card' }).click();
    };
    await save('4000 0000 0000 0002');
    expect(await provider.getByRole('alert').textContent()).toContain('The bank declined this card.');
    await save('5555 5555 5555 4444');
    await provider.getByRole('heading', { name: 'Payment method added' }).waitFor();
    await provider.close();
    await slack('A new payment method is on file: Mastercard •••• 4444').waitFor();
    await say('show payment methods', /Mastercard •••• 4444.*Make default/);
  });

  it('changes the contact in a modal as in Slack, and in a card as in Teams', async () => {
    const ask = 'Whom should the billing team write to and call?';
    await say('change the billing contact', ask);
    await slack(ask).getByRole('button', { name: 'Continue' }).click();
    const modal = page.getByRole('dialog');
    await modal.getByLabel('Name').fill('Maria Nowak');
    await modal.getByLabel('Telephone').fill('601 222 333');
    await modal.getByRole('button', { name: 'Continue' }).click();
    await slack('Change the billing contact from').getByRole('button', { name: 'Change the contact' }).click();
    await slack(/The billing contact is Maria Nowak .*601222333/).waitFor();
    await say('change the billing contact', ask);
    const card = teams(ask);
    await card.getByLabel(/Telephone/).fill('');
    await card.getByRole('button', { name: 'Continue' }).click();
    await teams(/to Maria Nowak \([^+0]*\)\?/)
      .getByRole('button', { name: 'Change the contact' })
      .click();
    await teams(/The billing contact is Maria Nowak \([^+0]*\) now/).waitFor();
  });
});

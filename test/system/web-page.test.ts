import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserPath, faultsOf, launch } from './support/browser.ts';
import { type Service, startService } from './support/service.ts';

describe.skipIf(!browserPath)('the page in a browser, with the service behind it', () => {
  let service: Service;
  let browser: Browser;
  let page: Page;
  let faults: string[];

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
    faults = faultsOf(page);
    await page.goto(service.address);
  });
  afterEach(async () => {
    await page.close();
    expect(faults).toEqual([]);
  });

  const become = (name: string) => page.locator('#people .person', { hasText: name }).first().click();
  const focused = (attribute: string) => page.evaluate<string>(`document.activeElement.getAttribute('${attribute}')`);
  const box = () => page.getByRole('textbox', { name: /Write to the assistant|Napisz do asystenta/ });
  const answers = () => page.locator('article');
  const slack = (text: string | RegExp) => page.locator('.pane.slack', { hasText: text }).last();
  const teams = (text: string | RegExp) => page.locator('.pane.teams', { hasText: text }).last();

  /** Writes and waits for the answer to stand there. */
  async function say(text: string, answer: string | RegExp) {
    await box().fill(text);
    await box().press('Enter');
    await slack(answer).waitFor();
  }

  it('shows an answer as Slack and as Teams would, side by side', async () => {
    await become('Anna Kowalska');
    await say('show my overdue invoices', 'Overdue invoices');
    const [left, right] = await Promise.all([
      slack('Overdue invoices').boundingBox(),
      teams('Overdue invoices').boundingBox(),
    ]);
    expect(left?.y).toBeCloseTo(right?.y ?? 0, 0);
    expect(right?.x).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0));
  });

  it('pays by a button as in Slack, pressed twice in haste, once', async () => {
    await become('Anna Kowalska');
    await say('pay invoice 123', /Pay PLN/);
    await slack(/Pay PLN/)
      .getByRole('button', { name: /^Pay PLN/ })
      .dblclick();
    await slack(/^.*Paid: PLN/).waitFor();
    await say('show my payments', 'P-1001');
    expect(await slack('P-1001').textContent()).not.toContain('P-1002');
  });

  it('pays by a button as in Teams', async () => {
    await become('Anna Kowalska');
    await say('pay invoice 124', /Pay PLN/);
    await teams(/Pay PLN/)
      .getByRole('button', { name: /^Pay PLN/ })
      .click();
    await teams(/Paid: PLN/).waitFor();
  });

  it('changes the amount in what a button unfolds, as in Teams', async () => {
    await become('Anna Kowalska');
    await say('pay invoice INV-1052', /Pay PLN.*for invoice INV-1052/);
    const card = teams(/Pay PLN.*for invoice INV-1052/);
    expect(await card.getByLabel(/Amount/).isVisible()).toBe(false);
    await card.getByRole('button', { name: 'Change amount or method' }).click();
    await card.getByLabel(/Amount/).fill('10');
    await card.getByRole('button', { name: 'Continue' }).click();
    await teams(/Pay PLN.10.00 for invoice INV-1052/)
      .getByRole('button', { name: 'No, leave it' })
      .click();
    await teams('left it as it was').waitFor();
  });

  it('changes amount and method in a modal, as in Slack, which is held until nothing is missing', async () => {
    await become('Anna Kowalska');
    await say('pay invoice INV-1044', /Pay PLN.*for invoice INV-1044/);
    const opener = slack(/Pay PLN.*for invoice INV-1044/).getByRole('button', { name: 'Change amount or method' });
    await opener.click();
    await page.keyboard.press('Escape');
    await opener.click();
    const modal = page.getByRole('dialog');
    await modal.getByLabel('Amount').fill('');
    await modal.getByRole('button', { name: 'Continue' }).click();
    await modal.getByText('Please fill this in.').waitFor();
    await modal.getByLabel('Amount').fill('20');
    await modal.getByLabel('Payment method').selectOption('page');
    await modal.getByRole('button', { name: 'Continue' }).click();
    await modal.waitFor({ state: 'detached' });
    await slack(/Pay PLN.20.00 for invoice INV-1044 on the payment provider’s page/)
      .getByRole('button', { name: 'No, leave it' })
      .click();
    await slack('left it as it was').waitFor();
  });

  it('opens the menu of a row by keyboard', async () => {
    await become('Anna Kowalska');
    await say('show my closed invoices', 'Closed invoices');
    await slack('Closed invoices').getByRole('button', { name: 'More actions' }).first().focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await focused('role')).toBe('menuitem');
    await page.keyboard.press('Escape');
    expect(await focused('aria-expanded')).toBe('false');
  });

  it('invites by a form, is approved by another person, and the mail’s link is accepted', async () => {
    await become('Emily Carter');
    await say('invite a colleague', 'Whom would you like to invite?');
    const form = teams('Whom would you like to invite?');
    await form.getByLabel(/E-mail/).fill('jan.nowak@acme-polska.example');
    await form.getByLabel(/Name/).fill('Jan Nowak');
    await form.getByLabel(/technical/).check();
    await form.getByRole('button', { name: 'Continue' }).click();
    await slack(/Invite Jan Nowak/)
      .getByRole('button', { name: 'Ask for approval' })
      .click();
    await slack(/waiting for approval/).waitFor();

    await become('Magdalena Zielińska');
    await slack('Jan Nowak')
      .getByRole('button', { name: /^(Approve and send|Zatwierdź i wyślij)/ })
      .click();
    const mail = page.locator('#mail-list li', { hasText: 'jan.nowak@acme-polska.example' }).first();
    await mail.locator('summary').click();
    const [invitation] = await Promise.all([page.waitForEvent('popup'), mail.getByRole('link').first().click()]);
    await invitation.getByRole('button').click();
    await invitation.getByRole('heading', { name: /Welcome|Witamy/ }).waitFor();
  });

  it('shows what was mailed, with its attachments to download', async () => {
    await become('Anna Kowalska');
    await say('e-mail me the open invoices', 'is on its way');
    const mail = page.locator('#mail-list li', { hasText: 'anna.kowalska@acme-polska.example' }).first();
    await mail.locator('summary').click();
    const link = mail.getByRole('link', { name: /[.]csv/ });
    const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(file.suggestedFilename()).toMatch(/[.]csv$/);
  });

  it('speaks Polish, the page and the assistant', async () => {
    await page.getByRole('button', { name: 'Polski' }).click();
    await become('Paweł Kruk');
    await page.getByRole('button', { name: 'pokaż, kto ma dostęp' }).click();
    await slack('Anna Kowalska').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('pl');
    await page.getByRole('heading', { name: 'Poczta' }).waitFor();
  });

  it('sends with Enter, starts a new line with Shift and Enter, and is reached by the first Tab', async () => {
    await become('Anna Kowalska');
    await page.evaluate('document.activeElement.blur()');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('hello');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('thank you');
    expect(await box().inputValue()).toBe('hello\nthank you');
    const before = await answers().count();
    await page.keyboard.press('Enter');
    await answers().nth(before).waitFor();
    expect(await box().inputValue()).toBe('');
  });

  it('says that the connection is lost, and sends once it is back what was written meanwhile, once', async () => {
    await become('Grace Holloway');
    const before = await answers().count();
    await page.context().setOffline(true);
    await page.getByRole('alert').filter({ hasText: 'connection is lost' }).waitFor();
    await box().fill('what can you do?');
    await box().press('Enter');
    await page.getByRole('button', { name: 'Send again' }).waitFor();
    await page.context().setOffline(false);
    await answers().nth(before).waitFor();
    await page.getByRole('alert').waitFor({ state: 'hidden' });
    expect(await page.locator('.own .said', { hasText: 'what can you do?' }).count()).toBe(1);
    // The browser's own words about what it could not reach.
    faults = faults.filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'));
  });

  it('shows markup that a person writes as text', async () => {
    await become('Olivia Tran');
    const before = await answers().count();
    await box().fill('<img src=x onerror=alert(1)> *bold* <@U123>');
    await box().press('Enter');
    await answers().nth(before).waitFor();
    expect(await page.locator('#log img').count()).toBe(0);
    expect(await page.locator('.own .said').last().textContent()).toBe('<img src=x onerror=alert(1)> *bold* <@U123>');
  });

  describe('on a phone', () => {
    beforeEach(() => page.setViewportSize({ width: 390, height: 844 }));

    it('shows one platform at a time and never scrolls sideways', async () => {
      await page.locator('[data-opens="people"]').click();
      await become('Anna Kowalska');
      await say('show my open invoices', 'Open invoices');
      expect(await teams('Open invoices').isVisible()).toBe(false);
      await page.getByRole('button', { name: 'Teams' }).click();
      expect(await teams('Open invoices').isVisible()).toBe(true);
      expect(await slack('Open invoices').isVisible()).toBe(false);
      const widths = '[document.body.scrollWidth, document.getElementById("log").scrollWidth]';
      const wide = await page.evaluate<number[]>(widths);
      expect(Math.max(...wide)).toBeLessThanOrEqual(390);
    });

    it('opens people and mails over the conversation and closes them by Escape', async () => {
      const opener = page.locator('[data-opens="mails"]');
      await opener.click();
      await page.getByRole('heading', { name: 'Mails' }).waitFor();
      await page.keyboard.press('Escape');
      expect(await opener.getAttribute('aria-expanded')).toBe('false');
      expect(await page.locator('#mails').getAttribute('inert')).not.toBeNull();
    });
  });
});

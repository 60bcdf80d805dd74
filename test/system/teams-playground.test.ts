import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeIn } from '../../src/lib/link-code.ts';
import { browserPath, launch } from './support/browser.ts';
import { playgroundPath } from './support/emulators.ts';
import { type Sitting, sitBefore } from './support/teams-page.ts';
import { type PlaygroundService, startPlaygroundService } from './support/teams-playground-service.ts';

describe.skipIf(!browserPath || !playgroundPath)('an independent Teams in a browser', () => {
  let world: PlaygroundService;
  let browser: Browser;
  let anna: Sitting;
  let emily: Sitting;
  let magda: Sitting;

  beforeAll(async () => {
    [world, browser] = await Promise.all([startPlaygroundService(), launch()]);
    await world.allow();
    anna = await sitBefore(browser, await world.playground('anna'));
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  it('shows nothing before the person is known, and links them by the code that was mailed', async () => {
    await anna.says('show my overdue invoices');
    await anna.sees(/e-mail/i);
    expect((await anna.reads()).join()).not.toContain('INV-1042');
    await anna.says('anna.kowalska@acme-polska.example');
    await anna.sees(/code/i);
    await anna.says(codeIn(await world.mail('anna.kowalska@acme-polska.example', /Teams/))!);
    await anna.sees(/Overdue invoices.*INV-1042/);
  });

  it('pays by the button of the card, which changes in its place and can be pressed no more', async () => {
    await anna.says('pay invoice 123');
    const card = await anna.sees(/Pay PLN 2,146.35 for invoice 123/);
    await anna.presses(card, /^Pay PLN 2,146.35/);
    await anna.sees(/Paid: PLN 2,146.35 for invoice 123/);
    await anna.seesClosed(card);
  });

  it('corrects a wish before it costs anything', async () => {
    await anna.says('pay invoice INV-1039');
    const first = await anna.sees(/for invoice INV-1039/);
    await anna.says('no, 124');
    const second = await anna.sees(/Pay PLN 2,460.00 for invoice 124/);
    await anna.seesClosed(first);
    await anna.presses(second, /^Pay PLN 2,460.00/);
    await anna.sees(/Paid: PLN 2,460.00 for invoice 124/);
    await anna.says('show my payments');
    await anna.sees(/P-1002/);
    expect((await anna.reads()).at(-1)).not.toContain('P-1003');
  });

  it('recognises a colleague by the directory once the administrator trusts it', async () => {
    await world.allow('--trust-directory');
    [emily, magda] = [
      await sitBefore(browser, await world.playground('emily')),
      await sitBefore(browser, await world.playground('magda')),
    ];
    await magda.presses(await magda.sees(/Here is what I can do/), 'Show who has access');
    await magda.sees(/anna[.]kowalska/);
  });

  it('invites by a form in the card; the manager approves in another Teams, and the first sees it', async () => {
    await emily.says('invite a colleague');
    const form = await emily.sees(/Whom would you like to invite/);
    await form.getByLabel('E-mail').fill('jan.nowak');
    await form.getByLabel('Name').fill('Jan Nowak');
    await emily.presses(form, 'Continue');
    const corrected = await emily.sees(/⚠.*e-mail address/);
    await emily.seesClosed(form);
    await corrected.getByLabel('E-mail').fill('jan.nowak@acme-polska.example');
    await emily.presses(corrected, 'Continue');
    await emily.presses(await emily.sees(/Invite Jan Nowak/), 'Ask for approval');
    const waiting = await emily.sees(/waiting for approval/);
    const asked = await magda.sees(/would like to invite Jan Nowak/);
    await magda.presses(asked, 'Approve and send');
    await emily.seesIn(waiting, /approved by Magdalena Zielińska/);
    await magda.seesClosed(asked, /Approve|Decline/);
    await world.mail('jan.nowak@acme-polska.example', /invitations/);
  });

  it('tells where an order is, and watches it until that is taken back', async () => {
    await emily.says('where is order 88012');
    await emily.sees(/Order 88012.*on its way/);
    await emily.says('watch it');
    const watched = await emily.sees(/I’ll tell you about each change of order 88012/);
    await emily.presses(watched, 'Stop watching');
    await emily.sees(/no longer.*order 88012/i);
  });

  it('says to somebody with finance alone which role orders take, and who holds it', async () => {
    await anna.says('where is order 88012');
    await anna.sees(/technical.*Emily Carter|Emily Carter.*technical/i);
    expect((await anna.reads()).at(-1)).not.toMatch(/delivered|shipped|carrier/i);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { codeIn } from '../../src/lib/link-code.ts';
import { approvedOnce } from './support/approval.ts';
import { localSlackPath } from './support/emulators.ts';
import { actionsOf, wordsOf } from './support/slack-message.ts';
import { APP, actionOf, type Person } from './support/slack-person.ts';
import { OFFICE, type SlackService, startSlackService, type Transport } from './support/slack-service.ts';
import { suspend } from './support/suspend.ts';

const ANNA = 'anna.kowalska@acme-polska.example';
const EMILY = 'emily.carter@acme-polska.example';
const transports: Transport[] = ['http', 'socket'];

describe.skipIf(!localSlackPath).each(transports)('talking in an independent Slack, connected by %s', (transport) => {
  let world: SlackService;
  let anna: Person;
  let magda: Person;
  let tomasz: Person;
  let emily: Person;

  beforeAll(async () => {
    world = await startSlackService(transport);
    anna = world.person('anna');
    magda = world.person('magda');
    tomasz = world.person('tomasz');
    emily = world.person('emily');
    await world.allow();
  }, 120_000);
  afterAll(() => world?.stop());
  afterEach(() => expect(world.gate.wrongs.splice(0)).toEqual([]));

  it('shows nothing before the person is known, and links them by the code that was mailed', async () => {
    await anna.says('show my overdue invoices');
    const asked = await anna.sees(/e-mail/i);
    expect(wordsOf(asked)).not.toContain('INV-1042');
    await anna.says(ANNA);
    await anna.sees(/code/i);
    const code = codeIn(await world.mail(ANNA, /Slack/));
    await anna.says(code!);
    await anna.sees(/Overdue invoices/);
  });

  it('recognises members by the directory once the administrator trusts it, and nobody else', async () => {
    await world.allow('--trust-directory');
    await magda.says('show who has access');
    await magda.sees(/anna[.]kowalska/);
    await tomasz.says('dzień dobry');
    await tomasz.sees(/Tomasz Wróbel/);
    const stranger = world.person('stranger');
    await stranger.says('show who has access');
    await stranger.sees(/e-mail/i);
    expect(stranger.reads().join()).not.toContain('Kowalska');
  });

  it('lists, corrects a wish before it costs anything, pays once, and leaves the first card dead', async () => {
    await anna.says('show my overdue invoices');
    await anna.sees(/Overdue invoices/);
    await anna.says('pay invoice 123');
    const first = await anna.sees(/Pay PLN 2,146.35 for invoice 123/);
    const early = actionOf(first, /^Pay PLN/);
    await anna.says('no, 124');
    const second = await anna.sees(/Pay PLN 2,460.00 for invoice 124/);
    await anna.presses(second, /^Pay PLN/);
    await anna.sees(/Paid: PLN 2,460.00 for invoice 124/);
    await anna.seesClosed(first);
    await anna.seesClosed(second);
    await anna.acts(first, early);
    await anna.sees(/closed/);
    await anna.says('show my payments');
    expect(wordsOf(await anna.sees(/P-1001/))).not.toContain('P-1002');
  });

  it('asks a manager where it takes one: one press decides, and every other copy closes', async () => {
    await approvedOnce({ payer: anna, manager: magda, other: tomasz }, (card) =>
      actionsOf(card).map(({ label }) => label),
    );
  });

  it('invites by a form that says what is wrong field by field, and updates the card when it is approved', async () => {
    await emily.says('invite a colleague');
    await emily.presses(await emily.sees(/Whom would you like to invite/), /./);
    const form = await emily.seesForm(/E-mail/);
    const wrong = await emily.submits(form, { 'E-mail': 'jan.nowak', Name: 'Jan Nowak', Roles: ['technical'] });
    expect(Object.values(wrong.errors ?? {}).join()).toMatch(/e-mail address/);
    const given = { 'E-mail': 'jan.nowak@acme-polska.example', Name: 'Jan Nowak', Roles: ['technical'] };
    expect(await emily.submits(form, given)).toEqual({});
    await emily.presses(await emily.sees(/Invite Jan Nowak/), 'Ask for approval');
    const waiting = await emily.sees(/waiting for approval/);
    await magda.presses(await magda.sees(/would like to invite Jan Nowak/), 'Approve and send');
    await emily.seesIn(waiting, /approved by Magdalena Zielińska/);
    await world.mail('jan.nowak@acme-polska.example', /invitations/);
  });

  it('takes the reason of a refusal in a form, and passes it on', async () => {
    await emily.says('invite Ola Lis, ola.lis@acme-polska.example, technical');
    await emily.presses(await emily.sees(/Invite Ola Lis/), 'Ask for approval');
    const waiting = await emily.sees(/waiting for approval/);
    await magda.presses(await magda.sees(/would like to invite Ola Lis/), 'Decline with a reason');
    await magda.presses(await magda.sees(/reason/i), /./);
    const form = await magda.seesForm(/declined/);
    expect(await magda.submits(form, { Reason: '  ' })).toEqual({ errors: { reason: 'Please fill this in.' } });
    expect(await magda.submits(form, { Reason: 'ask again in January' })).toEqual({});
    await emily.seesIn(waiting, /ask again in January/);
  });

  it('shows what needs attention on the App Home, and renews it after a change', async () => {
    const home = await anna.opensHome(/Overdue invoices/);
    expect(wordsOf(home)).toContain('INV-1039');
    await anna.says('pay invoice INV-1039');
    await anna.presses(await anna.sees(/for invoice INV-1039/), /^Pay €/);
    await anna.sees(/Paid/);
    anna.pressesHome(await anna.seesHomeWithout(/INV-1039/), 'Show all overdue invoices');
    await anna.sees(/Overdue invoices/);
  });

  it('shows what is due, and takes another method for what an expired card was to be charged', async () => {
    await anna.says("what's due?");
    const due = await anna.sees(/Developer tools, monthly charge that failed/);
    expect(wordsOf(due)).toMatch(/88019.*S-310/s);
    await anna.says('pay the first one');
    await anna.presses(await anna.sees(/has expired/), /^Visa •••• 4242/);
    await anna.presses(await anna.sees(/Pay €149.00 for “Developer tools/), /^Pay €149.00$/);
    await anna.sees(/Paid: €149.00/);
    await anna.says("what's due?");
    expect(wordsOf(await anna.sees(/88019/))).not.toContain('Developer tools');
  });

  it('changes the billing contact by a form that says what is wrong field by field', async () => {
    await anna.says('change the billing contact');
    await anna.presses(await anna.sees(/Whom should the billing team/), /./);
    const form = await anna.seesForm(/Telephone/);
    const wrong = await anna.submits(form, { Name: 'Ewa Lis', 'E-mail': 'ewa.lis', Telephone: 'ask me' });
    expect(Object.keys(wrong.errors ?? {}).sort()).toEqual(['email', 'phone']);
    const given = { Name: 'Ewa Lis', 'E-mail': 'ewa.lis@acme-polska.example', Telephone: '+48 601 222 333' };
    expect(await anna.submits(form, given)).toEqual({});
    await anna.presses(await anna.sees(/Change the billing contact .* to Ewa Lis/s), /^Change the contact$/);
    await anna.says('show our billing profile');
    await anna.sees(/The billing contact is Ewa Lis .ewa[.]lis@acme-polska[.]example/);
  });

  it('answers a mention in a channel so that only the person sees it, and stays out of other talk', async () => {
    await tomasz.says('lunch at noon?', { channel: OFFICE });
    await anna.says(`<@${APP.botUserId}> show my overdue invoices`, { channel: OFFICE });
    const answer = await anna.sees(/Overdue invoices/, { channel: OFFICE });
    expect(answer.ephemeral_to).toBe(anna.userId);
    expect(tomasz.reads({ channel: OFFICE })).toEqual([]);
    expect(anna.reads({ channel: OFFICE })).toHaveLength(1);
  });

  it('uploads a PDF to the person', async () => {
    await anna.says('PDF of invoice 123');
    const { files } = await anna.seesFile(/[.]pdf$/);
    const bytes = await world.download(files![0]!.url_private_download);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('speaks Polish with whom Slack or the portal says it should, and pays in it', async () => {
    await tomasz.says('zapłać fakturę 123');
    const card = await tomasz.sees(/Zapłacić 2 146,35 zł za fakturę 123/);
    await tomasz.presses(card, /^Zapłać 2/);
    await tomasz.sees(/Zapłacono 2 146,35 zł za fakturę 123/);
  });

  it('takes /portal with and without words', async () => {
    await anna.commands('');
    await anna.sees(/invoices/i);
    await anna.commands('show my open invoices');
    await anna.sees(/Open invoices/);
  });

  it('shows a suspended person nothing more, by text, by an old button or on the App Home', async () => {
    await emily.says('what can you do?');
    const old = await emily.sees(/Here is what I can do/);
    const button = actionOf(old, 'Show who has access');
    await emily.opensHome(/What I can do/);
    await suspend(world.service.dataDir, EMILY, 'magdalena.zielinska@acme-polska.example');
    await emily.acts(old, button);
    await emily.sees(/no longer have access/);
    await emily.opensHome(/no longer have access|Welcome/);
  });
});

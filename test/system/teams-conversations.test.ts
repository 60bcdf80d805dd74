import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeIn } from '../../src/lib/link-code.ts';
import { fakeTeams } from '../support/fake-teams.ts';
import type { TokenOptions } from '../support/fake-teams-tokens.ts';
import { teamsActivities } from '../support/teams-activities.ts';
import { approvedOnce } from './support/approval.ts';
import { actionsOf, wordsOf } from './support/teams-message.ts';
import { type Person, personIn, pressOf } from './support/teams-person.ts';
import { startTeamsService, TENANT, type TeamsService } from './support/teams-service.ts';

const teams = await fakeTeams();
const activities = teamsActivities(teams);
const ANNA = 'anna.kowalska@acme-polska.example';
const PATIENCE = { timeout: 20_000, interval: 20 };
const now = () => Math.floor(Date.now() / 1000);

describe('talking in a Teams that checks every token', () => {
  let world: TeamsService;
  let anna: Person;
  let magda: Person;
  let tomasz: Person;
  let emily: Person;

  beforeAll(async () => {
    world = await startTeamsService(teams);
    anna = world.person('anna');
    magda = world.person('magda');
    tomasz = world.person('tomasz');
    emily = world.person('emily');
    await world.allow();
  }, 120_000);
  afterAll(() => world?.stop());

  it.each<[string, TokenOptions]>([
    ['expired', { claims: { exp: now() - 3600, nbf: now() - 7200 } }],
    ['made for another app', { claims: { aud: 'another-app' } }],
    ['of another issuer', { claims: { iss: 'https://issuer.example' } }],
    ['signed by a foreign key', { foreignKey: true }],
    ['not signed at all', { header: { alg: 'none' } }],
    ['for another service url', { claims: { serviceurl: 'https://elsewhere.example/' } }],
  ])('answers a token that is %s with 401 and nothing else', async (_, options) => {
    const answer = await teams.post(world.endpoint, activities.message(anna, 'what can you do?'), options);
    expect(answer.status).toBe(401);
    expect(await answer.text()).toBe('');
    expect(anna.reads()).toEqual([]);
  });

  it('answers a request without a token, or with garbage for one, with 401', async () => {
    const body = JSON.stringify(activities.message(anna, 'what can you do?'));
    for (const authorization of [undefined, 'Bearer x.y.z', 'Basic abc']) {
      const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) };
      const answer = await fetch(world.endpoint, { method: 'POST', headers, body });
      expect(answer.status).toBe(401);
    }
    expect(teams.messages).toEqual([]);
  });

  it('links somebody who writes before Teams tells of an installation, by the code that was mailed', async () => {
    await anna.says('show my overdue invoices');
    await anna.sees(/e-mail/i);
    expect(anna.reads().join()).not.toContain('INV-1042');
    await anna.says(ANNA);
    await anna.sees(/code/i);
    await anna.says(codeIn(await world.mail(ANNA, /Teams/))!);
    expect(wordsOf(await anna.sees(/Overdue invoices/))).toContain('INV-1042');
  });

  it('welcomes people at the installation, once, in their language, by the directory that is trusted', async () => {
    await world.allow('--trust-directory');
    await magda.installs();
    await magda.sees(/Magdalena Zielińska/);
    await magda.presses(await magda.sees(/Here is what I can do/), 'Show who has access');
    await magda.sees(/anna[.]kowalska/);
    const said = magda.reads().length;
    await magda.installs();
    await tomasz.says('dzień dobry');
    await tomasz.sees(/Tomasz Wróbel/);
    await emily.says('hello');
    await emily.sees(/Emily Carter/);
    expect(magda.reads()).toHaveLength(said);
  });

  it('shows nothing to people it does not know, and to guests', async () => {
    const stranger = world.person('stranger');
    await stranger.says('show who has access');
    await stranger.sees(/e-mail/i);
    const userPrincipalName = 'anna.kowalska_acme-polska.example#EXT#@tenant.example';
    const guest = personIn(teams, world.endpoint, teams.person('guest', { tenantId: TENANT, userPrincipalName }));
    await guest.says('show who has access');
    await guest.sees(/guest/i);
    expect([...stranger.reads(), ...guest.reads()].join()).not.toContain('Kowalska');
  });

  it('pays once, however often the press arrives; the card changes in place and its button is dead', async () => {
    await anna.says('pay invoice 123');
    const card = await anna.sees(/Pay PLN 2,146.35 for invoice 123/);
    const press = activities.press(anna, pressOf(card, /^Pay PLN/), {}, { replyToId: card.id });
    await anna.post(press);
    await anna.post(press);
    await anna.sees(/Paid: PLN 2,146.35 for invoice 123/);
    const closed = await anna.seesClosed(card);
    expect(closed.id).toBe(card.id);
    expect(await anna.presses(card, /^Pay PLN/)).toMatchObject({ statusCode: 200 });
    await anna.sees(/closed/);
    await anna.says('show my payments');
    expect(wordsOf(await anna.sees(/P-1001/))).not.toContain('P-1002');
  });

  it('asks a manager where it takes one, and shows the decision to everybody on the cards they have', async () => {
    const asked = await approvedOnce({ payer: anna, manager: magda, other: tomasz }, (card) =>
      actionsOf(card).map(({ title }) => title),
    );
    expect(await magda.refreshes(asked)).toMatchObject({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
    });
    expect(await anna.refreshes(asked)).toMatchObject({ type: 'application/vnd.microsoft.error' });
  });

  it('takes the reason of a refusal in the fields of a card, and passes it on', async () => {
    await emily.says('invite Ola Lis, ola.lis@acme-polska.example, technical');
    await emily.presses(await emily.sees(/Invite Ola Lis/), 'Ask for approval');
    const waiting = await emily.sees(/waiting for approval/);
    await magda.presses(await magda.sees(/would like to invite Ola Lis/), 'Decline with a reason');
    const form = await magda.sees(/reason/i);
    await magda.presses(form, /Decline/, { reason: 'ask again in January' });
    await emily.seesIn(waiting, /ask again in January/);
  });

  it('answers a mention in a group chat in the personal chat, and tells the group no more than that', async () => {
    const group = teams.group('19:office@thread.v2', [anna, tomasz]);
    await anna.mentions(group, 'show my overdue invoices');
    await anna.sees(/Overdue invoices/);
    await anna.seesAt(group, /personal chat/);
    expect(anna.reads(group)).toHaveLength(1);
    expect(anna.reads(group).join()).not.toMatch(/INV-|PLN/);
  });

  it('finds invoices while one writes to others, and warns who will see the card', async () => {
    const group = teams.group('19:desk@thread.v2', [anna, tomasz]);
    const { attachments } = (await anna.searches(group, '123')).composeExtension;
    const [found] = attachments;
    expect(found!.preview.content.text).toContain('Everybody in this chat will see it');
    expect(JSON.stringify(found!.content)).toMatch(/123.*Everybody in this chat sees this card/);
    expect(await tomasz.searches(group, '000')).toMatchObject({ composeExtension: { type: 'message' } });
  });

  it('tells somebody without the personal app how to get it, where they asked', async () => {
    const pawel = teams.person('pawel', { tenantId: anna.tenantId, installed: false });
    const group = teams.group('19:hall@thread.v2', [pawel]);
    await teams.post(world.endpoint, activities.inGroup(pawel, group, 'show my invoices'));
    const way = await anna.seesAt(group, /Add the app/);
    expect(actionsOf(way)[0]!.url).toBe(`https://teams.microsoft.com/l/app/${teams.appId}`);
  });

  it('saves a file after consent, and takes the question away', async () => {
    await anna.says('PDF of invoice 123');
    const offer = await anna.seesOffer();
    await anna.answers(offer, 'accept', teams.uploadUrl('first'));
    await anna.seesFile();
    expect(teams.uploaded('first')!.subarray(0, 5).toString()).toBe('%PDF-');
    await expect.poll(() => teams.deleted, PATIENCE).toContain(offer.id);
  });

  it('saves nothing that was declined, and offers again what OneDrive did not take', async () => {
    await anna.says('PDF of invoice 124');
    await anna.answers(await anna.seesOffer(), 'decline');
    await anna.sees(/was not saved/);
    await anna.says('PDF of invoice 124');
    teams.status('upload', 507);
    await anna.answers(await anna.seesOffer(), 'accept', teams.uploadUrl('second'));
    await anna.sees(/could not be saved/);
    expect(teams.uploaded('second')).toBeUndefined();
    await anna.answers(await anna.seesOffer(), 'accept', teams.uploadUrl('third'));
    await anna.seesFile();
    expect(teams.uploaded('third')!.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('waits as long as Teams asks for, and says what was held back once', async () => {
    teams.limit('send', 1);
    const began = performance.now();
    await anna.says('what can you do?');
    await anna.sees(/Here is what I can do/);
    expect(performance.now() - began).toBeGreaterThanOrEqual(1000);
    teams.status('send', 502);
    await anna.says('show my open invoices');
    await anna.sees(/Open invoices/);
    expect(anna.reads().filter((words) => words.startsWith('Open invoices'))).toHaveLength(1);
  });

  it('sends nothing more to whom the app was taken from, and finds them again when it is added', async () => {
    const refused = () => teams.callsOf('send').filter(({ conversationId }) => conversationId === magda.conversationId);
    await magda.uninstalls({ told: false });
    const before = magda.reads().length;
    const tried = refused().length;
    await emily.says('invite Jan Nowak, jan.nowak@acme-polska.example, technical');
    await emily.presses(await emily.sees(/Invite Jan Nowak/), 'Ask for approval');
    const waiting = await emily.sees(/waiting for approval/);
    await tomasz.sees(/Jan Nowak/);
    await expect.poll(() => refused().length, PATIENCE).toBeGreaterThan(tried);
    expect(magda.reads()).toHaveLength(before);
    const welcomes = () => magda.reads().filter((words) => words.startsWith('Here is what I can do')).length;
    const welcomed = welcomes();
    // Teams tells of it again, as it may: the refusal of a moment ago is still being noted.
    await expect.poll(() => magda.installs().then(welcomes), { ...PATIENCE, interval: 200 }).toBe(welcomed + 1);
    await magda.says('show pending invitations');
    await magda.presses(await magda.sees(/Jan Nowak/), /Approve/);
    await magda.presses(await magda.sees(/Approve and send/), 'Approve and send');
    await emily.seesIn(waiting, /approved by Magdalena Zielińska/);
    await magda.uninstalls({ told: true });
    await magda.installs();
    await magda.sees(/Here is what I can do/);
  });
});

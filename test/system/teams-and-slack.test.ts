import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fakeTeams } from '../support/fake-teams.ts';
import { localSlackPath } from './support/emulators.ts';
import type { Person as SlackPerson } from './support/slack-person.ts';
import { type SlackService, startSlackService } from './support/slack-service.ts';
import type { Person } from './support/teams-person.ts';
import { someone, TENANT, teamsEnv } from './support/teams-service.ts';

const teams = await fakeTeams();

describe.skipIf(!localSlackPath)('one service in Teams and in Slack', () => {
  let world: SlackService;
  /** Finance, in Teams; a technical person, in Slack; one manager in both, the other in Slack. */
  let anna: Person;
  let emily: SlackPerson;
  let magda: Person;
  let magdaInSlack: SlackPerson;
  let tomasz: SlackPerson;

  beforeAll(async () => {
    world = await startSlackService('http', teamsEnv(teams));
    await world.allow('--trust-directory');
    await world.service.portal('tenants', 'allow', 'ACME', 'teams', TENANT, '--trust-directory');
    anna = someone(teams, world.service.address, 'anna');
    magda = someone(teams, world.service.address, 'magda');
    magdaInSlack = world.person('magda');
    emily = world.person('emily');
    tomasz = world.person('tomasz');
  }, 120_000);
  afterAll(() => world?.stop());
  afterEach(() => expect(world.gate.wrongs.splice(0)).toEqual([]));

  it('knows people by the directory of whichever they write in', async () => {
    for (const person of [anna, magda]) {
      await person.installs();
      await person.sees(/you’re connected/);
    }
    await emily.says('hello');
    await emily.sees(/you’re connected/);
    await tomasz.says('dzień dobry');
    await tomasz.sees(/Tomasz Wróbel/);
  });

  it('asks a manager in Teams for somebody in Slack, and brings the decision back to every card', async () => {
    await emily.says('invite Jan Nowak, jan.nowak@acme-polska.example, technical');
    await emily.presses(await emily.sees(/Invite Jan Nowak/), 'Ask for approval');
    const waiting = await emily.sees(/waiting for approval/);
    const copy = await tomasz.sees(/Jan Nowak/);
    const asked = await magda.sees(/would like to invite Jan Nowak/);
    await magda.presses(asked, 'Approve and send');
    await emily.seesIn(waiting, /approved by Magdalena Zielińska/);
    await tomasz.seesIn(copy, /Magdalena Zielińska/);
    await magda.seesIn(asked, /approved|sent/i);
    await world.mail('jan.nowak@acme-polska.example', /invitations/);
  });

  it('asks a manager in Slack for somebody in Teams, and brings the decision back to every card', async () => {
    await anna.says('pay invoice INV-1042');
    await anna.presses(await anna.sees(/takes approval/), /^Pay PLN/);
    const waiting = await anna.sees(/waiting for approval/i);
    const copy = await magda.sees(/approve payment/i);
    await tomasz.presses(await tomasz.sees(/P-1001/), /^Zatwierdź/);
    await anna.sees(/Approved by Tomasz Wróbel/);
    await anna.seesIn(waiting, /Paid:|went through/);
    await magda.seesIn(copy, /went through|Tomasz Wróbel/);
    await magda.presses(copy, 'Approve');
    await magda.sees(/I changed nothing/);
  });

  it('asks one person linked in both where they are, and lets them decide once', async () => {
    await magdaInSlack.says('hello');
    await magdaInSlack.sees(/you’re connected/);
    await emily.says('invite Ola Lis, ola.lis@acme-polska.example, technical');
    await emily.presses(await emily.sees(/Invite Ola Lis/), 'Ask for approval');
    const waiting = await emily.sees(/waiting for approval/);
    const inTeams = await magda.sees(/would like to invite Ola Lis/);
    const inSlack = await magdaInSlack.sees(/would like to invite Ola Lis/);
    await magdaInSlack.presses(inSlack, 'Approve and send');
    await emily.seesIn(waiting, /approved by Magdalena Zielińska/);
    await magda.seesIn(inTeams, /approved|sent/i);
    await magda.presses(inTeams, 'Approve and send');
    await magda.sees(/nothing was changed/i);
    await magda.says('show my chat links');
    await magda.sees(/Slack.*Teams|Teams.*Slack/);
  });
});

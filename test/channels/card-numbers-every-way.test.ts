import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { fakeModel } from '../support/fake-model.ts';
import { fakeSlack } from '../support/fake-slack.ts';
import { fakeTeams } from '../support/fake-teams.ts';
import { unsureText } from '../support/unsure-text.ts';
import { type CardDesk, cardDesk } from './card-desk.ts';
import { digitsOf, everythingKept } from './card-search.ts';
import { type Ways, waysOf } from './card-ways.ts';

const database = await testDatabase();
const slack = await fakeSlack();
const teams = await fakeTeams();
const model = await fakeModel();

const CARD = '4916338506082832';
const FOURS = CARD.match(/.{4}/g)!;
let desk: CardDesk;
let ways: Ways;

beforeAll(async () => {
  desk = await cardDesk({ database, slack, teams, model: model.url });
  ways = await waysOf(desk, teams);
}, 60_000);
afterAll(() => desk.close());
beforeEach(() => {
  // No way is slowed down by those before it: thirty messages a minute, two minutes between parts of a number.
  desk.clock.move(10 * 60_000);
});

/** Everything that outlives a moment or leaves the service, by where it is. */
async function everything(): Promise<{ where: string; value: string }[]> {
  const around = (where: string, values: readonly unknown[]) =>
    values.map((value) => ({ where, value: typeof value === 'string' ? value : JSON.stringify(value) }));
  return [
    ...(await everythingKept(database)),
    ...around('logged, printed or mailed', desk.captured),
    ...around('called on Slack', slack.calls),
    ...around('called on Teams', teams.calls),
    ...around('asked of the model', model.asked),
  ];
}

/** Where the digits are, however they are spelt there. */
async function placesOf(digits: string): Promise<string[]> {
  const found = (await everything()).filter(({ value }) => digitsOf(value).includes(digits));
  return [...new Set(found.map(({ where }) => where))].sort();
}

const answered = async (): Promise<string> => {
  const { rows } = await database.pools.owner.query<{ text: string }>(
    `SELECT reply->>'text' AS text FROM outbox WHERE replaces IS NULL ORDER BY seq DESC LIMIT 1`,
  );
  return rows[0]!.text;
};

const SPELLINGS: Record<string, string> = {
  plain: `${CARD}`,
  'in groups, with its code': `my card is ${FOURS.join(' ')} exp 12/29 cvv 739`,
  'in the digits of another language': Array.from(CARD, (digit) => String.fromCodePoint(0x660 + Number(digit))).join(
    '',
  ),
  'with marks': FOURS.map((four) => `**${four}**`).join('\u200b \n'),
};

describe('what nobody may keep is looked for', () => {
  it('where a number that is no card is found: in tables, on the platforms, in mails, and the model is asked', async () => {
    const order = '7000123456789012';
    await ways.say.slack(`dispute invoice INV-1042 because order ${order} was never delivered`);
    await ways.say.teams(`show order ${order}`);
    await ways.say.web(unsureText('en'));
    const places = await placesOf(order);
    expect(places).toEqual(expect.arrayContaining(['public.inbox.event', 'public.outbox.reply', 'called on Slack']));
    expect(model.asked.length).toBeGreaterThan(0);
    expect(desk.captured.length).toBeGreaterThan(0);
  });
});

const FORMS = {
  'an invitation': 'invite a colleague',
  'the billing contact': 'change the billing contact',
};

const WAYS: Record<string, (text: string) => Promise<string>> = {
  'a text in Slack': (text) => ways.say.slack(text),
  'a mention in a channel of Slack': (text) => ways.slack.mention(text),
  'a command of Slack': (text) => ways.slack.command(text),
  'a message that is pointed at in Slack': (text) => ways.slack.shortcut(text),
  'an edited message of Slack': (text) => ways.slack.edit(text),
  'a file’s name in Slack': (text) => ways.slack.file(text),
  'a message of Slack deleted at once': (text) => ways.slack.removed(text),
  'a ready-made wish of Slack': (text) => ways.slack.wish(text),
  'a ready-made wish of Slack that is broken': (text) => ways.slack.brokenWish(text),
  'a text in Teams': (text) => ways.say.teams(text),
  'a text in a group of Teams': (text) => ways.teams.group(text),
  'a quoting answer in Teams': (text) => ways.teams.quoting(text),
  'an edited message of Teams': (text) => ways.teams.edit(text),
  'a file’s name in Teams': (text) => ways.teams.file(text),
  'a search in Teams': (text) => ways.teams.search(text),
  'a search in Teams, where it would be cut': (text) => ways.teams.search(`${'x'.repeat(185)} ${text}`),
  'a text on the web page': (text) => ways.say.web(text),
  'a reason': (text) => ways.say.web(`dispute invoice INV-1042: ${text}`),
  'a mail’s recipient': (text) => ways.say.web(`e-mail my invoices to ${text}@x.example`),
  'a name': (text) => ways.say.web(`invite ${text} Nowak, jan@x.example`),
  ...Object.fromEntries(
    Object.entries(FORMS).flatMap(([what, ask]) =>
      (['slack', 'teams', 'web'] as const).map((channel) => [
        `the fields of ${what} (${channel})`,
        async (text: string) => {
          await ways.say[channel](ask);
          const said = await ways.submit[channel](text);
          await ways.say[channel]('cancel');
          return said;
        },
      ]),
    ),
  ),
};

/*
 * Seen to fail: with `withoutCards` of src/conversation/service.ts handing back the event as it came in (nearly all), with
 * ready-made wishes left as they are, and with JSON's own error kept as a cause in src/http/body.ts, which the log quoted.
 */
describe.each(Object.entries(WAYS))('a card number in %s', (_way, take) => {
  it.each(Object.entries(SPELLINGS))('written %s is kept nowhere and leaves nowhere', async (_how, text) => {
    await take(text);
    expect(await placesOf(CARD)).toEqual([]);
  });
});

describe.each(['slack', 'teams', 'web'] as const)('a card number in parts (%s)', (channel) => {
  it.each([
    ['two', [CARD.slice(0, 8), CARD.slice(8)]],
    ['two, with words around', [`my card is ${CARD.slice(0, 8)}`, `and ${CARD.slice(8)} 12/29 739`]],
    ['three', [CARD.slice(0, 6), CARD.slice(6, 11), CARD.slice(11)]],
    ['four', FOURS],
  ])('%s messages leave none of them', async (_how, parts) => {
    for (const part of parts) await ways.say[channel](part);
    expect(await answered()).toContain('card number');
    const places = (await Promise.all(parts.map((part) => kept(digitsOf(part).slice(0, 12))))).flat();
    expect([...new Set(places)]).toEqual([]);
  });
});

it('is not looked for in part, where a search in Teams is cut', async () => {
  const said = await ways.teams.search(`${'x'.repeat(190)} ${CARD}`);
  expect(said).toContain('card number');
  expect(digitsOf(said)).not.toContain(CARD.slice(0, 8));
});

describe.each(['slack', 'teams', 'web'] as const)('whoever sends a card number (%s)', (channel) => {
  it('is told so in their language, and given the provider’s page where they may add a card', async () => {
    await ways.say[channel](CARD);
    expect(await answered()).toContain('card number');
    const { rows } = await database.pools.owner.query<{ action: object }>(
      `SELECT action FROM press WHERE starts_with(conversation, $1) ORDER BY "createdAt" DESC, id LIMIT 1`,
      [`${channel}:`],
    );
    expect(rows[0]?.action).toMatchObject({ do: 'start', intent: 'billing.methods.add' });
    await desk.account.sql.query(`UPDATE contact SET locale = 'pl' WHERE "accountId" = $1`, [desk.account.id]);
    await ways.say[channel](CARD);
    expect(await answered()).toContain('numer karty');
    await desk.account.sql.query(`UPDATE contact SET locale = 'en' WHERE "accountId" = $1`, [desk.account.id]);
  });

  it('may name an invoice, an order or a parcel by the same digits: they come in as they were written', async () => {
    for (const text of [`show invoice ${CARD}`, `where is order ${CARD}`, `tracking number ${CARD}`]) {
      await ways.say[channel](text);
      const { rows } = await database.pools.owner.query<{ text: string }>(
        `SELECT event->'content'->>'text' AS text FROM inbox ORDER BY seq DESC LIMIT 1`,
      );
      expect(rows[0]?.text).toBe(text);
      expect(await answered()).not.toContain('card number');
    }
  });
});

/** Where a part is kept by us, as a number of its own: what was sent to a platform by then can't be called back. */
async function kept(part: string): Promise<string[]> {
  const own = new RegExp(`(?<![\\d:.-])${part}(?![\\d:.-])`);
  return (await everythingKept(database)).filter(({ value }) => own.test(value)).map(({ where }) => where);
}

it('names no security code anywhere that stood beside a number', async () => {
  const found = (await everything()).filter(({ value }) => /cvv\W{1,3}739/.test(value));
  expect(found).toEqual([]);
});

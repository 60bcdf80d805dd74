import { vi } from 'vitest';
import { SEARCH } from '../../../src/channels/teams/manifest.ts';
import { cardFaults } from '../../support/card-faults.ts';
import type { FakeTeams } from '../../support/fake-teams.ts';
import type { FakePerson } from '../../support/fake-teams-connector.ts';
import { teamsActivities } from '../../support/teams-activities.ts';
import { type Action, actionsOf, attached, cardsIn, type TeamsMessage, wordsOf } from './teams-message.ts';

const PATIENCE = { timeout: 20_000, interval: 20 };

/** What Teams shows to whoever pressed, of the answer to it. */
interface Shown {
  statusCode: number;
  type: string;
  value: unknown;
}

/** What Teams lists of a search, each with the card that would go into the message. */
interface Listed {
  composeExtension: { attachments: { content: object; preview: { content: { title: string; text: string } } }[] };
}

/** Somebody of a fake Teams: says and presses what a person can, and sees what that person would see. */
export function personIn(teams: FakeTeams, endpoint: string, person: FakePerson) {
  const activities = teamsActivities(teams);
  const now = () => ({ timestamp: new Date().toISOString() });
  /** How much stood in their chat, and how often it was changed, before what they did last. */
  let since = new Map<string, number>();

  const standing = (conversationId = person.conversationId) => teams.standing(conversationId);

  /** Sends an activity as Teams does; the service has to take it. */
  async function post(activity: object): Promise<Response> {
    since = new Map(standing().map(({ id, updates }) => [id, updates]));
    const answer = await teams.post(endpoint, activity);
    if (answer.status !== 200) throw new Error(`the service answered ${answer.status}: ${await answer.text()}`);
    return answer;
  }

  /** Waits for a message of the assistant that reads so, new or changed since this person did something. */
  const sees = (pattern: RegExp): Promise<TeamsMessage> =>
    until(standing, (one) => one.updates > (since.get(one.id) ?? -1) && pattern.test(wordsOf(one)), `${pattern}`);

  /** Waits for that very message to read so. */
  const seesIn = ({ id }: TeamsMessage, pattern: RegExp): Promise<TeamsMessage> =>
    until(standing, (one) => one.id === id && pattern.test(wordsOf(one)), `${pattern} in ${id}`);

  /** A card in the answer is held to what cards in messages are held to. */
  async function invoke<T = Shown>(activity: object): Promise<T> {
    const shown = (await (await post(activity)).json()) as T;
    const faults = cardsIn(shown).flatMap(cardFaults);
    if (faults.length > 0) throw new Error(`a card that can't be read: ${faults.join(', ')}`);
    return shown;
  }

  return {
    ...person,
    sees,
    seesIn,
    post,
    /** Waits until nothing in that message can be pressed any more. */
    seesClosed: ({ id }: TeamsMessage): Promise<TeamsMessage> =>
      until(standing, (one) => one.id === id && actionsOf(one).length === 0, `no buttons in ${id}`),
    /** Waits for what is said where others read along. */
    seesAt: (conversationId: string, pattern: RegExp): Promise<TeamsMessage> =>
      until(
        () => standing(conversationId),
        (one) => pattern.test(wordsOf(one)),
        `${pattern} in ${conversationId}`,
      ),
    /** Waits for a card that asks whether a file may be saved. */
    seesOffer: (): Promise<TeamsMessage> =>
      until(standing, (one) => !since.has(one.id) && attached(one, 'file.consent').length > 0, 'an offered file'),
    /** Waits for a file that was saved. */
    seesFile: (): Promise<TeamsMessage> =>
      until(standing, (one) => !since.has(one.id) && attached(one, 'file.info').length > 0, 'a file'),
    /** Everything of the assistant that they can read there now. */
    reads: (conversationId?: string): string[] => standing(conversationId).map(wordsOf),
    /** Writes in the personal chat; resolves with the message, to be edited or sent again. */
    async says(text: string) {
      const activity = activities.message(person, text, now());
      await post(activity);
      return activity;
    },
    /** Mentions the assistant where others read along. */
    mentions: (conversationId: string, text: string) => post(activities.inGroup(person, conversationId, text, now())),
    /** Presses what stood on the card when it was seen, with what was filled in; resolves with what Teams shows of the answer. */
    async presses(on: TeamsMessage, title: string | RegExp, values: Readonly<Record<string, string>> = {}) {
      return invoke(activities.press(person, pressOf(on, title), values, { ...now(), replyToId: on.id }));
    },
    /** The card asks by itself for its current form. */
    refreshes: (on: TeamsMessage) =>
      invoke(activities.refresh(person, {}, 'automatic', { replyToId: on.id, ...now() })),
    /** Searches while writing where others read along; resolves with what Teams lists. */
    searches: (conversationId: string, typed: string) => {
      const parameters = [{ name: SEARCH.parameter, value: typed }];
      const value = { commandId: SEARCH.command, parameters, queryOptions: { skip: 0, count: 25 } };
      const more = { ...now(), ...activities.place(conversationId, person) };
      return invoke<Listed>(activities.extension(person, 'query', value, more));
    },
    /** Answers a card that asks whether a file may be saved. */
    async answers(offer: TeamsMessage, action: 'accept' | 'decline', uploadUrl = ''): Promise<void> {
      const [{ content } = {}] = attached(offer, 'file.consent');
      const context = (content as { acceptContext: object }).acceptContext;
      const more = { ...now(), replyToId: offer.id };
      const { value, ...consent } = activities.consent(person, action, context, uploadUrl, more);
      const uploadInfo = { ...value.uploadInfo, contentUrl: `${uploadUrl}/open` };
      await post({ ...consent, value: { ...value, ...(uploadUrl && { uploadInfo }) } });
    },
    /** Adds the app for themselves. */
    installs: () => {
      person.installed = true;
      return post(activities.installation(person, 'add', now()));
    },
    /** Takes it away; Teams does not always tell. */
    async uninstalls({ told }: { told: boolean }): Promise<void> {
      person.installed = false;
      if (told) await post(activities.installation(person, 'remove', now()));
    },
  };
}

export type Person = ReturnType<typeof personIn>;

/** @throws Error that lists the buttons there are, where there is none of that title */
export function pressOf(on: TeamsMessage, title: string | RegExp): string {
  const all = actionsOf(on);
  const found = all.find((one) => isCalled(one, title));
  if (found?.press) return found.press;
  throw new Error(`nothing called ${title} among ${all.map((one) => one.title).join(', ')}`);
}

const isCalled = ({ title: name }: Action, title: string | RegExp): boolean =>
  typeof title === 'string' ? name === title : title.test(name.replace(/\s+/g, ' '));

function until<T extends TeamsMessage>(all: () => T[], is: (one: T) => boolean, what: string): Promise<T> {
  return vi.waitFor(() => {
    const found = all().findLast(is);
    if (found) return { ...found };
    const last = all().slice(-4).map(wordsOf);
    throw new Error(`waited for ${what}, but last was said:\n${last.join('\n')}`);
  }, PATIENCE);
}

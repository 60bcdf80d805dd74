import { beforeAll, describe, expect, it } from 'vitest';
import { TOPICS } from '../../dialogs/help/topics.ts';
import { checkLimits } from '../../src/app/routes.ts';
import { testDatabase } from '../support/database.ts';
import { type Books, books } from './books.ts';

const database = await testDatabase();

describe.each(['en', 'pl'] as const)('every article (%s)', (locale) => {
  let set: Books;
  beforeAll(async () => {
    set = await books(database, locale);
  });

  it('is shown within every platform’s limits, its first paragraph enough by itself', async () => {
    const tom = await set.talk.person(set.account, 'tom');
    for (const ref of Object.keys(TOPICS)) {
      const [{ reply } = tom.last()] = await tom.does({ type: 'wish', intent: 'help.ask', slots: { ref } });
      expect(() => checkLimits(reply, locale), ref).not.toThrow();
      expect(reply.text, ref).toMatch({ en: /^Help: .+\n.{50,}/, pl: /^Pomoc: .+\n.{50,}/ }[locale]);
    }
  });

  it('that is no longer there is told so', async () => {
    await set.ann.does({ type: 'wish', intent: 'help.ask', slots: { ref: 'gone' } });
    expect(set.ann.last().reply.text).toContain({ en: 'no longer there', pl: 'już nie ma' }[locale]);
  });

  it('can be asked for without a question, which is asked for then', async () => {
    await set.ann.does({ type: 'wish', intent: 'help.ask', slots: {} });
    expect(set.ann.last().reply.text).toContain({ en: 'What would you like to know', pl: 'O co chodzi?' }[locale]);
    await set.ann.says({ en: 'rewards', pl: 'nagrody' }[locale]);
    expect(set.ann.sees()).toContain({ en: 'Help: Rewards', pl: 'Pomoc: Nagrody' }[locale]);
  });
});

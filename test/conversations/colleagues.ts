import type { Locale } from '../../src/lib/locale.ts';
import type { TestAccount } from '../support/account.ts';
import type { testDatabase } from '../support/database.ts';
import { portalWorld } from '../support/portal.ts';
import { type Talk, type Talker, talkIn } from '../support/talk.ts';

const NAMES = { anna: 'Anna Kowalska', ewa: 'Ewa Lis', jan: 'Jan Wróbel', piotr: 'Piotr Kruk' };

export interface Colleagues {
  world: Awaited<ReturnType<typeof portalWorld>>;
  account: TestAccount;
  talk: Talk;
  /** In finance. */
  anna: Talker;
  /** A manager. */
  ewa: Talker;
  /** Another manager. */
  jan: Talker;
  /** The primary contact, technical. */
  piotr: Talker;
}

/** Four colleagues of one account who talk in one language, each in a direct chat. */
export async function colleagues(
  database: Awaited<ReturnType<typeof testDatabase>>,
  locale: Locale,
): Promise<Colleagues> {
  const world = await portalWorld(database);
  const account = await world.account({
    ...{ piotr: ['technical'], ewa: ['management'], jan: ['management'], anna: ['finance'] },
  });
  await account.sql.query(`UPDATE contact SET locale = $2 WHERE "accountId" = $1`, [account.id, locale]);
  await account.sql.query(`UPDATE account SET name = 'Acme' WHERE id = $1`, [account.id]);
  for (const [name, full] of Object.entries(NAMES)) {
    await account.sql.query('UPDATE contact SET name = $2 WHERE id = $1', [account.person(name), full]);
  }
  const talk = await talkIn(world);
  const person = (name: keyof typeof NAMES) => talk.person(account, name);
  const [anna, ewa] = [await person('anna'), await person('ewa')];
  return { world, account, talk, anna, ewa, jan: await person('jan'), piotr: await person('piotr') };
}

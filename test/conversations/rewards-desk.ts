import type { Locale } from '../../src/lib/locale.ts';
import { addRewards, addSupportInvoice } from '../portal/rewards/support.ts';
import type { testDatabase } from '../support/database.ts';
import { portalWorld } from '../support/portal.ts';
import { expectSaidGolden } from '../support/said.ts';
import { type Message, type Talker, talkIn } from '../support/talk.ts';

/**
 * An account with 450 and 1200 zloty in rewards, and an unpaid support invoice 124 of 2000 zloty and 460 of tax. Anna
 * pays, Ewa manages, Piotr orders things.
 */
export async function rewardDesk(database: Awaited<ReturnType<typeof testDatabase>>, locale: Locale) {
  const world = await portalWorld(database);
  await world.services.gateway.behave();
  const account = await world.account({ piotr: ['technical'], anna: ['finance'], ewa: ['management'] });
  await account.sql.query('UPDATE contact SET locale = $2 WHERE "accountId" = $1', [account.id, locale]);
  await addRewards(account, { id: 'soon', amount: '450.00', expiresOn: '2027-01-07', source: 'Loyalty, second year' });
  await addRewards(account, { id: 'late', amount: '1200.00', expiresOn: '2027-06-30', source: 'Order 88007' });
  const invoice = await addSupportInvoice(account, { number: '124', net: '2000.00', tax: '460.00' });
  await account.invoice({ number: '123', total: '1250.50' });
  await account.sql.query(`UPDATE invoice SET type = 'subscription' WHERE "accountId" = $1 AND number = '123'`, [
    account.id,
  ]);
  const talk = await talkIn(world);
  return {
    ...{ world, account, invoice, talk },
    chat: (name: string): Promise<Talker> => talk.person(account, name),
    by: <T>(texts: Record<Locale, T>): T => texts[locale],
    golden: (name: string, message: Message) =>
      expectSaidGolden(`conversations/rewards-${name}-${locale}`, message, account, locale),
  };
}

export type Desk = Awaited<ReturnType<typeof rewardDesk>>;

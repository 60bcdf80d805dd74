import type { Locale } from '../../src/lib/locale.ts';
import type { TestAccount } from '../support/account.ts';
import type { testDatabase } from '../support/database.ts';
import { portalWorld } from '../support/portal.ts';
import { type Talker, talkIn } from '../support/talk.ts';

export interface Books {
  world: Awaited<ReturnType<typeof portalWorld>>;
  account: TestAccount;
  talk: Awaited<ReturnType<typeof talkIn>>;
  /** A finance contact. */
  ann: Talker;
}

/** An account with invoices of every status, two currencies, a finance, a technical and a management contact. */
export async function books(database: Awaited<ReturnType<typeof testDatabase>>, locale: Locale): Promise<Books> {
  const world = await portalWorld(database);
  const account = await world.account({ ann: ['finance'], mia: ['management'], tom: ['technical'] });
  await account.invoice({ number: '123', dueOn: '2026-10-20', total: '240.00', currency: 'EUR' });
  await account.invoice({ number: 'INV-1042', dueOn: '2026-11-02', total: '1250.50', issuedOn: '2026-10-05' });
  await account.invoice({ number: 'FV/2026/11/007', dueOn: '2026-11-20', total: '99.00', issuedOn: '2026-11-01' });
  await account.invoice({ number: 'PAID-1', dueOn: '2026-08-01', paidLoaded: '100.00', issuedOn: '2026-07-01' });
  await account.sql.query(`UPDATE contact SET locale = $2 WHERE "accountId" = $1`, [account.id, locale]);
  const talk = await talkIn(world);
  return { world, account, talk, ann: await talk.person(account, 'ann') };
}

import { sqlOn } from '../../src/db/sql.ts';
import type { Locale } from '../../src/lib/locale.ts';
import type { PortalServices } from '../../src/portal/operation.ts';
import { openSystem } from '../../src/portal/system.ts';
import { billingOf } from '../portal/billing/support.ts';
import type { testDatabase } from '../support/database.ts';
import { portalWorld } from '../support/portal.ts';
import { expectSaidGolden } from '../support/said.ts';
import { type Talker, talkIn } from '../support/talk.ts';

/**
 * An office that talks in one language: Anna and Jan look after billing, Ewa only sees it, Tom does not. Visa 4242 is the
 * default, Visa 1881 has expired, and there is the bank account 5521.
 */
export async function billingDesk(
  database: Awaited<ReturnType<typeof testDatabase>>,
  locale: Locale,
  others: Partial<PortalServices> = {},
) {
  const world = await portalWorld(database);
  const { gateway } = world.services;
  const { billing } = openSystem({ ...world.services, ...others }, sqlOn(database.pools.system));
  gateway.onEvent(billing.onEvent);
  const account = await world.account({
    ...{ anna: ['finance'], jan: ['finance'], ewa: ['management'], tom: ['technical'] },
  });
  await account.sql.query(`UPDATE contact SET locale = $2, "timeZone" = 'Europe/Warsaw' WHERE "accountId" = $1`, [
    ...[account.id, locale],
  ]);
  await billingOf(account);
  const ids = {
    visa: await account.method({ isDefault: true }),
    old: await account.method({ last4: '1881', expires: '2026-10' }),
    bank: await account.method({ kind: 'bank', last4: '5521', token: 'tok_bank_5521' }),
  };
  const talk = await talkIn(world, { services: others });
  const anna = await talk.person(account, 'anna');
  return {
    ...{ world, account, ids, talk, gateway, anna, clock: world.clock },
    chat: (name: string): Promise<Talker> => talk.person(account, name),
    /** What is said in this office's language. */
    by: <T>(texts: Record<Locale, T>): T => texts[locale],
    /** The last reply's words to somebody. */
    said: (who: Talker = anna): string => who.last().reply.text,
    golden: (name: string, who: Talker = anna) =>
      expectSaidGolden(`conversations/billing-${name}-${locale}`, who.last(), account, locale),
    /** The session of the page that somebody was given last. */
    session(who: Talker = anna): string {
      const urls = who.messages().flatMap(({ reply }) => JSON.stringify(reply).match(/setup\/([\w-]+)/)?.[1] ?? []);
      return urls.at(-1)!;
    },
    /** Does something on that page, and lets the telling of it arrive. */
    async onPage(form: Record<string, string>, who: Talker = anna) {
      const answer = await gateway.setups.submit(this.session(who), form, locale);
      await talk.settle();
      return answer;
    },
  };
}

export type BillingDesk = Awaited<ReturnType<typeof billingDesk>>;

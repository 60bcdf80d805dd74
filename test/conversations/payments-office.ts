import { assertBlocks } from '../../src/channels/slack/assert.ts';
import { renderSlack } from '../../src/channels/slack/render.ts';
import { assertCard } from '../../src/channels/teams/assert.ts';
import { renderTeams } from '../../src/channels/teams/render.ts';
import { sqlOn } from '../../src/db/sql.ts';
import type { Locale } from '../../src/lib/locale.ts';
import type { PortalServices } from '../../src/portal/operation.ts';
import { openSystem } from '../../src/portal/system.ts';
import type { testDatabase } from '../support/database.ts';
import { portalWorld } from '../support/portal.ts';
import { expectSaidGolden } from '../support/said.ts';
import { type Message, type Talker, talkIn } from '../support/talk.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

/** What a person sees, or what was said to them, with plain spaces. */
export const seen = (talker: Talker): string => plain(talker.sees());
export const told = ({ reply }: Message): string => plain(reply.text);

/**
 * An office that talks in one language: Anna and Jan pay, Ewa and Marek manage, Piotr is the primary contact and orders
 * things. Visa 4242 is the default method, the bank account 5521 the other one.
 */
export async function paymentOffice(
  database: Awaited<ReturnType<typeof testDatabase>>,
  locale: Locale,
  others: (services: PortalServices) => Partial<PortalServices> = () => ({}),
) {
  const world = await portalWorld(database);
  const { gateway } = world.services;
  const services = others(world.services);
  await gateway.behave();
  const { payments } = openSystem({ ...world.services, ...services }, sqlOn(database.pools.system));
  gateway.onEvent(payments.onEvent);
  const account = await world.account({
    piotr: ['technical'],
    anna: ['finance'],
    jan: ['finance'],
    ewa: ['management'],
    marek: ['management'],
  });
  await account.sql.query(`UPDATE contact SET locale = $2 WHERE "accountId" = $1`, [account.id, locale]);
  const visa = await account.method({ isDefault: true });
  const bank = await account.method({ kind: 'bank', last4: '5521', token: 'tok_bank_5521' });
  const talk = await talkIn(world, { services });
  return {
    ...{ world, account, visa, bank, talk, gateway, clock: world.clock },
    /** Their direct chat. */
    chat: (name: string): Promise<Talker> => talk.person(account, name),
    /** What is said in this office's language. */
    by: <T>(texts: Record<Locale, T>): T => texts[locale],
    golden: (name: string, message: Message) =>
      expectSaidGolden(`conversations/payments-${name}-${locale}`, message, account, locale),
    /** Holds a message to the platforms' limits. */
    fits({ reply }: Message) {
      assertBlocks(renderSlack(reply));
      assertCard(renderTeams(reply, locale));
    },
    /** What the gateway charged in the world's name so far, newest last. */
    async charges() {
      const keys = await account.sql.query<{ id: string }>(
        `SELECT a.id FROM payment_attempt a WHERE a."accountId" = $1`,
        [account.id],
      );
      const ours = new Set(keys.rows.map(({ id }) => id));
      const ledger = await gateway.ledger();
      return ledger.filter(({ key, status }) => ours.has(key) && status === 'succeeded').map(({ amount }) => amount);
    },
    /** What the scheduled jobs do in one round, and the telling of it. */
    async runJobs() {
      for (const one of await payments.unsettled()) await payments.settle(one);
      for (const one of await payments.lapsing()) await payments.lapse(one);
      for (const one of await payments.unreminded()) await payments.remind(one);
      await talk.settle();
    },
  };
}

export type Office = Awaited<ReturnType<typeof paymentOffice>>;

import type { Locale } from '../../src/lib/locale.ts';
import { clockTo, linkAll, reminding } from '../portal/reminders/support.ts';
import type { testDatabase } from '../support/database.ts';
import { portalWorld } from '../support/portal.ts';
import { talkIn } from '../support/talk.ts';

/** The morning of a working day: nine o'clock in Warsaw. */
const NINE = '2026-11-04T08:00:00Z';

/** An account with something of every topic; Ann (finance) pays, Tom (technical) orders and renews, Mia manages. */
export async function reminderDesk(database: Awaited<ReturnType<typeof testDatabase>>, locale: Locale) {
  const world = await portalWorld(database);
  const account = await world.account({ mia: ['management'], tom: ['technical'], ann: ['finance'] });
  const { sql, id } = account;
  await sql.query('UPDATE contact SET locale = $2 WHERE "accountId" = $1', [id, locale]);
  await linkAll(account);
  const talk = await talkIn(world);
  const run = reminding(world);
  const at = clockTo(world);
  await run();
  return {
    ...{ world, account, talk, at, run },
    ann: await talk.person(account, 'ann'),
    tom: await talk.person(account, 'tom'),
    mia: await talk.person(account, 'mia'),
    by: <T>(texts: Record<Locale, T>): T => texts[locale],
    /** What falls due: two invoices in two currencies, a contract, a renewal, a card that expires and one that has. */
    async books() {
      await account.invoice({ number: 'INV-1', total: '1250.50', dueOn: '2026-10-01' });
      await account.invoice({ number: 'INV-2', total: '300.00', currency: 'EUR', dueOn: '2026-10-20' });
      await account.method({ last4: '4242', expires: '2026-12', isDefault: true });
      await account.method({ last4: '1881', expires: '2026-09' });
      await sql.query(
        `INSERT INTO contract ("accountId", "externalId", number, kind, "startsOn", "endsOn", currency, value, "autoRenew")
         VALUES ($1, 'S-310', 'S-310', 'support', '2025-12-12', '2026-12-11', 'PLN', 4800, false)`,
        [id],
      );
      await sql.query(
        `INSERT INTO payment_due ("accountId", "externalId", kind, description, "dueOn", currency, amount)
         VALUES ($1, 'PD-1', 'support_renewal', 'S-200: Premium support', '2026-11-20', 'PLN', 2400)`,
        [id],
      );
    },
    /** Runs the job at that moment, and has everybody told. */
    async remind(iso = NINE) {
      at(iso);
      await run();
      await talk.settle();
    },
  };
}

export type ReminderDesk = Awaited<ReturnType<typeof reminderDesk>>;

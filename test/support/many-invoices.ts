import type { TestAccount } from './account.ts';
import type { Talker } from './talk.ts';

/** Adds 1,000 overdue invoices in four currencies, numbered from `prefix` + 1. */
export async function addThousandOverdue({ id, sql }: TestAccount, prefix: string): Promise<void> {
  await sql.query(
    `INSERT INTO invoice (id, "accountId", "externalId", number, type, "issuedOn", "dueOn", currency, net, tax, total,
       "paidLoaded", "lastDigits")
     SELECT gen_random_uuid(), $1, 'X-' || n, $2 || n, 'support', '2026-09-01', date '2026-09-01' + n % 60,
       (ARRAY['EUR', 'PLN', 'USD', 'JPY'])[n % 4 + 1], 1000000 + n, 0, 1000000 + n, 0, n::text
     FROM generate_series(1, 1000) n`,
    [id, prefix],
  );
}

/** Every page of the list asked for, as the person sees them pressing "Show more". */
export async function* pagesOf(talker: Talker, asked: string) {
  await talker.says(asked);
  for (;;) {
    yield talker.last().reply;
    if (!talker.buttons().includes('Show more')) return;
    await talker.presses('Show more');
  }
}

import type { Ids } from '../../lib/clock.ts';
import { CodedError } from '../../lib/errors.ts';
import type { Locale } from '../../lib/locale.ts';
import { type Money, round } from '../../lib/money.ts';
import type { Query, Sql } from '../../lib/sql.ts';
import type { PageRequest } from '../../portal/ports.ts';
import { chargeOf, lockKey, record } from './charges.ts';
import { recordEvent } from './events.ts';
import { take } from './misbehaviour.ts';

/** A hosted page's session. One made only to be voided (it was never opened) has nothing to pay. */
export interface Page {
  session: string;
  key: string;
  locale: Locale;
  status: 'open' | 'paid' | 'cancelled' | 'expired' | 'voided';
  reference?: string;
  /** "Visa 4242": all that is kept of what it was paid with. */
  paidWith?: string;
  due?: { amount: Money; description: string; expiresAt: Date };
}

interface PageRow {
  session: string;
  key: string;
  amount: string | null;
  currency: string | null;
  description: string | null;
  locale: Locale;
  expires_at: Date | null;
  status: Page['status'];
  reference: string | null;
  paid_with: string | null;
}

function pageFrom(row: PageRow): Page {
  const { session, key, locale, status, amount, currency, description, expires_at: expiresAt } = row;
  return {
    ...{ session, key, locale, status },
    ...(row.reference && { reference: row.reference }),
    ...(row.paid_with && { paidWith: row.paid_with }),
    ...(amount && currency && expiresAt && { due: dueOf(amount, currency, description ?? '', expiresAt) }),
  };
}

const dueOf = (amount: string, currency: string, description: string, expiresAt: Date) => ({
  amount: { amount: round(amount, currency), currency },
  description,
  expiresAt,
});

async function pageBy(tx: Query, column: 'key' | 'session', value: string): Promise<Page | undefined> {
  const { rows } = await tx.query<PageRow>(`select * from simulated_gateway.page where ${column} = $1`, [value]);
  return rows[0] && pageFrom(rows[0]);
}

/** The page made under the attempt's key, whatever became of it. */
export const pageOf = (tx: Query, key: string): Promise<Page | undefined> => pageBy(tx, 'key', key);

/** The page with this session, whatever became of it. */
export const pageAt = (tx: Query, session: string): Promise<Page | undefined> => pageBy(tx, 'session', session);

/**
 * Opens a page, or finds the one opened with the same key and parameters; a page voided before it was opened stays so.
 * Throws CodedError `conflict` `key_reused` when the key was used for anything else.
 */
export async function openPage(sql: Sql, ids: Ids, request: PageRequest): Promise<Page> {
  const { key, amount, description, locale, expiresAt } = request;
  return sql.transaction(async (tx) => {
    await lockKey(tx, key);
    const known = await pageOf(tx, key);
    if (known?.due) {
      const asked = JSON.stringify({ amount, description, expiresAt });
      if (asked !== JSON.stringify(known.due)) throw new CodedError('conflict', 'key_reused', { key });
    }
    if (known) return known;
    if (await chargeOf(tx, key)) throw new CodedError('conflict', 'key_reused', { key });
    const { rows } = await tx.query<PageRow>(
      `insert into simulated_gateway.page (session, key, amount, currency, description, locale, expires_at, status)
       values ($1, $2, $3, $4, $5, $6, $7, 'open') returning *`,
      [ids.token(24), key, amount.amount, amount.currency, description, locale, expiresAt],
    );
    return pageFrom(rows[0]!);
  });
}

/** Ends the page under `key`, also one whose opening is still on its way; tells when it was paid before. */
export async function voidPage(sql: Sql, ids: Ids, key: string): Promise<'voided' | 'paid'> {
  return sql.transaction(async (tx) => {
    await lockKey(tx, key);
    const page = await pageOf(tx, key);
    if (page?.status === 'paid') return 'paid';
    await tx.query(
      `insert into simulated_gateway.page (session, key, locale, status) values ($1, $2, 'en', 'voided')
       on conflict (key) do update set status = 'voided' where page.status = 'open'`,
      [ids.token(24), key],
    );
    return 'voided';
  });
}

/** Ends open pages whose time is over, and keeps the event of each. */
export async function expirePages(sql: Query, now: Date): Promise<void> {
  await sql.query(
    `with ended as (
       update simulated_gateway.page set status = 'expired' where status = 'open' and expires_at <= $1 returning key
     ) insert into simulated_gateway.event (type, key, at) select 'page.expired', key, $1 from ended`,
    [now],
  );
}

/**
 * Pays an open page once: charge, page and event in one transaction. A page that is not open any more is left as it
 * is (two submits at once pay once), unless the provider was told to pay an ended one.
 */
export async function payPage(sql: Sql, session: string, paidWith: string, reference: string, now: Date) {
  await changing(sql, session, async (tx, page) => {
    const late = page.status !== 'paid' && page.status !== 'open' && (await take(tx, ['pay_ended_page']));
    if (!page.due || (page.status !== 'open' && !late)) return;
    const { amount, description } = page.due;
    await record(tx, { key: page.key, amount, method: 'page', description }, { status: 'succeeded' }, reference, now);
    await tx.query(
      `update simulated_gateway.page set status = 'paid', reference = $2, paid_with = $3 where session = $1`,
      [session, reference, paidWith],
    );
    await recordEvent(tx, { type: 'page.paid', key: page.key, reference }, now);
  });
}

/** The payer's own cancelling; a page that is not open any more is left as it is. */
export async function cancelPage(sql: Sql, session: string, now: Date): Promise<void> {
  await changing(sql, session, async (tx, page) => {
    if (page.status !== 'open') return;
    await tx.query(`update simulated_gateway.page set status = 'cancelled' where session = $1`, [session]);
    await recordEvent(tx, { type: 'page.cancelled', key: page.key }, now);
  });
}

/** Runs `change` with the page as it stands once nobody else can change it. */
async function changing(sql: Sql, session: string, change: (tx: Query, page: Page) => Promise<void>): Promise<void> {
  const { key } = (await pageAt(sql, session)) ?? {};
  if (key === undefined) return;
  await sql.transaction(async (tx) => {
    await lockKey(tx, key);
    const page = await pageOf(tx, key);
    if (page) await change(tx, page);
  });
}

import { Decimal } from '../src/lib/money.ts';
import type { World } from './world.ts';

/** What went missing or happened twice; all of it has to be nought. */
export interface Lost {
  /** Messages taken in and not done. */
  unserved: number;
  /** Messages done without exactly one reply that was delivered. */
  unanswered: number;
  /** Replies to one message that came after its first. */
  answeredTwice: number;
  /** Payments the person was told of that did not succeed in the portal. */
  unpaid: number;
  /** Payments that the provider's ledger and the portal do not hold alike: one charge, the same amount. */
  disagreeing: number;
}

/** Compares what was asked for with inbox, outbox, portal and the provider's ledger. */
export async function lost({ owner, gateway, arrivals }: World, paid: number): Promise<Lost> {
  const { rows } = await owner.query<{ unserved: number; unanswered: number }>(
    `SELECT count(*) FILTER (WHERE i."doneAt" IS NULL)::int AS unserved,
       count(*) FILTER (WHERE i."doneAt" IS NOT NULL AND o.sent IS DISTINCT FROM 1)::int AS unanswered
     FROM inbox i LEFT JOIN (
       SELECT split_part(key, '.', 1) AS seq, count(*) FILTER (WHERE state = 'sent') AS sent FROM outbox
       WHERE key ~ '^[0-9]+[.]' GROUP BY 1) o ON o.seq = i.seq::text`,
  );
  const { rows: payments } = await owner.query<{ key: string; amount: string }>(
    `SELECT a.id AS key, trim_scale(p.amount) || p.currency AS amount FROM payment p
     JOIN payment_attempt a ON a."paymentId" = p.id WHERE p.state = 'succeeded' AND a.state = 'succeeded'`,
  );
  const portal = new Map(payments.map(({ key, amount }) => [key, amount]));
  const ledger = (await gateway.ledger()).filter(({ status }) => status === 'succeeded');
  const alike = ledger.filter(({ key, amount, currency }) => portal.get(key) === `${new Decimal(amount)}${currency}`);
  return {
    ...rows[0]!,
    answeredTwice: arrivals.unasked(),
    unpaid: paid - portal.size,
    disagreeing: Math.max(ledger.length, portal.size) - new Set(alike.map(({ key }) => key)).size,
  };
}

import type { IsoDate } from '../../lib/dates.ts';
import { Decimal } from '../../lib/money.ts';
import type { AccountScope } from '../scope.ts';
import type { Worth } from './worth.ts';

/** Rewards earned together and expiring together. Amounts are in its own units: points, or money. */
export interface Batch extends Worth {
  id: string;
  /** What it was earned by, as the loaded data says it. */
  source: string;
  earnedOn: IsoDate;
  /** The last day it can be used on. */
  expiresOn: IsoDate | null;
  earned: Decimal;
  /** With payments that have not ended. */
  reserved: Decimal;
  redeemed: Decimal;
  /** What of the invoices was redeemed out of it. */
  redeemedValue: Decimal;
  /** Neither redeemed nor reserved; the loaded data may have taken away what was redeemed before, so never below zero. */
  left: Decimal;
}

interface Row {
  id: string;
  source: string;
  currency: string;
  isPoints: boolean;
  rate: string;
  earnedOn: IsoDate;
  expiresOn: IsoDate | null;
  earned: string;
  reserved: string;
  redeemed: string;
  redeemedValue: string;
}

/** The account's batches that have been earned by today, soonest-expiring first. */
export async function readBatches({ tx, today }: Pick<AccountScope, 'tx' | 'today'>): Promise<Batch[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT b.id, b.source, b.currency, b."isPoints", b.rate::text, b.amount::text AS earned,
      to_char(b."earnedOn", 'YYYY-MM-DD') AS "earnedOn", to_char(b."expiresOn", 'YYYY-MM-DD') AS "expiresOn",
      coalesce(sum(r.amount) FILTER (WHERE r.state = 'reserved'), 0)::text AS reserved,
      coalesce(sum(r.amount) FILTER (WHERE r.state = 'spent'), 0)::text AS redeemed,
      coalesce(sum(r.value) FILTER (WHERE r.state = 'spent'), 0)::text AS "redeemedValue"
    FROM reward_batch b LEFT JOIN reward_redemption r ON r."batchId" = b.id
    WHERE b."earnedOn" <= ${today}::date
    GROUP BY b.id ORDER BY b."expiresOn" NULLS LAST, b."earnedOn", b."externalId"`;
  return rows.map(({ rate, earned, reserved, redeemed, redeemedValue, ...row }) => ({
    ...row,
    rate: new Decimal(rate),
    earned: new Decimal(earned),
    reserved: new Decimal(reserved),
    redeemed: new Decimal(redeemed),
    redeemedValue: new Decimal(redeemedValue),
    left: Decimal.max(new Decimal(earned).minus(reserved).minus(redeemed), 0),
  }));
}

/**
 * Whether it can be used today.
 * @param today the calendar date in the account's time zone; the last day counts
 */
export const isUsable = ({ expiresOn, left }: Batch, today: IsoDate): boolean =>
  left.greaterThan(0) && (expiresOn === null || expiresOn >= today);

import { addDays, type IsoDate } from './dates.ts';
import type { Localized } from './locale.ts';

/** Derived from the end date, never stored; an expiring contract is also active (PRODUCT.md section 12). */
export type ContractStatus = 'active' | 'expiring' | 'expired';

/** What a list of contracts can be asked for by (INTENTS.md); `active` has the expiring ones too. */
export const CONTRACT_FILTERS = ['active', 'expiring', 'expired', 'all'] as const;
export type ContractFilter = (typeof CONTRACT_FILTERS)[number];

export type ContractKind = 'support' | 'subscription';

/** PRODUCT.md section 5. */
const EXPIRING_DAYS = 90;

/** The last end date of a contract that is expiring. */
export const expiringUntil = (today: IsoDate): IsoDate => addDays(today, EXPIRING_DAYS);

/**
 * @param endsOn the contract's last day
 * @param today the calendar date in the account's time zone
 */
export function contractStatus(endsOn: IsoDate, today: IsoDate): ContractStatus {
  if (endsOn < today) return 'expired';
  return endsOn <= expiringUntil(today) ? 'expiring' : 'active';
}

/** A contract's kind in a list and in a sentence. */
export const CONTRACT_KIND: Localized<Record<ContractKind, string>> = {
  en: { support: 'support', subscription: 'subscription' },
  pl: { support: 'asysta techniczna', subscription: 'subskrypcja' },
};

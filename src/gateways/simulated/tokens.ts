import type { ChargeOutcome } from '../../portal/ports.ts';

type Decline = Extract<ChargeOutcome, { status: 'declined' }>['reason'];

const DECLINES: Readonly<Record<string, Decline>> = {
  tok_declined: 'declined',
  tok_insufficient: 'insufficient_funds',
  tok_expired: 'expired',
};
const GOOD = /^tok_(visa|mastercard|amex|bank)_\d{4}$/;

/** Why a charge of this method on file is declined; undefined when it succeeds. */
export function declineOf(token: string): Decline | undefined {
  return DECLINES[token] ?? (GOOD.test(token) ? undefined : 'unknown_method');
}

/** The only card numbers the page takes, so that nobody's own card is ever typed into a simulation and accepted. */
export const TEST_CARDS: Readonly<Record<string, { brand: string; declined?: 'declined' | 'insufficient_funds' }>> = {
  '4242424242424242': { brand: 'Visa' },
  '5555555555554444': { brand: 'Mastercard' },
  '4000000000000002': { brand: 'Visa', declined: 'declined' },
  '4000000000009995': { brand: 'Visa', declined: 'insufficient_funds' },
};

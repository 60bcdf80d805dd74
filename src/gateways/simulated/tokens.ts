import type { ChargeOutcome } from '../../portal/ports.ts';

type Decline = Extract<ChargeOutcome, { status: 'declined' }>['reason'];

const DECLINES: Readonly<Record<string, Decline>> = {
  tok_declined: 'declined',
  tok_insufficient: 'insufficient_funds',
  tok_expired: 'expired',
};
const GOOD = /^tok_(visa|mastercard|amex|bank)_\d{4}$/;

/**
 * Why a charge of this method on file is declined; undefined when it succeeds. What follows a dot only tells methods
 * apart.
 */
export function declineOf(token: string): Decline | undefined {
  const [name = ''] = token.split('.');
  return DECLINES[name] ?? (GOOD.test(name) ? undefined : 'unknown_method');
}

export interface TestCard {
  brand: string;
  declined?: 'declined' | 'insufficient_funds';
}

/** The only card numbers the page takes, so that nobody's own card is ever typed into a simulation and accepted. */
export const TEST_CARDS: Readonly<Record<string, TestCard>> = {
  '4242424242424242': { brand: 'Visa' },
  '5555555555554444': { brand: 'Mastercard' },
  '4000000000000002': { brand: 'Visa', declined: 'declined' },
  '4000000000009995': { brand: 'Visa', declined: 'insufficient_funds' },
};

export interface TestAccount {
  declined?: true;
}

/** Likewise the only bank accounts. */
export const TEST_IBANS: Readonly<Record<string, TestAccount>> = {
  PL61109010140000071219812874: {},
  DE89370400440532013000: {},
  DE62370400440532013001: { declined: true },
};

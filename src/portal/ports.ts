import type { Money } from '../lib/money.ts';

/** What became of a charge as far as the gateway says. "Not found" is an answer of its own and never means failed. */
export type ChargeOutcome =
  | { status: 'succeeded'; reference: string }
  | { status: 'declined'; reason: 'declined' | 'insufficient_funds' | 'expired' | 'unknown_method' }
  | { status: 'pending' }
  | { status: 'not_found' };

/** A hosted page's session reached an end: told at least once, in any order, also long after. */
export interface GatewayEvent {
  type: 'page.paid' | 'page.cancelled' | 'page.expired' | 'method.added' | 'method.cancelled' | 'method.expired';
  /** The key the page was opened with. */
  key: string;
  /** Of a page that was paid: the charge's. */
  reference?: string;
  /** What was added. */
  method?: AddedMethod;
}

/** A payment method as the gateway knows it: never its number. */
export interface AddedMethod {
  kind: 'card' | 'bank';
  /** Of a card, as the data names it: `visa`. */
  brand?: string;
  last4: string;
  /** Of a card: the last month it is good for. */
  expMonth?: number;
  expYear?: number;
  /** The gateway's name for it. */
  token: string;
  /** The names of those that the customer had there already with the same number and expiry. */
  sameAs?: readonly string[];
}

/**
 * A payment provider (PRODUCT.md section 3). `key` is the attempt's id: the same key with the same parameters is one
 * charge however often it is sent. Methods throw CodedError `unavailable` when the outcome is not known.
 */
export interface PaymentGateway {
  charge(request: { key: string; amount: Money; method: string; description: string }): Promise<ChargeOutcome>;
  lookup(key: string): Promise<ChargeOutcome>;
  /** Opens the provider's page for paying with anything else; repeated with the key it is the same page. */
  openPage(request: PageRequest): Promise<{ url: string }>;
  /** Ends a page so that it can't be paid any more; tells when it was paid already. */
  voidPage(key: string): Promise<'voided' | 'paid'>;
  /** Opens the provider's page on which one method can be added, once; repeated with the key it is the same page. */
  openSetup(request: SetupRequest): Promise<{ url: string }>;
  /** Takes a method away, so that it can't be charged any more; one that is gone or not known is no mistake. */
  removeMethod(token: string): Promise<void>;
  onEvent(listener: (event: GatewayEvent) => Promise<void>): void;
}

export interface PageRequest {
  key: string;
  amount: Money;
  description: string;
  locale: 'en' | 'pl';
  expiresAt: Date;
}

export interface SetupRequest {
  key: string;
  /** Which way comes first on the page. */
  kind: AddedMethod['kind'];
  /** Whose method it will be, as the page names them. */
  customer: { id: string; name: string };
  locale: 'en' | 'pl';
  expiresAt: Date;
}

export interface Mail {
  to: string;
  /** The visible number, also the Message-ID's base, by which a repeat is recognised. */
  number: string;
  subject: string;
  text: string;
  attachments: readonly { name: string; type: string; bytes: Uint8Array }[];
}

/** Sends one mail; throws CodedError `unavailable` when it is worth trying again, `invalid` when it never will be. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}

/** The states of a payment (PRODUCT.md section 3). */
export type PaymentState =
  | 'awaiting_approval'
  | 'awaiting_payer'
  | 'processing'
  | 'needs_review'
  | 'succeeded'
  | 'failed'
  | 'declined'
  | 'withdrawn'
  | 'expired'
  | 'refunded';

/** The states in which a payment keeps its amount from being paid by another one. */
export const RESERVING = ['awaiting_approval', 'awaiting_payer', 'processing', 'needs_review'] as const;

/** What counts towards an approval limit: whatever may still take money, or took it. */
export const COUNTED = [...RESERVING, 'succeeded'] as const;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The spans of PRODUCT.md section 3, in milliseconds. */
export const SPAN = {
  approval: 7 * DAY,
  reminder: DAY,
  page: 30 * MINUTE,
  /** What an approval limit looks back over. */
  limit: DAY,
  /** For this long after it was made an attempt may be sent again: gateways remember keys for a day. */
  repeat: 23 * HOUR,
  /** An attempt nobody has worked on for this long is looked up and never sent. */
  recovery: HOUR,
  /** For this long a payment in review is still looked up: the gateway may answer late. */
  review: 7 * DAY,
} as const;

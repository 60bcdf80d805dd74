/** What a payment due is for (PRODUCT.md section 4). */
export const DUE_KINDS = ['pending_order', 'support_renewal', 'expired_card'] as const;
export type DueKind = (typeof DUE_KINDS)[number];

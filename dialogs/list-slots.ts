import { optional } from './define.ts';

/** The period a list is narrowed to: the dates that PRODUCT.md section 12 names for its kind. */
export const periodSlot = optional<{ from: string; to: string }>({
  takes: ['period'],
  resolve: (_ctx, { period }) => (period ? { value: period } : { missing: true }),
});

/** Where the page before ended, as the portal named it. */
export const cursorSlot = optional<string>({
  takes: ['after'],
  resolve: (_ctx, { after }) => (after ? { value: after } : { missing: true }),
});

/** Where the page before ended: how many rows were shown. */
export const pageSlot = optional<number>({
  takes: ['after'],
  resolve: (_ctx, { after }) => (after && /^\d{1,6}$/.test(after) ? { value: Number(after) } : { missing: true }),
});

import type { Localized } from '../../src/lib/locale.ts';
import { defineMatter, defineNotice } from '../define.ts';
import { reminderOfApproval } from '../people/approval-reminder.ts';
import { requestCard } from './request-cards.ts';

const REMINDER: Localized = { en: 'A reminder:', pl: 'Przypomnienie:' };

/** The card every posted copy of a role request shows. */
export const requestMatter = defineMatter({
  kind: 'role_request',
  card: async (ctx, id) => requestCard(ctx, await ctx.portal.access.show({ id })),
});

/** Asks whoever decides, while it still waits for them; once more after a day. */
const asked = defineNotice({
  kind: 'role_request.approval_asked',
  topic: reminderOfApproval,
  async render(ctx, { about, details }) {
    if (!about) return undefined;
    const request = await ctx.portal.access.show({ id: about.id });
    const lead = details.reminder === true ? REMINDER[ctx.locale] : undefined;
    return request.mayDecide ? requestCard(ctx, request, lead) : undefined;
  },
});

/** Tells the requester what was decided. */
const decided = defineNotice({
  kind: 'role_request.decided',
  async render(ctx, { about }) {
    return about && requestCard(ctx, await ctx.portal.access.show({ id: about.id }));
  },
});

export const requestNotices = [asked, decided];

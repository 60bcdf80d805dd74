import { digestOf } from '../../src/kit/digest.ts';
import type { Localized } from '../../src/lib/locale.ts';
import type { RoleRequestView } from '../../src/portal/access/view.ts';
import { defineDialog, optional } from '../define.ts';
import { reasonQuestion } from '../people/reason.ts';
import { decision, requestCard } from './request-cards.ts';
import { requestSlot } from './slots.ts';

const ASK: Localized<(name: string) => string> = {
  en: (name) => `Why should the request of ${name} be declined? They are told the reason.`,
  pl: (name) => `Dlaczego odrzucić prośbę? Prosi: ${name}. Ta osoba pozna powód.`,
};

/** Turns a colleague's wish for a role down, with a reason where one is given. */
export const declineAccess = defineDialog({
  intent: 'access.decline',
  permission: 'access.decide',
  title: { en: 'Decline a role request', pl: 'Odrzuć prośbę o rolę' },
  slots: {
    request: requestSlot({ en: 'Whose request would you like to decline?', pl: 'Czyją prośbę odrzucić?' }),
    reason: optional<string>({
      takes: ['reason'],
      resolve(ctx, { reason }, before) {
        if (reason) return { value: reason.slice(0, 500) };
        if (reason === undefined) return { missing: true };
        const request = before.request as RoleRequestView;
        const confirmation = decision(ctx, 'decline', request);
        const digest = digestOf('access.decline', confirmation);
        const start = { do: 'start', intent: 'access.decline', slots: { ref: request.id }, digest } as const;
        return { again: reasonQuestion(ctx.locale, ASK[ctx.locale](request.requester.name), confirmation.yes, start) };
      },
    }),
  },
  texts: {
    en: { final: 'A decision can’t be undone. The person can ask again, or a manager can change the roles.' },
    pl: { final: 'Decyzji nie można cofnąć. Można poprosić ponownie albo role może zmienić osoba z rolą zarządczą.' },
  },
  confirm: (ctx, { request }) => (request.mayDecide ? decision(ctx, 'decline', request) : undefined),
  async run(ctx, { request, reason }, { texts, key }) {
    const done = await ctx.portal.access.decline({ key, id: request.id, ...(reason && { reason }) });
    return { replies: [requestCard(ctx, done)], undo: { impossible: texts.final } };
  },
});

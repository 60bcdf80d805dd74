import type { Button } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import { counted } from '../../src/lib/locale.ts';
import type { RoleRequestView } from '../../src/portal/access/view.ts';
import { type Context, defineDialog } from '../define.ts';
import { pageSlot } from '../list-slots.ts';
import { requestTable, requestTexts } from './request-cards.ts';

const ROWS = 8;

const REQUESTS = {
  en: { one: 'role request is waiting', other: 'role requests are waiting' },
  pl: {
    ...{ one: 'prośba o rolę czeka', few: 'prośby o role czekają', many: 'próśb o role czeka' },
    other: 'prośby o role czeka',
  },
} as const;

/** Role requests that wait: one's own, and those one may decide about. */
export const listAccess = defineDialog({
  intent: 'access.list',
  permission: 'own',
  title: { en: 'Show role requests', pl: 'Pokaż prośby o role' },
  reads: true,
  slots: { after: pageSlot },
  texts: {
    en: {
      title: 'Role requests',
      summary: (all: number, own: number) =>
        `${counted('en', all, REQUESTS)} for a decision${own > 0 ? ', yours among them' : ''}.`,
      none: 'No role request is waiting.',
      more: 'Show more',
      ask: 'Ask for a role',
    },
    pl: {
      title: 'Prośby o role',
      summary: (all: number, own: number) =>
        `${counted('pl', all, REQUESTS)} na decyzję${own > 0 ? ', w tym Twoja' : ''}.`,
      none: 'Żadna prośba o rolę nie czeka.',
      more: 'Pokaż więcej',
      ask: 'Poproś o rolę',
    },
  },
  async run(ctx, { after = 0 }, { texts }) {
    const all = await ctx.portal.access.list({});
    const own = all.filter(({ requester }) => requester.id === ctx.person.id).length;
    const rows = all.slice(after, after + ROWS);
    const next = after + rows.length < all.length ? { next: String(after + rows.length) } : {};
    const text = all.length > 0 ? texts.summary(all.length, own) : texts.none;
    const buttons: Button<Action>[] = [
      ...(next.next ? [start(texts.more, 'access.list', { after: next.next })] : []),
      start(texts.ask, 'access.request', {}),
    ];
    return {
      replies: [
        {
          text,
          card: {
            blocks: [
              { type: 'text', text: texts.title, style: 'heading' },
              { type: 'text', text },
              ...(rows.length > 0 ? [requestTable(ctx, rows, (row) => actions(ctx, row))] : []),
              { type: 'actions', buttons },
            ],
          },
        },
      ],
      shown: { kind: 'role_request', intent: 'access.list', slots: {}, refs: rows.map(({ id }) => id), ...next },
    };
  },
});

type Intent = 'access.list' | 'access.request' | 'access.approve' | 'access.decline';

const start = (label: string, intent: Intent, slots: { ref?: string; after?: string }): Button<Action> => ({
  label,
  action: { do: 'start', intent, slots },
});

function actions({ locale }: Context, { id, mayDecide }: RoleRequestView): Button<Action>[] {
  const { yes } = requestTexts[locale];
  if (!mayDecide) return [];
  return [start(yes.approve, 'access.approve', { ref: id }), start(yes.decline, 'access.decline', { ref: id })];
}

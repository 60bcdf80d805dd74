import type { Block } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import { counted } from '../../src/lib/locale.ts';
import { defineDialog } from '../define.ts';
import { pageSlot } from '../list-slots.ts';
import { invitationTable } from './cards.ts';

const ROWS = 8;

const INVITATIONS = {
  en: { one: 'open invitation', other: 'open invitations' },
  pl: {
    one: 'otwarte zaproszenie',
    few: 'otwarte zaproszenia',
    many: 'otwartych zaproszeń',
    other: 'otwartego zaproszenia',
  },
} as const;
const WAITING = {
  en: { one: 'waits for approval', other: 'wait for approval' },
  pl: {
    one: 'czeka na zatwierdzenie',
    few: 'czekają na zatwierdzenie',
    many: 'czeka na zatwierdzenie',
    other: 'czeka na zatwierdzenie',
  },
} as const;

/** Invitations sent or waiting for approval, with what the person may do with each. */
export const listInvitations = defineDialog({
  intent: 'invites.list',
  permission: 'users.read',
  title: { en: 'Show invitations', pl: 'Pokaż zaproszenia' },
  reads: true,
  slots: { after: pageSlot },
  texts: {
    en: {
      summary: (all: number, waiting: number) =>
        `There ${all === 1 ? 'is' : 'are'} ${counted('en', all, INVITATIONS)}${waiting > 0 ? `; ${counted('en', waiting, WAITING)}` : ''}.`,
      none: 'There are no open invitations.',
      title: 'Invitations',
      more: 'Show more',
      invite: 'Invite a colleague',
    },
    pl: {
      summary: (all: number, waiting: number) =>
        `Na koncie: ${counted('pl', all, INVITATIONS)}${waiting > 0 ? `; ${counted('pl', waiting, WAITING)}` : ''}.`,
      none: 'Nie ma otwartych zaproszeń.',
      title: 'Zaproszenia',
      more: 'Pokaż więcej',
      invite: 'Zaproś współpracownika',
    },
  },
  async run(ctx, { after = 0 }, { texts }) {
    const all = await ctx.portal.invitations.list({});
    const rows = all.slice(after, after + ROWS);
    const next = after + rows.length < all.length ? { next: String(after + rows.length) } : {};
    const waiting = all.filter(({ state }) => state === 'waiting').length;
    const text = all.length > 0 ? texts.summary(all.length, waiting) : texts.none;
    const invite: Block<Action> = {
      type: 'actions',
      buttons: [
        ...(next.next
          ? [
              {
                label: texts.more,
                action: { do: 'start', intent: 'invites.list', slots: { after: next.next } },
              } as const,
            ]
          : []),
        { label: texts.invite, action: { do: 'start', intent: 'users.invite' } },
      ],
    };
    const list: Block<Action>[] = rows.length > 0 ? [invitationTable(ctx, rows)] : [];
    const blocks: Block<Action>[] = [
      { type: 'text', text: texts.title, style: 'heading' },
      { type: 'text', text },
      ...list,
      invite,
    ];
    const refs = rows.map(({ id }) => id);
    return {
      replies: [{ text, card: { blocks } }],
      shown: { kind: 'invitation', intent: 'invites.list', slots: {}, refs, ...next },
    };
  },
});

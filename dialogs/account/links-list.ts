import type { Block } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import { counted } from '../../src/lib/locale.ts';
import { defineDialog } from '../define.ts';
import { LINK_COLUMNS, linkRow } from './links-words.ts';

const CHATS = {
  en: { one: 'chat', other: 'chats' },
  pl: { one: 'czacie', few: 'czatach', many: 'czatach', other: 'czatu' },
} as const;

/** Where the person is linked, for the account they work for now, each with a button that ends it. */
export const listLinks = defineDialog({
  intent: 'links.list',
  permission: 'own',
  title: { en: 'Show my chat links', pl: 'Pokaż moje połączenia z czatem' },
  reads: true,
  slots: {},
  texts: {
    en: {
      title: 'Your chat links',
      summary: (n: number, name: string, email: string) =>
        `You’re connected as ${name} (${email}) in ${counted('en', n, CHATS)}.`,
      unlink: 'Disconnect',
      another: 'Connect my other e-mail',
    },
    pl: {
      title: 'Twoje połączenia z czatem',
      summary: (n: number, name: string, email: string) =>
        `Połączenie jako ${name} (${email}) działa w ${counted('pl', n, CHATS)}.`,
      unlink: 'Odłącz',
      another: 'Połącz mój inny adres e-mail',
    },
  },
  async run(ctx, _values, { texts }) {
    const links = await ctx.portal.links.list({});
    const text = texts.summary(links.length, ctx.person.name, ctx.person.email);
    const blocks: Block<Action>[] = [
      { type: 'text', text: texts.title, style: 'heading' },
      { type: 'text', text },
      {
        type: 'table',
        columns: LINK_COLUMNS[ctx.locale],
        rows: links.map((link) =>
          linkRow(ctx, link, {
            label: texts.unlink,
            action: { do: 'start', intent: 'account.unlink', slots: { ref: link.id } },
          }),
        ),
      },
      { type: 'actions', buttons: [{ label: texts.another, action: { do: 'start', intent: 'account.link' } }] },
    ];
    return { replies: [{ text, card: { blocks } }] };
  },
});

import type { Question, Resolution } from '../../src/kit/dialog.ts';
import type { LinkView } from '../../src/portal/links/view.ts';
import { type Context, defineDialog, slot } from '../define.ts';
import { LINK_COLUMNS, linkRow, placeName } from './links-words.ts';

const TEXTS = {
  en: {
    which: 'Which of your chats would you like to disconnect?',
    choose: 'This one',
    none: (email: string) => `Nothing is connected here with ${email}; you’re connected with another address.`,
    ended: 'That chat is no longer connected, so there is nothing to do.',
  },
  pl: {
    which: 'Który z Twoich czatów chcesz odłączyć?',
    choose: 'Ten',
    none: (email: string) => `Z adresem ${email} nic tu nie jest połączone; Twoje połączenie używa innego adresu.`,
    ended: 'Ten czat nie jest już połączony, więc nie ma tu nic do zrobienia.',
  },
};

/** Ends one of the person's links, after confirmation; which, where there are several. */
export const unlinkAccount = defineDialog({
  intent: 'account.unlink',
  permission: 'own',
  title: { en: 'Disconnect a chat', pl: 'Odłącz czat' },
  slots: {
    link: slot<LinkView>({
      takes: ['email', 'ordinal', 'ref'],
      resolve: chosen,
      ask: async (ctx) => question(ctx, await ctx.portal.links.list({})),
    }),
  },
  texts: {
    en: {
      confirm: (place: string, account: string) =>
        `Disconnect your chat (${place}) from the account ${account}? From then on I show nothing of it there, and my buttons there stop working.`,
      yes: 'Disconnect',
      done: (place: string) =>
        `Your chat (${place}) is disconnected. To connect it again, write me your e-mail address there, and then the code I send to it.`,
      final: 'To connect again, write me your e-mail address and the code I send to it.',
    },
    pl: {
      confirm: (place: string, account: string) =>
        `Odłączyć Twój czat (${place}) od konta ${account}? Od tej chwili nic z niego tam nie pokażę, a moje przyciski przestaną tam działać.`,
      yes: 'Odłącz',
      done: (place: string) =>
        `Twój czat (${place}) jest odłączony. Aby połączyć ponownie, napisz tam swój adres e-mail, a potem kod, który na niego przyjdzie.`,
      final: 'Aby połączyć ponownie, napisz swój adres e-mail, a potem kod, który na niego przyjdzie.',
    },
  },
  confirm: (ctx, { link }, texts) => ({
    text: texts.confirm(placeName(ctx, link), ctx.account.name),
    shows: { link: link.id },
    yes: texts.yes,
    danger: true,
  }),
  async run(ctx, { link }, { texts, key }) {
    const ended = await ctx.portal.links.end({ key, id: link.id });
    return { replies: [{ text: texts.done(placeName(ctx, ended)) }], undo: { impossible: texts.final } };
  },
});

/** The only one, the one a button names, or the one at its place in the question. */
async function chosen(
  ctx: Context,
  { email, ordinal, ref }: { email?: string; ordinal?: string; ref?: string },
): Promise<Resolution<LinkView>> {
  const links = await ctx.portal.links.list({});
  const t = TEXTS[ctx.locale];
  const pin = (value: LinkView): Resolution<LinkView> => ({ value, pinned: { ref: value.id } });
  if (ref) {
    const named = links.find(({ id }) => id === ref);
    return named ? pin(named) : { stop: { text: t.ended } };
  }
  if (email && email !== ctx.person.email) return { stop: { text: t.none(email) } };
  const [only] = links;
  if (only && links.length === 1) return pin(only);
  const listed = ordinal === 'last' ? links.at(-1) : links[Number(ordinal) - 1];
  if (ordinal) return listed ? pin(listed) : { again: question(ctx, links) };
  return { missing: true };
}

function question(ctx: Context, links: readonly LinkView[]): Question {
  const { which, choose } = TEXTS[ctx.locale];
  const rows = links.map((link) =>
    linkRow(ctx, link, { label: choose, action: { do: 'fill', slots: { ref: link.id } } }),
  );
  return {
    text: which,
    awaiting: 'ordinal',
    card: {
      blocks: [
        { type: 'text', text: which },
        { type: 'table', columns: LINK_COLUMNS[ctx.locale], rows },
      ],
    },
  };
}

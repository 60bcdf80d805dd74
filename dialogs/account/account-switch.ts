import type { Question, Resolution } from '../../src/kit/dialog.ts';
import { type Context, defineDialog, slot } from '../define.ts';

type Account = Context['accounts'][number];

const TEXTS = {
  en: {
    which: 'Which account would you like to work for?',
    unknown: (name: string) => `You have no access to an account called ${name}.`,
    only: (name: string) => `You have access to one account only: ${name}.`,
    done: (name: string) => `You’re now working for ${name}.`,
    final: 'To go back, just tell me which account you’d like to work for.',
  },
  pl: {
    which: 'Na którym koncie chcesz pracować?',
    unknown: (name: string) => `Nie masz dostępu do konta o nazwie ${name}.`,
    only: (name: string) => `Masz dostęp tylko do jednego konta: ${name}.`,
    done: (name: string) => `Pracujesz teraz na koncie ${name}.`,
    final: 'Aby wrócić, wystarczy powiedzieć, na którym koncie chcesz pracować.',
  },
};

/** Works for another of the accounts the person may work for; what was open here is dropped. */
export const switchAccount = defineDialog({
  intent: 'account.switch',
  permission: 'own',
  title: { en: 'Work for another account', pl: 'Przejdź na inne konto' },
  slots: {
    account: slot<Account>({
      takes: ['organization', 'ordinal', 'ref'],
      resolve: (ctx, { organization, ordinal, ref }) => chosen(ctx, organization, ordinal, ref),
      ask: question,
    }),
  },
  texts: TEXTS,
  async run(ctx, { account }, { texts }) {
    if (account.id === ctx.account.id && ctx.accounts.length === 1) {
      return { replies: [{ text: texts.only(account.name) }] };
    }
    await ctx.chooseAccount(account.id);
    return { replies: [{ text: texts.done(account.name) }], undo: { impossible: texts.final } };
  },
});

/** By its name or a part of it, its place in the question, or a button. */
function chosen(ctx: Context, organization?: string, ordinal?: string, ref?: string): Resolution<Account> {
  const { accounts, locale } = ctx;
  const pin = (value: Account): Resolution<Account> => ({ value, pinned: { ref: value.id } });
  const [only] = accounts;
  if (only && accounts.length === 1) {
    const other = organization && !named(only, organization);
    return other
      ? { stop: { text: `${TEXTS[locale].unknown(organization)} ${TEXTS[locale].only(only.name)}` } }
      : pin(only);
  }
  const listed = ordinal === 'last' ? accounts.at(-1) : accounts[Number(ordinal) - 1];
  const exact = accounts.find(({ id, name }) => id === ref || (organization && fold(name) === fold(organization)));
  if (exact) return pin(exact);
  if (ordinal && listed) return pin(listed);
  if (!organization) return { missing: true };
  const found = accounts.filter((one) => named(one, organization));
  const [one] = found;
  if (one && found.length === 1) return pin(one);
  return { again: question(ctx, found.length > 1 ? undefined : TEXTS[locale].unknown(organization)) };
}

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const named = ({ name }: Account, said: string): boolean => ` ${fold(name)} `.includes(` ${fold(said)} `);

function question({ accounts, locale }: Pick<Context, 'accounts' | 'locale'>, why?: unknown): Question {
  const text = typeof why === 'string' ? `${why} ${TEXTS[locale].which}` : TEXTS[locale].which;
  const buttons = accounts.map(({ id, name }) => ({
    label: name,
    action: { do: 'fill' as const, slots: { ref: id } },
  }));
  return {
    text,
    awaiting: 'organization',
    card: {
      blocks: [
        { type: 'text', text },
        { type: 'actions', buttons },
      ],
    },
  };
}

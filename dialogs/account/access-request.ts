import { CodedError } from '../../src/lib/errors.ts';
import { ROLE_NAMES, theRole } from '../../src/lib/role-names.ts';
import type { ContactRole } from '../../src/portal/policy.ts';
import { type Context, defineDialog, slot } from '../define.ts';
import { rolesSaid } from '../people/roles.ts';
import { requestCard } from './request-cards.ts';

/** Asks for another role; a manager, or whoever stands in for one, decides. */
export const requestAccess = defineDialog({
  intent: 'access.request',
  permission: 'own',
  title: { en: 'Ask for a role', pl: 'Poproś o rolę' },
  slots: {
    role: slot<ContactRole>({
      takes: ['role'],
      async resolve(ctx, { role }) {
        const [wanted, second] = role ? rolesSaid(role) : [];
        if (!wanted) return { missing: true };
        if (second) return { again: await question(ctx, TEXTS[ctx.locale].oneAtATime) };
        const { roles } = await ctx.portal.access.explain({});
        if (roles.includes(wanted)) throw new CodedError('conflict', 'role_held', { role: wanted });
        return { value: wanted };
      },
      ask: (ctx) => question(ctx),
    }),
  },
  texts: {
    en: {
      confirm: (role: string) => `Ask for ${role}? A manager decides.`,
      yes: 'Ask for the role',
      final: 'A request can’t be called back here. Whoever decides can decline it.',
    },
    pl: {
      confirm: (role: string) => `Poprosić o ${role}? Decyduje osoba z rolą zarządczą.`,
      yes: 'Poproś o rolę',
      final: 'Wysłanej prośby nie można tu wycofać. Osoba decydująca może ją odrzucić.',
    },
  },
  confirm: ({ locale }, { role }, texts) => ({
    text: texts.confirm(theRole(locale, role)),
    shows: { role },
    yes: texts.yes,
  }),
  async run(ctx, { role }, { texts, key }) {
    const request = await ctx.portal.access.request({ key, role });
    return { replies: [requestCard(ctx, request)], undo: { impossible: texts.final } };
  },
});

const TEXTS = {
  en: {
    which: 'Which role would you like?',
    oneAtATime: 'One role at a time, please. Which one first?',
    all: 'You hold every role already.',
  },
  pl: {
    which: 'O którą rolę chcesz poprosić?',
    oneAtATime: 'Proszę o jedną rolę naraz. Która najpierw?',
    all: 'Masz już wszystkie role.',
  },
};

async function question(ctx: Context, why?: string) {
  const { roles: held } = await ctx.portal.access.explain({});
  const all = Object.keys(ROLE_NAMES) as ContactRole[];
  const others = all.filter((role) => !held.includes(role));
  const t = TEXTS[ctx.locale];
  const text = others.length > 0 ? (why ?? t.which) : t.all;
  const buttons = others.map((role) => ({
    label: capitalised(ROLE_NAMES[role][ctx.locale]),
    action: { do: 'fill' as const, slots: { role } },
  }));
  const choices = buttons.length > 0 ? [{ type: 'actions' as const, buttons }] : [];
  return { text, awaiting: 'role' as const, card: { blocks: [{ type: 'text' as const, text }, ...choices] } };
}

const capitalised = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

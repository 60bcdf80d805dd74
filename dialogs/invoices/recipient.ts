import type { Question } from '../../src/kit/dialog.ts';
import type { Localized } from '../../src/lib/locale.ts';
import type { PossibleRecipient } from '../../src/portal/invoices/recipients.ts';
import { type Context, optional } from '../define.ts';

interface RecipientTexts {
  unknown(said: string): string;
  mention: string;
  notAllowed(name: string): string;
  several(said: string): string;
  choose: string;
  you: string;
}

const TEXTS: Localized<RecipientTexts> = {
  en: {
    unknown: (said) => `${said} is nobody in your account, and I can’t send invoices anywhere else.`,
    mention: 'I can’t tell whom you mean by that mention.',
    notAllowed: (name) => `${name} may not see invoices, so I can’t send them there.`,
    several: (said) => `More than one person fits “${said}”.`,
    choose: 'Who should get them?',
    you: 'Me',
  },
  pl: {
    unknown: (said) => `Na Twoim koncie nie ma takiej osoby: ${said}. Nigdzie indziej nie mogę wysłać faktur.`,
    mention: 'Nie wiem, kogo dotyczy ta wzmianka.',
    notAllowed: (name) => `${name} nie ma dostępu do faktur, więc nie mogę ich tam wysłać.`,
    several: (said) => `Do „${said}” pasuje więcej niż jedna osoba.`,
    choose: 'Do kogo je wysłać?',
    you: 'Do mnie',
  },
};

/** Another active contact who may read invoices, named by e-mail or name; nobody said means oneself. */
export const recipientSlot = optional<PossibleRecipient>({
  takes: ['email', 'name', 'mention'],
  async resolve(ctx, { email, name, mention }) {
    const t = TEXTS[ctx.locale];
    const said = email ?? name;
    if (!said) return mention ? { again: await question(ctx, t.mention) } : { missing: true };
    const found = await ctx.portal.invoices.recipients({ who: email ? { email } : { name: said } });
    const allowed = found.filter((person) => person.allowed);
    const [only] = allowed;
    if (only && allowed.length === 1) return { value: only };
    if (only) return { again: await question(ctx, t.several(said), allowed) };
    return { again: await question(ctx, found[0] ? t.notAllowed(found[0].name) : t.unknown(said)) };
  },
});

/** How many people are offered as buttons. */
const OFFERED = 5;

async function question(ctx: Context, why: string, among?: readonly PossibleRecipient[]): Promise<Question> {
  const t = TEXTS[ctx.locale];
  const people = among ?? (await ctx.portal.invoices.recipients({}));
  const buttons = [...people]
    .sort((a, b) => Number(b.isYou) - Number(a.isYou))
    .slice(0, OFFERED)
    .map(({ name, email, isYou }) => ({
      label: isYou ? t.you : `${name} (${email})`,
      action: { do: 'fill' as const, slots: { email } },
    }));
  const text = `${why} ${t.choose}`;
  return {
    text,
    awaiting: 'email',
    card: {
      blocks: [
        { type: 'text', text },
        { type: 'actions', buttons },
      ],
    },
  };
}

import type { Confirmation } from '../../src/kit/dialog.ts';
import type { Localized } from '../../src/lib/locale.ts';
import { ROLE_NAMES, theRole } from '../../src/lib/role-names.ts';
import type { ContactRole } from '../../src/portal/policy.ts';
import type { Context } from '../define.ts';
import { inFull } from './words.ts';

interface Texts {
  left(role: string, people: string): string;
  nobody(role: string): string;
  could(account: string, what: string): string;
  first(role: string): string;
}

const TEXTS: Localized<Texts> = {
  en: {
    left: (role, people) => `${capitalised(role)} would be left with: ${people}.`,
    nobody: (role) => `Nobody would be left with ${role}.`,
    could: (account, what) => `Nobody in ${account} could then: ${what}.`,
    first: (role) => `First give somebody else ${role}`,
  },
  pl: {
    left: (role, people) => `${capitalised(role)} będzie nadal mieć: ${people}.`,
    nobody: (role) => `Nikt nie będzie już mieć roli: ${role}.`,
    could: (account, what) => `Nikt na koncie ${account} nie będzie mógł: ${what}.`,
    first: (role) => `Najpierw nadaj komuś ${role}`,
  },
};

/** So many people are named of those who would be left with a role. */
const NAMED = 5;

const capitalised = (words: string): string => words[0]!.toUpperCase() + words.slice(1);

/** What of a confirmation says who would be left when somebody's roles, or all of the access, are taken. */
interface Leaving extends Required<Pick<Confirmation, 'instead'>> {
  sentences: readonly string[];
  /** For `shows`: another answer is another confirmation. */
  shows: unknown;
}

/** @param roles the ones that stay; left out, the access ends */
export async function whoIsLeft(ctx: Context, contactId: string, roles?: ContactRole[]): Promise<Leaving> {
  const { portal, locale, account } = ctx;
  const t = TEXTS[locale];
  const { lost, nobodyCould } = await portal.users.leaving({ contactId, ...(roles && { roles }) });
  const sentences = lost.map(({ role, left }) => {
    const people = left.slice(0, NAMED).map(inFull).join(', ');
    if (people) return t.left(theRole(locale, role), left.length > NAMED ? `${people}…` : people);
    return t.nobody(locale === 'en' ? theRole(locale, role) : ROLE_NAMES[role].pl);
  });
  const alone = lost.filter(({ left }) => left.length === 0);
  return {
    sentences: nobodyCould.length > 0 ? [...sentences, t.could(account.name, nobodyCould.join('; '))] : sentences,
    shows: lost.map(({ role, left }) => [role, left.map(({ id }) => id)]),
    instead: alone.map(({ role }) => ({
      label: t.first(theRole(locale, role)),
      action: { do: 'start', intent: 'users.role.change', slots: { role } },
    })),
  };
}

import type { Locale, Localized } from './locale.ts';

export type RoleName = 'finance' | 'technical' | 'management';

/** What people call the contact roles; in Polish as said of a role ("rola finansowa"). */
export const ROLE_NAMES: Readonly<Record<RoleName, Localized>> = {
  finance: { en: 'finance', pl: 'finansowa' },
  technical: { en: 'technical', pl: 'techniczna' },
  management: { en: 'management', pl: 'zarządcza' },
};

/** Roles in a sentence: "finance and management", or with `or` "finance or management". */
export function roleNames(locale: Locale, roles: readonly RoleName[], joined: 'and' | 'or' = 'and'): string {
  const type = joined === 'and' ? 'conjunction' : 'disjunction';
  return new Intl.ListFormat(locale, { type }).format(roles.map((role) => ROLE_NAMES[role][locale]));
}

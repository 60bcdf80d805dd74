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

/** As what somebody gets or asks for: "the finance role", "rolę finansową". */
export const theRole = (locale: Locale, role: RoleName): string =>
  locale === 'en' ? `the ${ROLE_NAMES[role].en} role` : `rolę ${inflected(ROLE_NAMES[role].pl)}`;

/** With which somebody is invited: "with the finance and technical roles", "z rolą finansową". */
export function withRoles(locale: Locale, roles: readonly RoleName[], joined: 'and' | 'or' = 'and'): string {
  const names = roleNames(locale, roles, joined);
  const many = roles.length > 1 && joined === 'and';
  if (locale === 'en') return `with the ${names} ${many ? 'roles' : 'role'}`;
  return `z ${many ? 'rolami' : 'rolą'} ${inflected(names)}`;
}

/** Accusative and instrumental of the names, which are the same. */
const inflected = (names: string): string => names.replace(/a\b/g, 'ą');

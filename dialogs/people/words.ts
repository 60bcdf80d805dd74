import { intlTag, type Locale, type Localized } from '../../src/lib/locale.ts';
import { roleNames } from '../../src/lib/role-names.ts';
import type { InvitationView } from '../../src/portal/invitations/view.ts';
import type { PersonView } from '../../src/portal/people/view.ts';

/** "Ewa Lis or Jan Nowak". */
export const anyOf = (locale: Locale, people: readonly { name: string }[]): string =>
  new Intl.ListFormat(intlTag[locale], { type: 'disjunction' }).format(people.map(({ name }) => name));

/** "Maria Nowak (maria@x.example)": how a person is shown before anything is changed. */
export const inFull = ({ name, email }: { name: string; email: string }): string => `${name} (${email})`;

/** Roles as the value of a field: "finance, technical". */
export const rolesOf = (locale: Locale, { roles }: Pick<PersonView, 'roles'>): string =>
  roles.length > 0 ? roles.map((role) => roleNames(locale, [role])).join(', ') : NONE[locale];

const NONE: Localized = { en: 'none', pl: 'brak' };

const STATES: Localized<Record<InvitationView['state'], string>> = {
  en: {
    ...{ waiting: 'waiting for approval', sent: 'sent', accepted: 'accepted' },
    ...{ declined: 'declined', revoked: 'revoked', expired: 'expired' },
  },
  pl: {
    ...{ waiting: 'czeka na zatwierdzenie', sent: 'wysłane', accepted: 'przyjęte' },
    ...{ declined: 'odrzucone', revoked: 'wycofane', expired: 'wygasło' },
  },
};

/** "waiting for approval", "declined (Ewa Lis)". */
export function stateOf(locale: Locale, { state, decidedBy }: InvitationView): string {
  const decided = decidedBy && (state === 'declined' || state === 'revoked' || state === 'sent');
  return decided ? `${STATES[locale][state]} (${BY[locale](decidedBy.name, state)})` : STATES[locale][state];
}

const BY: Localized<(name: string, state: InvitationView['state']) => string> = {
  en: (name, state) => (state === 'sent' ? `approved by ${name}` : `by ${name}`),
  pl: (name, state) => (state === 'sent' ? `zatwierdza: ${name}` : name),
};

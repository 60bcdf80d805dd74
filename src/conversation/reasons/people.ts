import type { Localized } from '../../lib/locale.ts';
import { type ROLE_NAMES, roleNames, theRole } from '../../lib/role-names.ts';

type Details = Readonly<Record<string, unknown>>;

const roles = (locale: 'en' | 'pl', of: unknown): string =>
  roleNames(locale, (of ?? []) as (keyof typeof ROLE_NAMES)[]);
const one = (locale: 'en' | 'pl', role: unknown): string => theRole(locale, role as keyof typeof ROLE_NAMES);
const who = ({ holders }: Details): string =>
  ((holders ?? []) as { name: string }[]).map(({ name }) => name).join(', ');

const ENDED: Localized<Record<string, string>> = {
  en: {
    sent: 'has already been approved and sent',
    approved: 'has already been approved',
    accepted: 'has already been accepted',
    declined: 'has already been declined',
    revoked: 'has already been revoked',
    expired: 'has expired',
    withdrawn: 'has been withdrawn',
    waiting: 'is still waiting',
  },
  pl: {
    sent: 'jest już zatwierdzone i wysłane',
    approved: 'jest już zatwierdzona',
    accepted: 'jest już przyjęte',
    declined: 'jest już odrzucone',
    revoked: 'jest już wycofane',
    expired: 'wygasło',
    withdrawn: 'jest już wycofana',
    waiting: 'wciąż czeka',
  },
};

/** By whom it was decided, where somebody did. */
const by = ({ by, own }: Details, locale: 'en' | 'pl'): string => {
  if (own === true) return locale === 'en' ? ' by you' : ' (przez Ciebie)';
  if (typeof by !== 'string') return '';
  return locale === 'en' ? ` by ${by}` : ` (${by})`;
};

/** Why nothing was done about people, their roles, invitations and role requests. */
export const PEOPLE_REASONS: Record<string, Localized<(details: Details) => string>> = {
  last_manager: {
    en: ({ name }) =>
      `${name} is the account’s last manager, and there must always be one. Nothing was changed. Give somebody else the management role first.`,
    pl: ({ name }) =>
      `${name} to ostatnia osoba z rolą zarządczą na koncie, a jedna musi zostać. Nic się nie zmieniło. Proszę najpierw nadać tę rolę komuś innemu.`,
  },
  last_primary: {
    en: ({ name }) =>
      `${name} is the primary contact of an account without a manager, so the access has to stay. Nothing was changed. Give somebody the management role first.`,
    pl: ({ name }) =>
      `${name} to główna osoba kontaktowa konta, na którym nikt nie ma roli zarządczej, więc ten dostęp musi zostać. Nic się nie zmieniło. Proszę najpierw nadać komuś rolę zarządczą.`,
  },
  own_roles: {
    en: () =>
      'Nobody can give roles to themselves. Nothing was changed. You can ask for the role, and somebody else decides.',
    pl: () => 'Nikt nie może nadać roli sam sobie. Nic się nie zmieniło. Można poprosić o rolę, a zdecyduje ktoś inny.',
  },
  roles_unchanged: {
    en: ({ name, roles: held }) => `${name} has exactly that already: ${roles('en', held)}. Nothing was changed.`,
    pl: ({ name, roles: held }) => `${name} ma już dokładnie takie role: ${roles('pl', held)}. Nic się nie zmieniło.`,
  },
  already_suspended: {
    en: ({ name }) => `${name}’s access is suspended already. Nothing was changed.`,
    pl: ({ name }) => `Dostęp tej osoby (${name}) jest już zawieszony. Nic się nie zmieniło.`,
  },
  not_suspended: {
    en: ({ name }) => `${name}’s access isn’t suspended. Nothing was changed.`,
    pl: ({ name }) => `Dostęp tej osoby (${name}) nie jest zawieszony. Nic się nie zmieniło.`,
  },
  roles_not_held: {
    en: ({ roles: missing, held }) =>
      `You can only invite people with roles you hold yourself (${roles('en', held)}), so not with: ${roles('en', missing)}. Nothing was sent. A manager can invite with any role.`,
    pl: ({ roles: missing, held }) =>
      `Można zapraszać tylko z rolami, które się samemu posiada (${roles('pl', held)}), więc bez roli: ${roles('pl', missing)}. Nic nie zostało wysłane. Z dowolną rolą może zaprosić osoba z rolą zarządczą.`,
  },
  already_has_access: {
    en: ({ name, email, roles: held }) =>
      `${name} (${email}) already has access: ${roles('en', held)}. Nothing was sent or changed.`,
    pl: ({ name, email, roles: held }) =>
      `${name} (${email}) ma już dostęp, role: ${roles('pl', held)}. Nic nie zostało wysłane ani zmienione.`,
  },
  invitee_suspended: {
    en: (d) =>
      `${d.name} (${d.email}) already has an access that is suspended, so an invitation can’t be sent. ${who(d) ? `It can be given back by: ${who(d)}.` : 'Nobody can give it back right now.'}`,
    pl: (d) =>
      `${d.name} (${d.email}) ma już dostęp, ale jest on zawieszony, więc zaproszenia nie można wysłać. ${who(d) ? `Przywrócić go może: ${who(d)}.` : 'W tej chwili nikt nie może go przywrócić.'}`,
  },
  open_invitation: {
    en: ({ email, inviter, state }) =>
      `There’s already an open invitation for ${email}, by ${inviter}; it ${state === 'waiting' ? 'waits for approval' : 'has been sent'}. I didn’t make another one. It can be resent or revoked from the list of invitations.`,
    pl: ({ email, inviter, state }) =>
      `Dla adresu ${email} jest już otwarte zaproszenie (zaprasza: ${inviter}); ${state === 'waiting' ? 'czeka na zatwierdzenie' : 'zostało wysłane'}. Drugie nie powstało. Na liście zaproszeń można je ponowić albo wycofać.`,
  },
  invitation_limit: {
    en: ({ limit }) =>
      `You’ve sent ${limit} invitations in the last 24 hours, which is the most there can be. Nothing was sent; please try again tomorrow.`,
    pl: ({ limit }) =>
      `W ciągu ostatnich 24 godzin wysłano w Twoim imieniu ${limit} zaproszeń, a więcej się nie da. Nic nie zostało wysłane, proszę spróbować jutro.`,
  },
  invitation_ended: {
    en: (d) => `The invitation for ${d.name} ${ENDED.en[String(d.state)]}${by(d, 'en')}. Nothing was changed.`,
    pl: (d) => `Zaproszenie dla: ${d.name} ${ENDED.pl[String(d.state)]}${by(d, 'pl')}. Nic się nie zmieniło.`,
  },
  invitation_waiting: {
    en: ({ name }) =>
      `The invitation for ${name} is still waiting for approval, so there is nothing to resend yet. Nothing was changed.`,
    pl: ({ name }) =>
      `Zaproszenie dla: ${name} wciąż czeka na zatwierdzenie, więc nie ma jeszcze czego ponawiać. Nic się nie zmieniło.`,
  },
  inviter_rights: {
    en: ({ name }) =>
      `Whoever stood behind the invitation for ${name} no longer has the rights it needs. Nothing was sent. It can be revoked and made anew.`,
    pl: ({ name }) =>
      `Osoba, która stała za zaproszeniem dla: ${name}, nie ma już potrzebnych uprawnień. Nic nie zostało wysłane. Można je wycofać i zaprosić na nowo.`,
  },
  invitation_link: {
    en: () =>
      'This link doesn’t work (any more): it may have been used, replaced by a newer one, or run out. Please ask whoever invited you to send a new one.',
    pl: () =>
      'Ten link nie działa: mógł zostać już użyty, zastąpiony nowszym albo wygasnąć. Proszę poprosić osobę zapraszającą o nowy.',
  },
  role_held: {
    en: ({ role }) => `You already have ${one('en', role)}. Nothing was changed.`,
    pl: ({ role }) => `Masz już ${one('pl', role)}. Nic się nie zmieniło.`,
  },
  role_requested: {
    en: (d) =>
      `You’ve already asked for ${one('en', d.role)}, and it still waits${who(d) ? ` for: ${who(d)}` : ''}. I didn’t ask a second time.`,
    pl: (d) =>
      `Prośba o ${one('pl', d.role)} już czeka na decyzję${who(d) ? `; zdecydować może: ${who(d)}` : ''}. Druga nie została wysłana.`,
  },
  role_request_ended: {
    en: (d) => `${d.name}’s request ${ENDED.en[String(d.state)]}${by(d, 'en')}. Nothing was changed.`,
    pl: (d) =>
      `Prośba (${d.name}) ${d.state === 'declined' ? 'jest już odrzucona' : ENDED.pl[String(d.state)]}${by(d, 'pl')}. Nic się nie zmieniło.`,
  },
  requester_gone: {
    en: ({ name }) => `${name} no longer has access, so a role can’t be given. Nothing was changed.`,
    pl: ({ name }) => `${name} nie ma już dostępu, więc nie można nadać roli. Nic się nie zmieniło.`,
  },
};

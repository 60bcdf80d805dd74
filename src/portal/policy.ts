import type { Localized } from '../lib/locale.ts';

export const CONTACT_ROLES = ['finance', 'technical', 'management'] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];

export interface Rule {
  roles: readonly ContactRole[];
  /** Where no manager other than the requester is active, the primary contact, if another person, may too. */
  standIn?: true;
  label: Localized;
}

const everybody = CONTACT_ROLES;

/**
 * Who may do what: the table of PRODUCT.md section 2, as data. The door enforces it, the help menu, "why can't I",
 * the generated documentation and the tests of every role are made from it. Nothing else decides a permission.
 */
export const POLICY = {
  'invoices.read': {
    roles: ['finance', 'management'],
    label: {
      en: 'see, download, e-mail and dispute invoices',
      pl: 'przeglądać, pobierać i reklamować faktury oraz wysyłać je e-mailem',
    },
  },
  'invoices.pay': { roles: ['finance'], label: { en: 'pay invoices', pl: 'płacić faktury' } },
  'payments.read': {
    roles: ['finance', 'management'],
    label: { en: 'see payments made', pl: 'przeglądać historię płatności' },
  },
  'due.read': { roles: everybody, label: { en: 'see payments due', pl: 'przeglądać płatności należne' } },
  'due.pay': {
    roles: ['finance'],
    label: {
      en: 'pay what is due and give another payment method',
      pl: 'opłacać płatności należne i podawać inną metodę płatności',
    },
  },
  'payments.decide': {
    roles: ['management'],
    standIn: true,
    label: {
      en: 'approve or decline payments (never your own)',
      pl: 'zatwierdzać i odrzucać płatności (nigdy własne)',
    },
  },
  'billing.read': {
    roles: ['finance', 'management'],
    label: {
      en: 'see the billing profile and payment methods',
      pl: 'przeglądać profil fakturowania i metody płatności',
    },
  },
  'billing.change': {
    roles: ['finance'],
    label: {
      en: 'change the billing profile and payment methods',
      pl: 'zmieniać profil fakturowania i metody płatności',
    },
  },
  'plans.read': { roles: everybody, label: { en: 'see plans', pl: 'przeglądać plany' } },
  'schedule.download': {
    roles: ['finance', 'management'],
    label: { en: 'download the subscription billing schedule', pl: 'pobierać harmonogram fakturowania subskrypcji' },
  },
  'contracts.read': { roles: everybody, label: { en: 'see contracts', pl: 'przeglądać umowy' } },
  'contracts.renew': {
    roles: ['technical', 'management'],
    label: {
      en: 'renew contracts and switch automatic renewal',
      pl: 'odnawiać umowy i przełączać automatyczne odnawianie',
    },
  },
  'orders.read': {
    roles: ['technical', 'management'],
    label: { en: 'see, track and watch orders', pl: 'przeglądać, śledzić i obserwować zamówienia' },
  },
  'rewards.read': { roles: everybody, label: { en: 'see rewards', pl: 'przeglądać nagrody' } },
  'rewards.redeem': { roles: ['finance', 'management'], label: { en: 'redeem rewards', pl: 'wykorzystywać nagrody' } },
  'users.read': {
    roles: everybody,
    label: { en: 'see who has access, and invitations', pl: 'sprawdzać, kto ma dostęp, i przeglądać zaproszenia' },
  },
  'users.invite': {
    roles: everybody,
    label: {
      en: 'invite colleagues, with roles you hold (management: any)',
      pl: 'zapraszać współpracowników z rolami, które się posiada (zarząd: z dowolną)',
    },
  },
  'invitations.decide': {
    roles: ['management'],
    standIn: true,
    label: {
      en: 'approve or decline invitations (never your own), revoke or resend any',
      pl: 'zatwierdzać i odrzucać zaproszenia (nigdy własne), wycofywać i ponawiać dowolne',
    },
  },
  'invitations.own': {
    roles: everybody,
    label: { en: 'revoke or resend your own invitations', pl: 'wycofywać i ponawiać własne zaproszenia' },
  },
  'users.manage': {
    roles: ['management'],
    standIn: true,
    label: { en: 'change roles, suspend and remove people', pl: 'zmieniać role, zawieszać i usuwać osoby' },
  },
  'audit.own': {
    roles: everybody,
    label: { en: 'see what was done in your name', pl: 'sprawdzać, co zrobiono w Twoim imieniu' },
  },
  'audit.all': {
    roles: ['management'],
    label: { en: 'see the whole audit trail', pl: 'przeglądać cały dziennik zdarzeń' },
  },
  'access.decide': {
    roles: ['management'],
    standIn: true,
    label: {
      en: 'approve or decline role requests (never your own)',
      pl: 'zatwierdzać i odrzucać prośby o role (nigdy własne)',
    },
  },
  own: {
    roles: everybody,
    label: {
      en: 'ask for a role, set your language and notifications, see and end your chat links, switch accounts, talk to a person',
      pl: 'prosić o rolę, ustawiać język i powiadomienia, przeglądać i kończyć połączenia z czatem, przełączać konta, rozmawiać z konsultantem',
    },
  },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof POLICY;
export const PERMISSIONS = Object.keys(POLICY) as Permission[];

/**
 * Whether somebody with these roles holds the permission; `standsIn`: the primary contact of an account in which no
 * other manager is active. Fails closed: no roles, no permission.
 */
export function allows(permission: Permission, roles: ReadonlySet<ContactRole>, standsIn: boolean): boolean {
  const rule: Rule = POLICY[permission];
  return rule.roles.some((role) => roles.has(role)) || (rule.standIn === true && standsIn);
}

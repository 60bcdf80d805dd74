import type { ContactRole } from '../../src/portal/policy.ts';
import { newKey } from '../portal/payments/support.ts';
import type { DemoAccount } from '../support/demonstration.ts';
import type { World } from '../support/portal.ts';
import { type DialogCase, NO_OBJECT, tells } from './every-dialog-case.ts';

/** Has Paweł invite people, who then wait for a manager. */
const invited =
  (...names: string[]) =>
  async (world: World, acme: DemoAccount) => {
    for (const name of names) {
      const email = `${name.toLowerCase().replace(' ', '.')}@acme-polska.example`;
      await world.portalFor(acme, 'pawel').invitations.invite({ key: newKey(), email, name, roles: ['technical'] });
    }
  };

const asked =
  (...asking: (readonly [string, ContactRole])[]) =>
  async (world: World, acme: DemoAccount) => {
    for (const [who, role] of asking) await world.portalFor(acme, who).access.request({ key: newKey(), role });
  };

const personOf = (en: string, pl: string) => ({
  ...{
    says: { en, pl },
    theirs: 'daniel.reyes@northwind-traders.example',
    nobodys: 'daniel.nobody@northwind-traders.example',
  },
});

/** People, invitations, roles, and each person's own things. */
export const PEOPLE: readonly DialogCase[] = [
  tells(
    'users.list',
    'anna',
    { en: 'who has access in our company?', pl: 'kto u nas w firmie ma dostęp?' },
    { en: /Emily Carter/, pl: /Emily Carter/ },
  ),
  {
    ...{ intent: 'users.invite', by: 'magdalena', confirmed: true, foreign: NO_OBJECT },
    says: {
      en: 'invite Vera Moss, vera.moss@acme-polska.example, as finance',
      pl: 'zaproś Vera Moss, vera.moss@acme-polska.example, jako księgowość',
    },
    shows: { en: /Vera Moss/, pl: /Vera Moss/ },
    correction: { says: { en: 'no, technical', pl: 'nie, techniczna' }, shows: { en: /technical/i, pl: /techniczn/i } },
  },
  {
    ...{ intent: 'users.role.change', by: 'magdalena', confirmed: true },
    says: { en: "set Emily Carter's role to finance", pl: 'zmień rolę Emily Carter na finansową' },
    answer: { en: 'finance', pl: 'finansowa' },
    shows: { en: /Emily Carter/, pl: /Emily Carter/ },
    correction: { says: { en: 'no, management', pl: 'nie, zarząd' }, shows: { en: /management/i, pl: /zarząd/i } },
    foreign: personOf('change the role of * to finance', 'zmień rolę * na finansową'),
  },
  {
    ...{ intent: 'users.suspend', by: 'magdalena', confirmed: true },
    says: { en: 'suspend Emily Carter', pl: 'zawieś Emily Carter' },
    shows: { en: /Emily Carter/, pl: /Emily Carter/ },
    correction: {
      says: { en: 'no, Sam Field', pl: 'nie, Sam Field' },
      shows: { en: /Sam Field/, pl: /Sam Field/ },
    },
    foreign: personOf('suspend *', 'zawieś *'),
  },
  {
    ...{ intent: 'users.reinstate', by: 'magdalena', confirmed: true },
    says: { en: 'reinstate Emily Carter', pl: 'przywróć dostęp Emily Carter' },
    shows: { en: /Emily Carter/, pl: /Emily Carter/ },
    correction: { none: 'nobody else is suspended' },
    foreign: personOf('reinstate *', 'przywróć dostęp *'),
  },
  {
    ...{ intent: 'invites.decline', by: 'magdalena', confirmed: true, before: invited('Nora New', 'Olga Orr') },
    says: {
      en: 'decline the invitation of Nora New, we don’t know her',
      pl: 'odrzuć zaproszenie Nora New, bo jej nie znamy',
    },
    shows: { en: /Nora New/, pl: /Nora New/ },
    correction: { says: { en: 'no, Olga Orr', pl: 'nie, Olga Orr' }, shows: { en: /Olga Orr/, pl: /Olga Orr/ } },
    foreign: personOf('decline the invitation of *', 'odrzuć zaproszenie *'),
  },
  {
    ...{ intent: 'invites.approve', by: 'magdalena', confirmed: true, before: invited('Nora New') },
    says: { en: 'approve the invitation of Nora New', pl: 'zatwierdź zaproszenie Nora New' },
    shows: { en: /Nora New/, pl: /Nora New/ },
    correction: { says: { en: 'no, Olga Orr', pl: 'nie, Olga Orr' }, shows: { en: /Olga Orr/, pl: /Olga Orr/ } },
    foreign: personOf('approve the invitation of *', 'zatwierdź zaproszenie *'),
  },
  tells(
    'invites.list',
    'anna',
    { en: 'show invitations', pl: 'pokaż zaproszenia' },
    { en: /Nora New/, pl: /Nora New/ },
  ),
  {
    ...{ intent: 'invites.resend', by: 'magdalena', confirmed: true },
    says: { en: 'send the invitation to Nora New again', pl: 'wyślij ponownie zaproszenie do Nora New' },
    shows: { en: /Nora New/, pl: /Nora New/ },
    correction: { says: { en: 'no, Vera Moss', pl: 'nie, Vera Moss' }, shows: { en: /Vera Moss/, pl: /Vera Moss/ } },
    foreign: personOf('send the invitation to * again', 'wyślij ponownie zaproszenie do *'),
  },
  {
    ...{ intent: 'invites.revoke', by: 'magdalena', confirmed: true },
    says: { en: 'withdraw the invitation of Nora New', pl: 'wycofaj zaproszenie Nora New' },
    shows: { en: /Nora New/, pl: /Nora New/ },
    correction: { says: { en: 'no, Vera Moss', pl: 'nie, Vera Moss' }, shows: { en: /Vera Moss/, pl: /Vera Moss/ } },
    foreign: personOf('withdraw the invitation of *', 'wycofaj zaproszenie *'),
  },
  tells(
    'access.explain',
    'anna',
    { en: 'which role do I have?', pl: 'jaką mam rolę?' },
    { en: /finance/i, pl: /finans/i },
  ),
  {
    ...{ intent: 'access.request', by: 'anna', confirmed: true, foreign: NO_OBJECT },
    says: { en: 'I need the technical role', pl: 'potrzebuję roli technicznej' },
    shows: { en: /technical/i, pl: /techniczn/i },
    correction: { says: { en: 'no, management', pl: 'nie, zarząd' }, shows: { en: /management/i, pl: /zarząd/i } },
  },
  tells(
    'access.list',
    'magdalena',
    { en: 'show role requests', pl: 'pokaż prośby o role' },
    { en: /Anna Kowalska/, pl: /Anna Kowalska/ },
  ),
  {
    ...{ intent: 'access.decline', by: 'magdalena', confirmed: true, before: asked(['pawel', 'finance']) },
    says: {
      en: 'decline Anna Kowalska’s role request, she doesn’t need it',
      pl: 'odrzuć prośbę Anny Kowalskiej o rolę, bo jej nie potrzebuje',
    },
    shows: { en: /Anna Kowalska/, pl: /Anna Kowalska/ },
    correction: {
      says: { en: 'no, Paweł Kruk', pl: 'nie, Paweł Kruk' },
      shows: { en: /Paweł Kruk/, pl: /Paweł Kruk/ },
    },
    foreign: personOf('decline the role request of *', 'odrzuć prośbę o rolę od *'),
  },
  {
    ...{ intent: 'access.approve', by: 'magdalena', confirmed: true, before: asked(['anna', 'technical']) },
    says: { en: 'approve Anna Kowalska’s role request', pl: 'zatwierdź prośbę Anny Kowalskiej o rolę' },
    shows: { en: /Anna Kowalska/, pl: /Anna Kowalska/ },
    correction: {
      says: { en: 'no, Paweł Kruk', pl: 'nie, Paweł Kruk' },
      shows: { en: /Paweł Kruk/, pl: /Paweł Kruk/ },
    },
    foreign: personOf('approve the role request of *', 'zatwierdź prośbę o rolę od *'),
  },
  tells(
    'audit.list',
    'magdalena',
    { en: 'show the audit trail', pl: 'pokaż dziennik zdarzeń' },
    { en: /Anna Kowalska/, pl: /Anna Kowalska/ },
  ),
  tells(
    'account.switch',
    'anna',
    { en: 'switch account', pl: 'przełącz konto' },
    { en: /account/, pl: /kont/ },
    {
      correction: { none: 'somebody of one account has nothing to choose; two-accounts.test.ts has two' },
      open: { none: 'somebody of one account has nothing to choose; two-accounts.test.ts has two' },
    },
  ),
  tells(
    'account.link',
    'anna',
    { en: 'link me to the portal', pl: 'połącz mnie z portalem' },
    { en: /e-mail/, pl: /e-mail/ },
    {
      correction: { none: 'any address is one; links.test.ts and connect.test.ts go on with the code' },
      open: { en: 'link me to the portal', pl: 'połącz mnie z portalem' },
    },
  ),
  tells('links.list', 'anna', { en: 'show my chat links', pl: 'pokaż moje połączenia' }, { en: /link/, pl: /połącz/ }),
  {
    ...{ intent: 'notifications.set', by: 'anna', foreign: NO_OBJECT },
    says: { en: 'turn off reminders about overdue invoices', pl: 'wyłącz przypomnienia o zaległych fakturach' },
    shows: { en: /overdue/, pl: /zaległ/ },
    open: { none: 'is switched at once, and taken back by undo' },
    correction: { none: 'is switched at once, and taken back by undo' },
  },
  {
    ...{ intent: 'notifications.snooze', by: 'anna', foreign: NO_OBJECT },
    says: {
      en: 'snooze reminders about renewals until Monday',
      pl: 'wycisz przypomnienia o odnowieniach do poniedziałku',
    },
    shows: { en: /9 Nov/, pl: /9 lis/ },
    open: { none: 'is put off at once, and taken back by undo' },
    correction: { none: 'is put off at once, and taken back by undo' },
  },
  {
    ...{ intent: 'users.remove', by: 'magdalena', confirmed: true },
    says: { en: 'remove Emily Carter', pl: 'usuń dostęp Emily Carter' },
    shows: { en: /Emily Carter/, pl: /Emily Carter/ },
    correction: {
      says: { en: 'no, Paweł Kruk', pl: 'nie, Paweł Kruk' },
      shows: { en: /Paweł Kruk/, pl: /Paweł Kruk/ },
    },
    foreign: personOf('remove *', 'usuń dostęp *'),
  },
  {
    ...{ intent: 'account.unlink', by: 'pawel', confirmed: true, foreign: NO_OBJECT },
    says: { en: 'unlink me from the portal', pl: 'odłącz mnie od portalu' },
    shows: { en: /connected/, pl: /łącz/ },
    correction: { none: 'there is one chat to unlink; links.test.ts has several' },
  },
  tells(
    'language.set',
    'tomasz',
    { en: 'speak English', pl: 'mów po polsku' },
    { en: /English/, pl: /polsk/ },
    {
      correction: { none: 'is set at once, and taken back by undo' },
      open: { none: 'is set at once, and taken back by undo' },
    },
  ),
];

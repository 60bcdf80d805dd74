import type { Deed } from './audit-deeds-en.ts';
import { aboutSaid } from './notifications-slots.ts';

/** What every recorded action is, in Polish; impersonal, since who did it stands beside it. */
export const DEEDS_PL: Record<string, Deed> = {
  'access.request': { wish: 'prośba o rolę', done: ({ roles }) => `Poproszono o rolę: ${roles}.` },
  'access.approve': {
    wish: 'nadanie roli na prośbę',
    done: ({ of, roles }) => `Nadano rolę na prośbę: ${of}, ${roles}.`,
  },
  'access.decline': {
    wish: 'odrzucenie prośby o rolę',
    done: ({ of, roles, reason }) => `Odrzucono prośbę o rolę: ${of}, ${roles}${reason}.`,
  },
  'access.remind': {
    wish: 'przypomnienie o prośbie o rolę',
    done: ({ of }) => `Przypomniano o prośbie o rolę: ${of}.`,
  },
  'billing.updateContact': {
    wish: 'zmiana kontaktu do fakturowania',
    done: ({ from, to }) => `Zmiana kontaktu do fakturowania. Wcześniej: ${from}, teraz: ${to}.`,
  },
  'billing.addMethod': {
    wish: 'dodanie metody płatności',
    done: () => 'Prośba o stronę do dodania metody płatności.',
  },
  'billing.methodAdded': {
    wish: 'dodanie metody płatności bez uprawnienia lub po czasie',
    done: ({ of }) => `Dodana metoda płatności z końcówką ${of}.`,
  },
  'billing.methodAgain': {
    wish: 'dodanie metody, która już jest na koncie',
    done: ({ of }) => `Metoda płatności z końcówką ${of} została podana ponownie i jest na koncie raz.`,
  },
  'billing.setupEnded': {
    wish: 'zakończenie strony do dodania metody płatności',
    done: () => 'Strona do dodania metody płatności zakończona, nic nie dodano.',
  },
  'billing.removeMethod': {
    wish: 'usunięcie metody płatności',
    done: ({ of, to }) => `Usunięta metoda płatności z końcówką ${of}${to && `; domyślna jest teraz ${to}`}.`,
  },
  'billing.detachMethod': {
    wish: 'usunięcie metody u operatora płatności',
    done: ({ of }) => `Operator płatności usunął metodę z końcówką ${of}.`,
  },
  'billing.setDefault': {
    wish: 'wybór domyślnej metody płatności',
    done: ({ of, from }) => `Domyślna metoda płatności: z końcówką ${of}${from && ` (wcześniej ${from})`}.`,
  },
  'contracts.autoRenewOff': {
    wish: 'wyłączenie automatycznego odnawiania umowy',
    done: ({ of }) => `Wyłączono automatyczne odnawianie umowy ${of}.`,
  },
  'contracts.autoRenewOn': {
    wish: 'włączenie automatycznego odnawiania umowy',
    done: ({ of }) => `Włączono automatyczne odnawianie umowy ${of}.`,
  },
  'contracts.extend': {
    wish: 'przedłużenie umowy',
    done: ({ of }) => `Przedłużono umowę ${of} po opłaceniu odnowienia.`,
  },
  'contracts.renew': {
    wish: 'odnowienie umowy',
    done: ({ of, payment }) => `Dodano odnowienie umowy ${of} do płatności należnych${payment && `: ${payment}`}.`,
  },
  'invitations.invite': { wish: 'zaproszenie', done: ({ of, roles }) => `Zaproszono: ${of}, role: ${roles}.` },
  'invitations.approve': {
    wish: 'zatwierdzenie zaproszenia',
    done: ({ of }) => `Zatwierdzono zaproszenie dla: ${of}.`,
  },
  'invitations.decline': {
    wish: 'odrzucenie zaproszenia',
    done: ({ of, reason }) => `Odrzucono zaproszenie dla: ${of}${reason}.`,
  },
  'invitations.revoke': { wish: 'wycofanie zaproszenia', done: ({ of }) => `Wycofano zaproszenie dla: ${of}.` },
  'invitations.resend': { wish: 'ponowienie zaproszenia', done: ({ of }) => `Ponowiono zaproszenie dla: ${of}.` },
  'invitations.accept': { wish: 'przyjęcie zaproszenia', done: ({ of }) => `Przyjęto zaproszenie dla: ${of}.` },
  'invitations.lapse': { wish: 'zakończenie zaproszenia', done: ({ of }) => `Wygasło zaproszenie dla: ${of}.` },
  'invitations.remind': {
    wish: 'przypomnienie o zaproszeniu',
    done: ({ of }) => `Przypomniano o zaproszeniu dla: ${of}.`,
  },
  'invoices.pdf': { wish: 'pobranie faktury', done: ({ of }) => `Pobrano fakturę ${of}.` },
  'invoices.email': {
    wish: 'wysłanie faktur e-mailem',
    done: ({ of, to }) => `Wysłano e-mailem faktury (${of}) na adres: ${to}.`,
  },
  'invoices.dispute': { wish: 'reklamacja faktury', done: ({ of, reason }) => `Zareklamowano fakturę ${of}${reason}.` },
  'links.askCode': { wish: 'kod do połączenia czatu', done: ({ of }) => `Wysłano kod do połączenia czatu: ${of}.` },
  'links.link': { wish: 'połączenie czatu', done: ({ of }) => `Połączono czat: ${of}.` },
  'links.end': { wish: 'odłączenie czatu', done: ({ of }) => `Odłączono czat: ${of}.` },
  'dues.pay': { wish: 'opłacenie płatności należnej', done: ({ of }) => `Opłacono płatność należną: ${of}.` },
  'orders.book': { wish: 'przyjęcie zamówienia', done: ({ of }) => `Przyjęto zamówienie ${of} po jego opłaceniu.` },
  'orders.watch': { wish: 'obserwowanie zamówienia', done: ({ of }) => `Włączono obserwowanie zamówienia ${of}.` },
  'orders.unwatch': {
    wish: 'koniec obserwowania zamówienia',
    done: ({ of }) => `Wyłączono obserwowanie zamówienia ${of}.`,
  },
  'own.setLanguage': { wish: 'zmiana języka', done: ({ from, to }) => `Zmieniono język z ${from} na ${to}.` },
  'payments.pay': { wish: 'płatność', done: ({ of, payment }) => `Zlecono płatność ${of}: ${payment}.` },
  'payments.approve': { wish: 'zatwierdzenie płatności', done: ({ of }) => `Zatwierdzono płatność ${of}.` },
  'payments.decline': { wish: 'odrzucenie płatności', done: ({ of, reason }) => `Odrzucono płatność ${of}${reason}.` },
  'payments.withdraw': { wish: 'wycofanie płatności', done: ({ of }) => `Wycofano płatność ${of}.` },
  'payments.settle': {
    wish: 'rozliczenie płatności',
    done: ({ of, state, reason }) => `Nowy stan płatności ${of}: ${state}${reason}.`,
  },
  'payments.lapse': { wish: 'zakończenie płatności', done: ({ of, reason }) => `Płatność ${of} wygasła${reason}.` },
  'payments.remind': {
    wish: 'przypomnienie o płatności',
    done: ({ of }) => `Przypomniano o płatności ${of}, która czeka na zatwierdzenie.`,
  },
  'payments.second_charge': {
    wish: 'drugie obciążenie',
    done: ({ of }) => `Zgłoszono drugie obciążenie za płatność ${of}; sprawa jest wyjaśniana.`,
  },
  'rewards.redeem': { wish: 'wykorzystanie nagród', done: ({ payment }) => `Wykorzystano nagrody: ${payment}.` },
  'plans.schedule': {
    wish: 'pobranie harmonogramu fakturowania subskrypcji',
    done: ({ of }) => `Pobrano harmonogram fakturowania subskrypcji (${of}).`,
  },
  'reminders.switchOn': {
    wish: 'włączenie przypomnień',
    done: ({ of }) => `Włączono przypomnienia${aboutSaid('pl', of)}.`,
  },
  'reminders.switchOff': {
    wish: 'wyłączenie przypomnień',
    done: ({ of }) => `Wyłączono przypomnienia${aboutSaid('pl', of)}.`,
  },
  'reminders.snooze': {
    wish: 'odłożenie przypomnień',
    done: ({ of, to }) => `Odłożono przypomnienia${aboutSaid('pl', of)}${to && ` do ${to}`}.`,
  },
  'reminders.restore': {
    wish: 'przywrócenie ustawień przypomnień',
    done: ({ of }) => `Przywrócono poprzednie ustawienia przypomnień${aboutSaid('pl', of)}.`,
  },
  'support.handover': {
    wish: 'rozmowa z konsultantem',
    done: ({ of }) => `Poproszono o kontakt z konsultantem: sprawa ${of}.`,
  },
  'support.add': { wish: 'uzupełnienie sprawy', done: ({ of }) => `Uzupełniono sprawę ${of}.` },
  'tenants.allow': { wish: 'dopuszczenie czatu', done: () => 'Dopuszczono przestrzeń czatu do konta.' },
  'tenants.forbid': { wish: 'wycofanie zgody na czat', done: () => 'Wycofano dostęp przestrzeni czatu do konta.' },
  'users.changeRoles': {
    wish: 'zmiana ról',
    done: ({ of, before, after }) => `Zmieniono role: ${of}, z: ${before || 'brak'}, na: ${after}.`,
  },
  'users.suspend': { wish: 'zawieszenie dostępu', done: ({ of }) => `Zawieszono dostęp: ${of}.` },
  'users.reinstate': { wish: 'przywrócenie dostępu', done: ({ of }) => `Przywrócono dostęp: ${of}.` },
  'users.remove': { wish: 'usunięcie osoby', done: ({ of }) => `Usunięto z konta: ${of}.` },
};

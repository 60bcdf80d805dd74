import { newKey, payFor } from '../portal/payments/support.ts';
import type { DemoAccount } from '../support/demonstration.ts';
import type { World } from '../support/portal.ts';
import { type DialogCase, NO_OBJECT, tells } from './every-dialog-case.ts';

/** Has Anna pay so much that it waits for a manager. */
const waits = (number: string, amount: string) => async (world: World, acme: DemoAccount) => {
  const invoice = await acme.idOf('invoice', 'number', number);
  const method = { id: await acme.idOf('payment_method', 'last4', '4242') };
  await payFor(world.portalFor(acme, 'anna'), { [invoice]: { amount, currency: 'PLN' } }, method, newKey());
};

const invoiceOf = (en: string, pl: string) => ({ says: { en, pl }, theirs: 'INV-2207', nobodys: 'INV-9907' });

/** Invoices, payments and what is due. */
export const MONEY: readonly DialogCase[] = [
  tells(...(['invoices.list', 'anna', { en: 'show my overdue invoices', pl: 'pokaż zaległe faktury' }] as const), {
    en: /overdue invoices/,
    pl: /zaległ/,
  }),
  {
    ...{ intent: 'invoices.show', by: 'anna', says: { en: 'show invoice 123', pl: 'pokaż fakturę 123' } },
    shows: { en: /123/, pl: /123/ },
    open: { en: 'show invoice 99999', pl: 'pokaż fakturę 99999' },
    correction: { says: { en: 'no, 124', pl: 'nie, 124' }, shows: { en: /124/, pl: /124/ } },
    foreign: invoiceOf('show invoice *', 'pokaż fakturę *'),
  },
  {
    ...{ intent: 'invoices.download', by: 'anna', says: { en: 'download invoice 123', pl: 'pobierz fakturę 123' } },
    shows: { en: /123/, pl: /123/ },
    open: { en: 'download invoice 99999', pl: 'pobierz fakturę 99999' },
    correction: { says: { en: 'no, 124', pl: 'nie, 124' }, shows: { en: /124/, pl: /124/ } },
    foreign: invoiceOf('download invoice *', 'pobierz fakturę *'),
  },
  {
    ...{ intent: 'invoices.email', by: 'anna', confirmed: true },
    says: {
      en: 'e-mail invoice 123 to Tomasz Wróbel',
      pl: 'wyślij mailem fakturę 123 do Tomasza Wróbla',
    },
    shows: { en: /tomasz\.wrobel@/, pl: /tomasz\.wrobel@/ },
    correction: { says: { en: 'no, invoice 124', pl: 'nie, fakturę 124' }, shows: { en: /124/, pl: /124/ } },
    foreign: invoiceOf('e-mail me invoice *', 'wyślij mi fakturę * mailem'),
  },
  {
    ...{ intent: 'invoices.pay', by: 'anna', confirmed: true },
    says: { en: 'pay invoice 123', pl: 'zapłać fakturę 123' },
    shows: { en: /123/, pl: /123/ },
    correction: { says: { en: 'no, 124', pl: 'nie, 124' }, shows: { en: /124/, pl: /124/ } },
    foreign: invoiceOf('pay invoice *', 'zapłać fakturę *'),
  },
  {
    ...{ intent: 'invoices.dispute', by: 'anna', confirmed: true },
    says: {
      en: 'dispute invoice INV-1039 because the price is wrong',
      pl: 'zakwestionuj fakturę INV-1039, bo cena jest zła',
    },
    shows: { en: /C-\d+/, pl: /C-\d+/ },
    correction: { says: { en: 'no, invoice 124', pl: 'nie, fakturę 124' }, shows: { en: /124/, pl: /124/ } },
    foreign: invoiceOf('dispute invoice *, the price is wrong', 'zakwestionuj fakturę *, bo cena jest zła'),
  },
  {
    ...{ intent: 'rewards.redeem', by: 'anna', confirmed: true },
    says: { en: 'use rewards on invoice 124', pl: 'użyj nagród na fakturę 124' },
    shows: { en: /124/, pl: /124/ },
    correction: {
      says: { en: 'no, PLN 100.00', pl: 'nie, 100,00 zł' },
      shows: { en: /100\.00/, pl: /100,00/ },
    },
    foreign: invoiceOf('use rewards on invoice *', 'użyj nagród na fakturę *'),
  },
  tells('rewards.show', 'anna', { en: 'how many rewards do we have', pl: 'ile mamy nagród' }, { en: /PLN/, pl: /zł/ }),
  tells(...(['payments.due.list', 'anna', { en: 'show payments due', pl: 'pokaż płatności należne' }] as const), {
    en: /due/,
    pl: /należn/,
  }),
  {
    ...{ intent: 'payments.due.pay', by: 'anna', confirmed: true },
    says: { en: 'pay for order 88019', pl: 'zapłać za zamówienie 88019' },
    shows: { en: /88019/, pl: /88019/ },
    correction: { says: { en: 'no, contract S-310', pl: 'nie, umowę S-310' }, shows: { en: /S-310/, pl: /S-310/ } },
    foreign: {
      says: { en: 'pay the renewal of contract *', pl: 'zapłać za odnowienie umowy *' },
      ...{ theirs: 'S-118', nobodys: 'S-918' },
    },
  },
  {
    ...{ intent: 'payments.decline', by: 'magdalena', confirmed: true },
    async before(world, acme) {
      await waits('INV-1042', '25000.00')(world, acme);
      await waits('FV/2026/10/041', '100.00')(world, acme);
    },
    says: {
      en: 'decline the payment for invoice FV/2026/10/041 because it is not ours',
      pl: 'odrzuć płatność za fakturę FV/2026/10/041, bo nie jest nasza',
    },
    shows: { en: /[Dd]eclined/, pl: /[Oo]drzuc/ },
    correction: {
      says: { en: 'no, invoice INV-1042', pl: 'nie, za fakturę INV-1042' },
      shows: { en: /INV-1042/, pl: /INV-1042/ },
    },
    foreign: invoiceOf('decline the payment for invoice *', 'odrzuć płatność za fakturę *'),
  },
  {
    ...{ intent: 'payments.approve', by: 'magdalena', confirmed: true, before: waits('FV/2026/10/041', '100.00') },
    says: { en: 'approve the payment for invoice INV-1042', pl: 'zatwierdź płatność za fakturę INV-1042' },
    shows: { en: /[Aa]pproved/, pl: /[Zz]atwierdz/ },
    correction: {
      says: { en: 'no, invoice FV/2026/10/041', pl: 'nie, za fakturę FV/2026/10/041' },
      shows: { en: /FV\/2026\/10\/041/, pl: /FV\/2026\/10\/041/ },
    },
    foreign: invoiceOf('approve the payment for invoice *', 'zatwierdź płatność za fakturę *'),
  },
  {
    ...{ intent: 'payments.withdraw', by: 'anna', confirmed: true, before: waits('FV/2026/10/038', '10.00') },
    says: {
      en: 'withdraw my payment for invoice FV/2026/10/041',
      pl: 'wycofaj moją płatność za fakturę FV/2026/10/041',
    },
    shows: { en: /withdr/, pl: /wycof/ },
    correction: {
      says: { en: 'no, invoice FV/2026/10/038', pl: 'nie, za fakturę FV/2026/10/038' },
      shows: { en: /FV\/2026\/10\/038/, pl: /FV\/2026\/10\/038/ },
    },
    foreign: invoiceOf('withdraw my payment for invoice *', 'wycofaj moją płatność za fakturę *'),
  },
  tells('payments.list', 'anna', { en: 'show my payments', pl: 'pokaż moje płatności' }, { en: /P-10/, pl: /P-10/ }),
  tells(
    'billing.profile.show',
    'anna',
    { en: 'show the billing profile', pl: 'pokaż profil fakturowania' },
    { en: /Anna Kowalska/, pl: /Anna Kowalska/ },
  ),
  {
    ...{ intent: 'billing.contact.update', by: 'anna', confirmed: true, foreign: NO_OBJECT },
    says: {
      en: 'change the billing contact to John Smith',
      pl: 'zmień osobę do kontaktu w fakturowaniu na Jana Nowaka',
    },
    shows: { en: /John Smith/, pl: /Jan/ },
    correction: {
      says: { en: 'no, Peter Brown', pl: 'nie, Piotr Zieliński' },
      shows: { en: /Peter Brown/, pl: /Piotr/ },
    },
  },
  tells(
    'billing.methods.list',
    'anna',
    { en: 'show payment methods', pl: 'pokaż metody płatności' },
    { en: /4242/, pl: /4242/ },
  ),
  tells(
    'billing.methods.add',
    'anna',
    { en: 'add a card', pl: 'dodaj kartę' },
    { en: /page/, pl: /stron/ },
    {
      correction: { none: 'what is added is said on the provider’s page' },
      open: { none: 'the page is opened at once' },
    },
  ),
  {
    ...{ intent: 'billing.methods.default', by: 'anna', confirmed: true },
    says: { en: 'make 3821 the default method', pl: 'ustaw 3821 jako domyślną metodę' },
    shows: { en: /3821/, pl: /3821/ },
    correction: { says: { en: 'no, 0002', pl: 'nie, 0002' }, shows: { en: /0002/, pl: /0002/ } },
    foreign: {
      says: { en: 'make * the default method', pl: 'ustaw * jako domyślną metodę' },
      theirs: '1005',
      nobodys: '1995',
    },
  },
  {
    ...{ intent: 'billing.methods.remove', by: 'anna', confirmed: true },
    says: { en: 'remove the card ending 0002', pl: 'usuń kartę 0002' },
    shows: { en: /0002/, pl: /0002/ },
    correction: { says: { en: 'no, 4444', pl: 'nie, 4444' }, shows: { en: /4444/, pl: /4444/ } },
    foreign: { says: { en: 'remove the card ending *', pl: 'usuń kartę *' }, theirs: '1005', nobodys: '1995' },
  },
];

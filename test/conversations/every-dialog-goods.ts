import { type DialogCase, NO_OBJECT, tells } from './every-dialog-case.ts';

const contractOf = (en: string, pl: string) => ({ says: { en, pl }, theirs: 'S-118', nobodys: 'S-918' });
const orderOf = (en: string, pl: string) => ({ says: { en, pl }, theirs: '45101', nobodys: '45991' });

/** Plans, contracts, orders, help and courtesies. */
export const GOODS: readonly DialogCase[] = [
  tells('plans.list', 'emily', { en: 'show our plans', pl: 'pokaż nasze plany' }, { en: /plan/, pl: /plan/ }),
  tells(
    ...(['billing.schedule.download', 'anna'] as const),
    { en: 'download the billing schedule as csv', pl: 'pobierz harmonogram fakturowania jako csv' },
    { en: /schedule/, pl: /harmonogram/i },
    {
      open: { en: 'download the billing schedule', pl: 'pobierz harmonogram fakturowania' },
      correction: { says: { en: 'as pdf', pl: 'jako pdf' }, shows: { en: /schedule/, pl: /harmonogram/i } },
      foreign: NO_OBJECT,
    },
  ),
  tells('contracts.list', 'emily', { en: 'show our contracts', pl: 'pokaż umowy' }, { en: /contracts/, pl: /um[óo]w/ }),
  {
    ...{ intent: 'contracts.show', by: 'emily', says: { en: 'show contract S-310', pl: 'pokaż umowę S-310' } },
    shows: { en: /S-310/, pl: /S-310/ },
    open: { en: 'show contract S-999', pl: 'pokaż umowę S-999' },
    correction: { says: { en: 'no, S-322', pl: 'nie, S-322' }, shows: { en: /S-322/, pl: /S-322/ } },
    foreign: contractOf('show contract *', 'pokaż umowę *'),
  },
  {
    ...{ intent: 'contracts.renew', by: 'emily', confirmed: true },
    says: { en: 'renew contract S-322', pl: 'odnów umowę S-322' },
    shows: { en: /S-322/, pl: /S-322/ },
    correction: { says: { en: 'no, contract S-310', pl: 'nie, umowę S-310' }, shows: { en: /S-310/, pl: /S-310/ } },
    foreign: contractOf('renew contract *', 'odnów umowę *'),
  },
  {
    ...{ intent: 'contracts.autorenew', by: 'emily', confirmed: true },
    says: { en: 'turn off automatic renewal of U-205', pl: 'wyłącz automatyczne odnawianie umowy U-205' },
    shows: { en: /U-205/, pl: /U-205/ },
    correction: { says: { en: 'no, contract S-322', pl: 'nie, umowy S-322' }, shows: { en: /S-322/, pl: /S-322/ } },
    foreign: contractOf('turn off automatic renewal of contract *', 'wyłącz automatyczne odnawianie umowy *'),
  },
  tells('orders.list', 'emily', { en: 'show our orders', pl: 'pokaż zamówienia' }, { en: /orders/, pl: /zamówie/ }),
  {
    ...{
      intent: 'orders.track',
      by: 'emily',
      says: { en: 'where is order 88012?', pl: 'gdzie jest zamówienie 88012?' },
    },
    shows: { en: /88012/, pl: /88012/ },
    open: { en: 'where is order 99999?', pl: 'gdzie jest zamówienie 99999?' },
    correction: { says: { en: 'no, order 88015', pl: 'nie, zamówienie 88015' }, shows: { en: /88015/, pl: /88015/ } },
    foreign: orderOf('where is order *?', 'gdzie jest zamówienie *?'),
  },
  {
    ...{ intent: 'orders.watch', by: 'emily', says: { en: 'watch order 88012', pl: 'obserwuj zamówienie 88012' } },
    shows: { en: /88012/, pl: /88012/ },
    open: { en: 'watch order 99999', pl: 'obserwuj zamówienie 99999' },
    correction: { says: { en: 'no, order 88015', pl: 'nie, zamówienie 88015' }, shows: { en: /88015/, pl: /88015/ } },
    foreign: orderOf('watch order *', 'obserwuj zamówienie *'),
  },
  tells('help.menu', 'emily', { en: 'what can you do?', pl: 'co potrafisz?' }, { en: /./, pl: /./ }),
  tells(
    'help.ask',
    'emily',
    { en: 'how do I pay an invoice?', pl: 'jak zapłacić fakturę?' },
    { en: /pay/i, pl: /płac/i },
  ),
  tells(
    'human.handover',
    'emily',
    { en: 'I want to talk to a person', pl: 'chcę porozmawiać z konsultantem' },
    { en: /C-\d+/, pl: /C-\d+/ },
  ),
  tells('smalltalk.greet', 'emily', { en: 'hello', pl: 'dzień dobry' }, { en: /./, pl: /./ }),
  tells('smalltalk.thanks', 'emily', { en: 'thank you', pl: 'dziękuję' }, { en: /./, pl: /./ }),
  tells('smalltalk.bye', 'emily', { en: 'goodbye', pl: 'do widzenia' }, { en: /./, pl: /./ }),
];

import { addDays, type IsoDate } from '../lib/dates.ts';
import { ADVISER } from './adviser.ts';

const account = 'ACME';
export const at = (name: string) => `${name}@acme-polska.example`;

/** Acme Polska's people: two managers, one of them in finance too; Paweł Kruk is the primary contact. */
export function acmePeople(today: IsoDate) {
  const day = (days: number) => addDays(today, days);
  return {
    orderingDocuments: [
      {
        id: 'ACME-Q-118',
        account,
        number: 'Q-118',
        kind: 'quote',
        issuedOn: day(-730),
        primaryEmail: at('pawel.kruk'),
        finance: [at('anna.kowalska')],
        management: [at('magdalena.zielinska')],
      },
      {
        id: 'ACME-88007',
        account,
        number: '88007',
        kind: 'order',
        issuedOn: day(-64),
        primaryEmail: at('pawel.kruk'),
        finance: [at('tomasz.wrobel')],
        technical: [at('emily.carter')],
        management: [at('tomasz.wrobel')],
      },
    ],
    contacts: [
      {
        account,
        email: at('anna.kowalska'),
        name: 'Anna Kowalska',
        timeZone: 'Europe/Warsaw',
        phone: '+48 22 555 01 23',
      },
      { account, email: at('pawel.kruk'), name: 'Paweł Kruk', locale: 'pl', timeZone: 'Europe/Warsaw' },
      {
        account,
        email: at('magdalena.zielinska'),
        name: 'Magdalena Zielińska',
        timeZone: 'Europe/Warsaw',
      },
      { account, email: at('tomasz.wrobel'), name: 'Tomasz Wróbel', locale: 'pl', timeZone: 'Europe/Warsaw' },
      { account, email: at('emily.carter'), name: 'Emily Carter', locale: 'en', timeZone: 'Europe/Warsaw' },
      { account, ...ADVISER, roles: ['finance'] },
    ],
  };
}

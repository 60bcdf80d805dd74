import type { ContractFilter } from '../../src/lib/contract-words.ts';
import { counted, type Localized } from '../../src/lib/locale.ts';

export interface ListTexts {
  title: Record<ContractFilter, string>;
  /** @param worth amounts */
  summary(status: ContractFilter, count: number, worth: string): string;
  empty: Record<ContractFilter, string>;
  goesOn(title: string): string;
  more: string;
  all: string;
}

/** "3 active contracts"; in Polish in the accusative, as after "masz". */
const CONTRACTS: Record<ContractFilter, Parameters<typeof counted>[2]> = {
  active: forms('active ', ['aktywną umowę', 'aktywne umowy', 'aktywnych umów']),
  expiring: forms('expiring ', ['wygasającą umowę', 'wygasające umowy', 'wygasających umów']),
  expired: forms('expired ', ['wygasłą umowę', 'wygasłe umowy', 'wygasłych umów']),
  all: forms('', ['umowę', 'umowy', 'umów']),
};

function forms(en: string, [one, few, many]: readonly [string, string, string]) {
  return { en: { one: `${en}contract`, other: `${en}contracts` }, pl: { one, few, many, other: few } };
}

export const listTexts: Localized<ListTexts> = {
  en: {
    title: {
      active: 'Active contracts',
      expiring: 'Contracts expiring within 90 days',
      expired: 'Expired contracts',
      all: 'All contracts',
    },
    summary(status, count, worth) {
      const when = status === 'expiring' ? ' (within 90 days)' : '';
      return `You have ${counted('en', count, CONTRACTS[status])}${when}, worth ${worth}.`;
    },
    empty: {
      active: 'There are no active contracts in your account.',
      expiring: 'No contract expires within the next 90 days.',
      expired: 'No contract of your account has expired.',
      all: 'There are no contracts in your account.',
    },
    goesOn: (title) => `${title}, continued:`,
    more: 'Show more',
    all: 'Show all contracts',
  },
  pl: {
    title: {
      active: 'Aktywne umowy',
      expiring: 'Umowy wygasające w ciągu 90 dni',
      expired: 'Wygasłe umowy',
      all: 'Wszystkie umowy',
    },
    summary(status, count, worth) {
      const when = status === 'expiring' ? ' (w ciągu 90 dni)' : '';
      return `Masz ${counted('pl', count, CONTRACTS[status])}${when}, wartość: ${worth}.`;
    },
    empty: {
      active: 'Na Twoim koncie nie ma aktywnych umów.',
      expiring: 'W ciągu najbliższych 90 dni nie wygasa żadna umowa.',
      expired: 'Na Twoim koncie nie ma wygasłych umów.',
      all: 'Na Twoim koncie nie ma umów.',
    },
    goesOn: (title) => `${title}, ciąg dalszy:`,
    more: 'Pokaż więcej',
    all: 'Pokaż wszystkie umowy',
  },
};

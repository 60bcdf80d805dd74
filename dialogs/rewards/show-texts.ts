import type { Localized } from '../../src/lib/locale.ts';

type Label =
  | ('title' | 'balance' | 'earned' | 'redeemed' | 'reserved' | 'expired' | 'rate')
  | ('source' | 'earnedOn' | 'until' | 'left' | 'noEnd')
  | ('redemption' | 'invoice' | 'when' | 'amount' | 'underWay' | 'use' | 'invoices' | 'more' | 'goesOn');

export interface ShowTexts extends Record<Label, string> {
  /** @param balances amounts that can be used now */
  summary(balances: string): string;
  /** @param date the last day it can be used on */
  next(amount: string, date: string): string;
  none: string;
  nothingLeft: string;
}

export const showTexts: Localized<ShowTexts> = {
  en: {
    title: 'Rewards',
    summary: (balances) => `You have ${balances} in rewards.`,
    next: (amount, date) => `The first to expire: ${amount}, to be used by ${date}.`,
    none: 'Your account has no rewards yet. They appear here once you have earned some.',
    nothingLeft: 'There are no rewards left to use in your account.',
    ...{ balance: 'To use now', earned: 'Earned', redeemed: 'Redeemed', reserved: 'Reserved by payments' },
    ...{ expired: 'Expired unused', rate: 'A point is worth', source: 'Earned for', earnedOn: 'Earned on' },
    ...{ until: 'Use by', left: 'Left', noEnd: 'no expiry', redemption: 'Redemption', invoice: 'Invoice' },
    ...{ when: 'When and who', amount: 'Amount', underWay: 'payment under way' },
    ...{ use: 'Use on an invoice', invoices: 'Latest redemptions', more: 'Show more', goesOn: 'Rewards, continued:' },
  },
  pl: {
    title: 'Nagrody',
    summary: (balances) => `Saldo nagród do wykorzystania: ${balances}.`,
    next: (amount, date) => `Najwcześniej wygasa ${amount}, termin ważności: ${date}.`,
    none: 'Na Twoim koncie nie ma jeszcze nagród. Pojawią się tutaj, gdy zostaną naliczone.',
    nothingLeft: 'Na Twoim koncie nie ma teraz nagród do wykorzystania.',
    ...{ balance: 'Do wykorzystania', earned: 'Naliczone', redeemed: 'Wykorzystane' },
    ...{ reserved: 'Zarezerwowane w płatnościach', expired: 'Przepadły niewykorzystane', rate: 'Wartość punktu' },
    ...{ source: 'Za co', earnedOn: 'Naliczono', until: 'Ważne do', left: 'Zostało', noEnd: 'bezterminowo' },
    ...{ redemption: 'Wykorzystanie', invoice: 'Faktura', when: 'Kiedy i kto', amount: 'Kwota' },
    ...{
      underWay: 'płatność w toku',
      use: 'Wykorzystaj na fakturę',
      invoices: 'Ostatnio wykorzystane',
      more: 'Pokaż więcej',
      goesOn: 'Nagrody, ciąg dalszy:',
    },
  },
};

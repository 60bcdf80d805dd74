import { invoiceType } from '../../lib/invoice-words.ts';
import type { Localized } from '../../lib/locale.ts';
import { type Money, showMoney } from '../../lib/money.ts';

type Details = Readonly<Record<string, unknown>>;

/** Why no rewards were used. */
export const REWARD_REASONS: Record<string, Localized<(details: Details) => string>> = {
  not_support: {
    en: ({ number, type }) =>
      `Rewards can be used on support invoices only, and invoice ${number} is of another type (${invoiceType('en', String(type))}). Nothing was used; please choose a support invoice.`,
    pl: ({ number, type }) =>
      `Nagrody można wykorzystać tylko na faktury za asystę techniczną, a faktura ${number} jest innego rodzaju (${invoiceType('pl', String(type))}). Nic nie zostało wykorzystane; proszę wybrać fakturę za asystę.`,
  },
  no_rewards: {
    en: ({ number, currency }) =>
      `There are no rewards in ${currency} to use, and invoice ${number} takes no others. Nothing was used. “Show rewards” tells what there is.`,
    pl: ({ number, currency }) =>
      `Nie ma nagród w walucie ${currency}, a do faktury ${number} pasują tylko takie. Nic nie zostało wykorzystane. Saldo pokaże „pokaż nagrody”.`,
  },
  pre_tax_covered: {
    en: ({ number }) =>
      `Rewards cover only the part of an invoice before tax, and of invoice ${number} that part is covered already. Nothing was used; the rest can be paid.`,
    pl: ({ number }) =>
      `Nagrody pokrywają tylko kwotę netto faktury, a na fakturze ${number} jest ona już pokryta. Nic nie zostało wykorzystane; resztę można zapłacić.`,
  },
  more_than_redeemable: {
    en: ({ number, most }) =>
      `That’s more than rewards can cover on invoice ${number}: at most ${showMoney('en', most as Money)}. Nothing was used; please give a smaller amount.`,
    pl: ({ number, most }) =>
      `To więcej, niż nagrody mogą pokryć na fakturze ${number} (najwyżej ${showMoney('pl', most as Money)}). Nic nie zostało wykorzystane; proszę podać mniejszą kwotę.`,
  },
  no_points: {
    en: ({ currency }) =>
      `Rewards in ${currency} are counted in money here, not in points. Nothing was used; please give the amount in ${currency}.`,
    pl: ({ currency }) =>
      `Nagrody w walucie ${currency} są tu liczone w pieniądzach, nie w punktach. Nic nie zostało wykorzystane; proszę podać kwotę w ${currency}.`,
  },
  rewards_changed: {
    en: () =>
      'The rewards or the invoice changed just now, so nothing was used. Please ask again to see how they stand.',
    pl: () =>
      'Nagrody lub faktura właśnie się zmieniły, więc nic nie zostało wykorzystane. Proszę zapytać jeszcze raz, aby zobaczyć aktualny stan.',
  },
};

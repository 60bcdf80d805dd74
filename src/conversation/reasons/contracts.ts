import { type IsoDate, showDate } from '../../lib/dates.ts';
import { counted, type Localized } from '../../lib/locale.ts';

type Details = Readonly<Record<string, unknown>>;

const CHARGES = {
  en: { one: 'charge', other: 'charges' },
  // "więcej niż 1 opłata, 2 opłaty, 5 opłat"
  pl: { one: 'opłata', few: 'opłaty', many: 'opłat', other: 'opłaty' },
} as const;

/** Why a contract could not be renewed or switched, or a schedule not be made. */
export const CONTRACT_REASONS: Record<string, Localized<(details: Details) => string>> = {
  not_support: {
    en: ({ number }) =>
      `Contract ${number} is a subscription: only support contracts are renewed this way. Nothing was changed; you can turn its automatic renewal on.`,
    pl: ({ number }) =>
      `Umowa ${number} to subskrypcja, a w ten sposób odnawia się tylko umowy asysty technicznej. Nic się nie zmieniło; można włączyć jej automatyczne odnawianie.`,
  },
  nothing_to_renew: {
    en: ({ number }) =>
      `Contract ${number} has no value, so there is nothing to pay for its renewal. Nothing was changed; ask to talk to a person to renew it.`,
    pl: ({ number }) =>
      `Umowa ${number} nie ma wartości, więc za jej odnowienie nie ma czego zapłacić. Nic się nie zmieniło; aby ją odnowić, proszę poprosić o rozmowę z konsultantem.`,
  },
  contract_lapsed: {
    en: ({ number, endsOn }) =>
      `Contract ${number} expired on ${showDate('en', endsOn as IsoDate)}, too long ago to be renewed here. Nothing was changed; ask to talk to a person about a new one.`,
    pl: ({ number, endsOn }) =>
      `Umowa ${number} wygasła ${showDate('pl', endsOn as IsoDate)}, zbyt dawno, aby ją tu odnowić. Nic się nie zmieniło; w sprawie nowej umowy proszę poprosić o rozmowę z konsultantem.`,
  },
  contract_changed: {
    en: ({ number }) =>
      `Contract ${number} has changed in the meantime, so it was not renewed. Please look at it again and repeat it.`,
    pl: ({ number }) =>
      `Umowa ${number} zmieniła się w międzyczasie, więc nie została odnowiona. Proszę spojrzeć na nią jeszcze raz i powtórzyć.`,
  },
  too_many_charges: {
    en: ({ most }) =>
      `That’s more than ${counted('en', Number(most), CHARGES)}. No file was made; please ask for a shorter period.`,
    pl: ({ most }) =>
      `To więcej niż ${counted('pl', Number(most), CHARGES)}. Plik nie powstał; proszę podać krótszy okres.`,
  },
  contract_expired: {
    en: ({ number, endsOn }) =>
      `Contract ${number} expired on ${showDate('en', endsOn as IsoDate)}, so its automatic renewal can’t be changed any more. Nothing was changed; a support contract can be renewed for 90 days after its end.`,
    pl: ({ number, endsOn }) =>
      `Umowa ${number} wygasła ${showDate('pl', endsOn as IsoDate)}, więc jej automatycznego odnawiania nie można już zmienić. Nic się nie zmieniło; umowę asysty technicznej można odnowić do 90 dni po jej końcu.`,
  },
};

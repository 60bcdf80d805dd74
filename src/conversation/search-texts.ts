import type { Localized } from '../lib/locale.ts';

/** Why nothing is looked for. What leads on from there happens in the person's own chat, where nobody reads along. */
export const SEARCH_TEXTS: Localized<{ notLinked: string; whichAccount: string; cardNumber: string }> = {
  en: {
    notLinked: 'I don’t know you yet. Write “hello” to this app in its personal chat to connect; then search again.',
    whichAccount:
      'You have access to several accounts. Write to this app in its personal chat which one you work for; then search again.',
    cardNumber:
      'That looks like a card number, so nothing was looked up or kept. Please search by an invoice’s number.',
  },
  pl: {
    notLinked:
      'Jeszcze się nie znamy. Napisz „cześć” do tej aplikacji na czacie osobistym, aby połączyć się z portalem, i wyszukaj ponownie.',
    whichAccount:
      'Masz dostęp do kilku kont. Napisz do tej aplikacji na czacie osobistym, na którym pracujesz, i wyszukaj ponownie.',
    cardNumber:
      'To wygląda na numer karty, więc niczego nie wyszukano ani nie zapisano. Szukaj, proszę, po numerze faktury.',
  },
};

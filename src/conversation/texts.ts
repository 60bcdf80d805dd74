import type { Localized } from '../lib/locale.ts';

/** What the engine itself says, between and around the dialogs. */
export interface EngineTexts {
  yes: string;
  no: string;
  cancelled: string;
  left: string;
  nothingOpen: string;
  nothingMore: string;
  nothingToUndo: string;
  undoTooLate: string;
  undoAsks: string;
  undoIt: string;
  backTo: string;
  changed: string;
  lookFirst: string;
  tooLong: string;
  tooFast: string;
  stale(what: string): string;
  staleUnknown: string;
  otherAccount(name: string): string;
  notYours: string;
  didYouMean: string;
  noneOfThese: string;
  notUnderstood: string;
  notHere: string;
  cardNumber: string;
  addCard: string;
  /** Beside the field it still stands in. */
  cardInField: string;
  fieldMissing: string;
  stranger: string;
  sentDirectly: string;
  noAccess: string;
  broken: string;
  forAccount(name: string): string;
  nowFor(name: string): string;
  replaced: string;
  queued(n: number): string;
}

export const TEXTS: Localized<EngineTexts> = {
  en: {
    yes: 'Yes',
    no: 'No, leave it',
    cancelled: 'Cancelled. Nothing was changed.',
    left: 'All right, I left it as it was. Nothing was changed.',
    nothingOpen: 'Nothing is waiting for an answer right now. What can I do for you?',
    nothingMore: 'That was everything; there is nothing more to show.',
    nothingToUndo: 'There is nothing of yours I could undo right now.',
    undoTooLate:
      'That was more than ten minutes ago, so I can’t simply undo it any more. Tell me what you’d like changed.',
    undoAsks: 'Take your last change back?',
    undoIt: 'Undo',
    backTo: 'Back to where we were:',
    changed: 'Something has changed since I showed you this, so please look again:',
    lookFirst: 'Please look at this first, and then confirm:',
    tooLong: 'That message is too long for me to read. Nothing was done. Please put it in a few sentences.',
    tooFast:
      'That’s more messages than I can take at once. Nothing was done with the last one; please try again in a minute.',
    stale: (what) => `That button belongs to something that is already closed: ${what}`,
    staleUnknown: 'That button is no longer valid. Nothing was changed; please ask again.',
    otherAccount: (name) =>
      `That button belongs to ${name}, and you’re now working for another account. Nothing was changed.`,
    notYours: 'That button was made for somebody else. Nothing was changed.',
    didYouMean: 'I’m not sure I understood. Did you mean one of these?',
    noneOfThese: 'None of these',
    notUnderstood:
      'I’m afraid I can’t help with that. I can show and pay invoices, invite colleagues, approve what is waiting and more. Ask me “what can you do?”',
    notHere: 'I understood what you’d like, but I can’t do that in chat yet. I can put you through to a person.',
    cardNumber:
      'That looks like a card number. I have removed it and kept nothing of it: card numbers are never taken in chat. To pay with another card, say “pay” and choose the payment provider’s page. If it was something else, please choose it from the list.',
    addCard: 'Add a card on the provider’s page',
    cardInField:
      'That looks like a card number. Please take it out: card numbers are never taken in chat, and nothing of it was kept. Another card can be used on the payment provider’s page.',
    fieldMissing: 'Please fill this in.',
    stranger:
      'I only help people of the organization I belong to. Nothing was done; please ask your own company’s assistant.',
    sentDirectly: 'I’ve sent it to our direct messages.',
    noAccess: 'You no longer have access to the portal here. If that is a mistake, ask a manager in your company.',
    broken:
      'Something went wrong on our side while I was working on that. Please try again in a moment; nothing is ever charged twice.',
    forAccount: (name) => `Account: ${name}`,
    nowFor: (name) => `You’re now working for ${name}; what was open here is closed.`,
    replaced: 'you asked for something else instead.',
    queued: (n) =>
      n === 1
        ? 'I’ll come to your other wish right after this.'
        : `I’ll come to your other ${n} wishes right after this.`,
  },
  pl: {
    yes: 'Tak',
    no: 'Nie, zostaw',
    cancelled: 'Anulowano. Nic się nie zmieniło.',
    left: 'Dobrze, zostawiam bez zmian.',
    nothingOpen: 'Nic teraz nie czeka na odpowiedź. W czym mogę pomóc?',
    nothingMore: 'To już wszystko, nie ma nic więcej do pokazania.',
    nothingToUndo: 'Nie ma teraz niczego, co można by cofnąć.',
    undoTooLate:
      'Od tej zmiany minęło ponad dziesięć minut, więc nie mogę jej po prostu cofnąć. Napisz, co chcesz zmienić.',
    undoAsks: 'Cofnąć ostatnią zmianę?',
    undoIt: 'Cofnij',
    backTo: 'Wróćmy do poprzedniej sprawy:',
    changed: 'Od poprzedniego podsumowania coś się zmieniło, proszę spojrzeć jeszcze raz:',
    lookFirst: 'Najpierw proszę na to spojrzeć, a potem potwierdzić:',
    tooLong: 'Ta wiadomość jest za długa. Nic nie zostało zrobione. Proszę napisać to w kilku zdaniach.',
    tooFast: 'To więcej wiadomości, niż mogę przyjąć naraz. Ostatnia została pominięta, proszę spróbować za minutę.',
    stale: (what) => `Ten przycisk dotyczy sprawy, która jest już zamknięta: ${what}`,
    staleUnknown: 'Ten przycisk jest już nieaktualny. Nic się nie zmieniło, proszę zapytać jeszcze raz.',
    otherAccount: (name) =>
      `Ten przycisk dotyczy konta ${name}, a teraz pracujesz na innym koncie. Nic się nie zmieniło.`,
    notYours: 'Ten przycisk jest przeznaczony dla innej osoby. Nic się nie zmieniło.',
    didYouMean: 'Nie mam pewności, o co chodzi. Czy to któraś z tych spraw?',
    noneOfThese: 'Żadna z nich',
    notUnderstood:
      'W tym niestety nie pomogę. Mogę pokazać i opłacić faktury, zaprosić współpracowników, zatwierdzić to, co czeka, i nie tylko. Zapytaj: „co potrafisz?”',
    notHere: 'Wiem, o co chodzi, ale tego nie da się jeszcze zrobić na czacie. Mogę przekazać sprawę konsultantowi.',
    cardNumber:
      'To wygląda na numer karty. Usunęliśmy go i nic z niego nie zostało zapisane: numerów kart nigdy nie przyjmujemy na czacie. Aby zapłacić inną kartą, napisz „zapłać” i wybierz stronę operatora płatności. Jeśli to było coś innego, proszę wybrać to z listy.',
    addCard: 'Dodaj kartę na stronie operatora',
    cardInField:
      'To wygląda na numer karty. Proszę go usunąć: numerów kart nie przyjmujemy na czacie i nic z niego nie zostało zapisane. Inną kartą można zapłacić na stronie operatora płatności.',
    fieldMissing: 'Proszę to wypełnić.',
    stranger:
      'Pomagam tylko osobom z organizacji, do której należę. Nic nie zostało zrobione; proszę zapytać asystenta we własnej firmie.',
    sentDirectly: 'Odpowiedź czeka w naszych wiadomościach bezpośrednich.',
    noAccess:
      'Nie masz już tutaj dostępu do portalu. Jeśli to pomyłka, zwróć się do osoby zarządzającej w Twojej firmie.',
    broken:
      'Po naszej stronie coś poszło nie tak. Proszę spróbować za chwilę; żadna opłata nigdy nie jest pobierana dwa razy.',
    forAccount: (name) => `Konto: ${name}`,
    nowFor: (name) => `Pracujesz teraz na koncie ${name}; sprawy otwarte tutaj wcześniej zostały zamknięte.`,
    replaced: 'zamiast tego pojawiła się inna prośba.',
    queued: (n) =>
      n === 1 ? 'Zaraz potem zajmę się drugą sprawą.' : `Zaraz potem zajmę się pozostałymi sprawami (${n}).`,
  },
};

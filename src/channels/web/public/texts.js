/** Every text of the page in both languages; a key that one lacks is an error of the page's test. */
export const TEXTS = {
  en: {
    title: 'Customer portal assistant',
    demo: 'Demonstration',
    skip: 'Skip to the message box',
    people: 'People',
    peopleHint: 'Choose who you are.',
    mails: 'Mails',
    mailsHint: 'Nothing leaves this machine: mails are kept here.',
    noMails: 'No mails yet. Ask for a list by e-mail, or invite a colleague.',
    mailTo: 'To',
    attachments: 'Attachments',
    conversation: 'Conversation',
    views: 'Shown as in',
    slackView: 'As in Slack',
    teamsView: 'As in Teams',
    plainView: 'Plain text',
    language: 'Language of this page',
    placeholder: 'Write to the assistant',
    send: 'Send',
    keys: 'Enter sends, Shift + Enter starts a new line.',
    examples: 'Examples',
    working: 'Working on it…',
    lost: 'The connection is lost. Trying again…',
    notSent: 'Not sent.',
    sending: 'Sending…',
    sendAgain: 'Send again',
    pressed: 'Pressed',
    pressedSome: 'Pressed a button',
    tooLong: 'A text too long to keep',
    moreActions: 'More actions',
    close: 'Close',
    empty: 'Talk to the assistant as',
    emptyHint:
      'Type, or begin with one of the examples below. Each answer is shown as Slack and as Teams would show it.',
    finance: 'finance',
    technical: 'technical',
    management: 'management',
    choose: 'Choose…',
    required: 'required',
    optional: 'optional',
    fillIn: 'Please fill this in.',
    notAnAddress: 'This is not an e-mail address.',
    refused: 'That was not accepted. Reload the page and try again.',
    broken: 'This answer can not be shown here.',
  },
  pl: {
    title: 'Asystent portalu klienta',
    demo: 'Demonstracja',
    skip: 'Przejdź do pola wiadomości',
    people: 'Osoby',
    peopleHint: 'Wybierz, kim jesteś.',
    mails: 'Poczta',
    mailsHint: 'Nic nie opuszcza tego komputera: wiadomości zostają tutaj.',
    noMails: 'Na razie nic nie wysłano. Poproś o listę e-mailem albo zaproś kogoś.',
    mailTo: 'Do',
    attachments: 'Załączniki',
    conversation: 'Rozmowa',
    views: 'Widok jak w',
    slackView: 'Jak w Slacku',
    teamsView: 'Jak w Teams',
    plainView: 'Zwykły tekst',
    language: 'Język tej strony',
    placeholder: 'Napisz do asystenta',
    send: 'Wyślij',
    keys: 'Enter wysyła, Shift + Enter zaczyna nowy wiersz.',
    examples: 'Przykłady',
    working: 'Pracuję nad tym…',
    lost: 'Brak połączenia. Próbuję ponownie…',
    notSent: 'Nie wysłano.',
    sending: 'Wysyłanie…',
    sendAgain: 'Wyślij ponownie',
    pressed: 'Naciśnięto',
    pressedSome: 'Naciśnięto przycisk',
    tooLong: 'Tekst zbyt długi, by go zachować',
    moreActions: 'Więcej działań',
    close: 'Zamknij',
    empty: 'Porozmawiaj z asystentem jako',
    emptyHint:
      'Napisz coś albo zacznij od jednego z przykładów. Każda odpowiedź wygląda tu tak, jak w Slacku i w Teams.',
    finance: 'finanse',
    technical: 'techniczna',
    management: 'zarząd',
    choose: 'Wybierz…',
    required: 'wymagane',
    optional: 'opcjonalne',
    fillIn: 'To pole jest wymagane.',
    notAnAddress: 'To nie jest adres e-mail.',
    refused: 'Nie udało się tego przyjąć. Odśwież stronę i spróbuj ponownie.',
    broken: 'Tej odpowiedzi nie można tu pokazać.',
  },
};

/** What a newcomer may try, by role: the first that fit are shown. */
export const EXAMPLES = {
  en: [
    { roles: ['finance', 'management'], text: 'show my overdue invoices' },
    { roles: ['finance'], text: 'pay invoice 123' },
    { roles: ['finance', 'management'], text: 'e-mail me the open invoices' },
    { roles: ['management'], text: 'what is waiting for my approval?' },
    { roles: ['finance', 'technical', 'management'], text: 'who has access?' },
    { roles: ['finance', 'technical', 'management'], text: 'invite a colleague' },
    { roles: ['technical'], text: 'ask for the finance role' },
    { roles: ['finance', 'technical', 'management'], text: 'what can you do?' },
  ],
  pl: [
    { roles: ['finance', 'management'], text: 'pokaż zaległe faktury' },
    { roles: ['finance'], text: 'zapłać fakturę 123' },
    { roles: ['finance', 'management'], text: 'wyślij mi e-mailem otwarte faktury' },
    { roles: ['management'], text: 'co czeka na moją zgodę?' },
    { roles: ['finance', 'technical', 'management'], text: 'kto ma dostęp?' },
    { roles: ['finance', 'technical', 'management'], text: 'zaproś współpracownika' },
    { roles: ['technical'], text: 'poproś o rolę finansową' },
    { roles: ['finance', 'technical', 'management'], text: 'co potrafisz?' },
  ],
};

const stored = localStorage.getItem('language');
export let language = stored === 'en' || stored === 'pl' ? stored : navigator.language.startsWith('pl') ? 'pl' : 'en';

export const t = (key) => TEXTS[language][key];

/** Puts every text of the page's own into `next`, and remembers it for the next visit. */
export function speak(next) {
  language = next;
  localStorage.setItem('language', next);
  document.documentElement.lang = next;
  document.title = `${t('title')} · ${t('demo')}`;
  for (const one of document.querySelectorAll('[data-text]')) one.textContent = t(one.dataset.text);
  for (const one of document.querySelectorAll('[data-label]')) one.setAttribute('aria-label', t(one.dataset.label));
  for (const one of document.querySelectorAll('[data-placeholder]')) one.placeholder = t(one.dataset.placeholder);
}

/** "14:05", or with the day where it was another one. */
export function moment(at) {
  const date = new Date(at);
  const today = date.toDateString() === new Date().toDateString();
  const day = today ? {} : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(language === 'pl' ? 'pl' : 'en-GB', {
    ...day,
    hour: '2-digit',
    minute: '2-digit',
  }).format(date);
}

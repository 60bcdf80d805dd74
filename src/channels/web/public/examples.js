/** What a newcomer may try, by role: the first that fit are shown. */
export const EXAMPLES = {
  en: [
    { roles: ['finance', 'management'], text: 'show my overdue invoices' },
    { roles: ['finance'], text: 'pay invoice 123' },
    { roles: ['finance', 'management'], text: 'e-mail me the open invoices' },
    { roles: ['management'], text: 'show invitations waiting for approval' },
    { roles: ['finance', 'technical', 'management'], text: 'show who has access' },
    { roles: ['finance', 'technical', 'management'], text: 'invite a colleague' },
    { roles: ['technical'], text: 'ask for the finance role' },
    { roles: ['finance', 'technical', 'management'], text: 'what can you do?' },
  ],
  pl: [
    { roles: ['finance', 'management'], text: 'pokaż zaległe faktury' },
    { roles: ['finance'], text: 'zapłać fakturę 123' },
    { roles: ['finance', 'management'], text: 'wyślij mi e-mailem otwarte faktury' },
    { roles: ['management'], text: 'pokaż zaproszenia do zatwierdzenia' },
    { roles: ['finance', 'technical', 'management'], text: 'pokaż, kto ma dostęp' },
    { roles: ['finance', 'technical', 'management'], text: 'zaproś współpracownika' },
    { roles: ['technical'], text: 'poproś o rolę finansową' },
    { roles: ['finance', 'technical', 'management'], text: 'co potrafisz?' },
  ],
};

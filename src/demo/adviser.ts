/** An accountant who works for both companies: one e-mail, a contact of two accounts. */
export const ADVISER = {
  email: 'nadia.brandt@ledgerwise.example',
  name: 'Nadia Brandt',
  locale: 'en',
  timeZone: 'Europe/Berlin',
};

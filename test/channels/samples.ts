import type { Reply } from '../../src/kit/card.ts';

/** Replies as dialogs make them, for goldens and for looking at. */
export const samples = {
  'invoices-list': {
    text: 'You have 3 overdue invoices: PLN 15,480.50 and €240.00 in all.',
    audience: 'person',
    card: {
      blocks: [
        { type: 'text', text: 'Overdue invoices', style: 'heading' },
        { type: 'text', text: ['3 invoices, ', { b: 'PLN 15,480.50' }, ' and ', { b: '€240.00' }, ' to pay.'] },
        {
          type: 'table',
          columns: [{ label: 'Invoice' }, { label: 'Due' }, { label: 'State' }, { label: 'To pay', align: 'right' }],
          rows: [
            ['FV/2026/11/007', '3 Nov 2026', '12 days overdue', 'PLN 14,250.50'],
            ['INV-1042', '8 Nov 2026', '7 days overdue', 'PLN 1,230.00'],
            ['123', '14 Nov 2026', '1 day overdue', '€240.00'],
          ].map((cells, i) => ({
            cells,
            actions: [
              { label: 'Show', action: `show${i}` },
              { label: 'Pay', action: `pay${i}` },
              { label: 'Download PDF', action: `pdf${i}` },
            ],
          })),
        },
        {
          type: 'actions',
          buttons: [
            { label: 'Pay all', style: 'primary', action: 'pay-all' },
            { label: 'E-mail this list', action: 'mail' },
            { label: 'Next 10', action: 'next' },
          ],
        },
        { type: 'text', text: 'Amounts as of 15 Nov 2026, 14:05.', style: 'muted' },
      ],
    },
  },
  'payment-confirm': {
    text: 'Czy zapłacić 14 250,50 zł za fakturę FV/2026/11/007 kartą Visa kończącą się na 4242?',
    audience: 'person',
    card: {
      blocks: [
        { type: 'text', text: 'Potwierdź płatność', style: 'heading' },
        {
          type: 'fields',
          items: [
            { label: 'Faktura', value: 'FV/2026/11/007' },
            { label: 'Kwota', value: [{ b: '14 250,50 zł' }] },
            { label: 'Metoda', value: 'Visa •••• 4242, ważna do 08/2028' },
            { label: 'Zatwierdza', value: 'nikt: kwota mieści się w limicie' },
          ],
        },
        { type: 'divider' },
        {
          type: 'actions',
          buttons: [
            { label: 'Zapłać', style: 'primary', action: 'yes' },
            { label: 'Anuluj', style: 'danger', action: 'no' },
            { label: 'Otwórz regulamin ↗', url: 'https://portal.example/terms' },
          ],
        },
      ],
    },
  },
  'invite-form': {
    text: 'Who should be invited, and with which roles?',
    audience: 'person',
    card: {
      blocks: [
        { type: 'text', text: 'Invite a colleague', style: 'heading' },
        {
          type: 'form',
          fields: [
            { name: 'email', label: 'E-mail', kind: 'email', required: true, value: 'jan@', error: 'Not an address.' },
            { name: 'name', label: 'Name', kind: 'text', hint: 'As it should stand in the list of people.' },
            {
              name: 'role',
              label: 'Roles',
              kind: 'choices',
              required: true,
              value: 'technical',
              options: [
                { value: 'finance', label: 'Finance: invoices and payments' },
                { value: 'technical', label: 'Technical: orders' },
              ],
            },
            {
              name: 'locale',
              label: 'Language',
              kind: 'choice',
              value: 'pl',
              options: [
                { value: 'en', label: 'English' },
                { value: 'pl', label: 'Polski' },
              ],
            },
            { name: 'note', label: 'Message', kind: 'multiline' },
          ],
          submit: { label: 'Send invitation', action: 'send' },
        },
      ],
    },
  },
  'people-list': {
    text: 'Dostęp mają 2 osoby.',
    audience: 'conversation',
    card: {
      blocks: [
        {
          type: 'table',
          columns: [{ label: 'Osoba' }, { label: 'E-mail' }, { label: 'Role' }],
          rows: [
            { cells: ['Anna Kowalska', 'anna@nowak.example', 'finanse, zarząd'] },
            {
              cells: ['O*Neil_ <@U123>', 'o.neil@nowak.example', 'techniczna'],
              actions: [{ label: 'Zmień', action: 'c' }],
            },
          ],
        },
      ],
    },
  },
  'file-sent': {
    text: 'Here is invoice FV/2026/11/007 & its attachments.',
    audience: 'person',
    files: [{ id: 'f1', name: 'FV-2026-11-007.pdf', type: 'application/pdf', size: 83_812 }],
  },
} satisfies Record<string, Reply<string>>;

import type { Mail } from '../../../src/portal/ports.ts';

/** A mail with Polish letters in it and two files. */
export const mail = (changes: Partial<Mail> = {}): Mail => ({
  to: 'zofia@example.pl',
  number: 'M-1024',
  subject: 'Zaległe faktury: zażółć gęślą jaźń',
  text: 'Dzień dobry,\n\nw załączniku lista faktur (€1,250.50).\n.kropka na początku\n',
  attachments: [
    { name: 'faktury-łódź.csv', type: 'text/csv', bytes: new TextEncoder().encode('numer;ł\r\n') },
    { name: 'list.pdf', type: 'application/pdf', bytes: new Uint8Array([37, 80, 68, 70, 0, 255]) },
  ],
  ...changes,
});

export const FORGERIES: [string, Partial<Mail>][] = [
  ['to', { to: 'zofia@example.pl\r\nBcc: eve@example.com' }],
  ['to', { to: 'zofia@example.pl, eve@example.com' }],
  ['to', { to: 'Eve <eve@example.com>' }],
  ['to', { to: 'zofia' }],
  ['subject', { subject: 'Hello\nBcc: eve@example.com' }],
  ['subject', { subject: 'Hello\u2028there' }],
  ['number', { number: '../M-1' }],
  ['attachments.0.name', { attachments: [{ name: 'a\r\nX: y', type: 'text/csv', bytes: new Uint8Array() }] }],
];

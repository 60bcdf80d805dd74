import type { Localized } from '../../src/lib/locale.ts';

export interface AuditTexts {
  title: string;
  /** @param of narrows it: ", about invoice 123 (October)" */
  all(account: string, of: string): string;
  own(of: string): string;
  none(of: string): string;
  noneOwn(of: string): string;
  of(by: string | undefined, invoice: string | undefined, period: string | undefined): string;
  goesOn: string;
  others: string;
  columns: readonly string[];
  more: string;
  mine: string;
}

export const auditTexts: Localized<AuditTexts> = {
  en: {
    title: 'Who did what',
    all: (account, of) => `What was done in ${account}${of}, newest first. Plain looking is not recorded.`,
    own: (of) => `What was done in your name${of}, newest first. Plain looking is not recorded.`,
    none: (of) => `Nothing is recorded${of}. Plain looking is not recorded.`,
    noneOwn: (of) => `Nothing is recorded as done in your name${of}. Plain looking is not recorded.`,
    of: (by, invoice, period) =>
      [by && ` by ${by}`, invoice && ` about invoice ${invoice}`, period && ` (${period})`].filter(Boolean).join(''),
    goesOn: 'Who did what, continued:',
    others: 'What others did can be seen with the management role.',
    columns: ['When', 'Who', 'What', 'Where'],
    more: 'Show more',
    mine: 'Only what I did',
  },
  pl: {
    title: 'Kto co zrobił',
    all: (account, of) => `Zdarzenia na koncie ${account}${of}, od najnowszych. Samo przeglądanie nie jest zapisywane.`,
    own: (of) => `Zdarzenia w Twoim imieniu${of}, od najnowszych. Samo przeglądanie nie jest zapisywane.`,
    none: (of) => `Brak zapisanych zdarzeń${of}. Samo przeglądanie nie jest zapisywane.`,
    noneOwn: (of) => `Brak zdarzeń zapisanych w Twoim imieniu${of}. Samo przeglądanie nie jest zapisywane.`,
    of: (by, invoice, period) =>
      [by && `, osoba: ${by}`, invoice && `, faktura ${invoice}`, period && ` (${period})`].filter(Boolean).join(''),
    goesOn: 'Kto co zrobił, ciąg dalszy:',
    others: 'Działania innych osób widać z rolą zarządczą.',
    columns: ['Kiedy', 'Kto', 'Co', 'Gdzie'],
    more: 'Pokaż więcej',
    mine: 'Tylko moje działania',
  },
};

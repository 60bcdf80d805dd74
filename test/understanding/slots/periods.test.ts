import { describe, expect, it } from 'vitest';
import { said } from './said.ts';

const cases: [text: string, from: string, to: string][] = [
  ['invoices from last month', '2026-10-01', '2026-10-31'],
  ['faktury z zeszłego miesiąca', '2026-10-01', '2026-10-31'],
  ['w ubiegłym miesiącu', '2026-10-01', '2026-10-31'],
  ['this month', '2026-11-01', '2026-11-30'],
  ['w tym miesiącu', '2026-11-01', '2026-11-30'],
  ['last week', '2026-11-09', '2026-11-15'],
  ['z tego tygodnia', '2026-11-16', '2026-11-22'],
  ['last quarter', '2026-07-01', '2026-09-30'],
  ['w poprzednim kwartale', '2026-07-01', '2026-09-30'],
  ['last year', '2025-01-01', '2025-12-31'],
  ['z zeszłego roku', '2025-01-01', '2025-12-31'],
  ['this year', '2026-01-01', '2026-12-31'],
  ['today', '2026-11-22', '2026-11-22'],
  ['z dzisiaj', '2026-11-22', '2026-11-22'],
  ['yesterday', '2026-11-21', '2026-11-21'],
  ['przedwczoraj', '2026-11-20', '2026-11-20'],
  ['in october', '2026-10-01', '2026-10-31'],
  ['w październiku', '2026-10-01', '2026-10-31'],
  ['pazdziernikowe faktury', '2026-10-01', '2026-10-31'],
  ['for december', '2025-12-01', '2025-12-31'],
  ['za grudzień', '2025-12-01', '2025-12-31'],
  ['the March invoices', '2026-03-01', '2026-03-31'],
  ['in may', '2026-05-01', '2026-05-31'],
  ['October 2025', '2025-10-01', '2025-10-31'],
  ['październik 2025 r.', '2025-10-01', '2025-10-31'],
  ['Q2', '2026-04-01', '2026-06-30'],
  ['Q4 2025', '2025-10-01', '2025-12-31'],
  ['second quarter of 2026', '2026-04-01', '2026-06-30'],
  ['w drugim kwartale', '2026-04-01', '2026-06-30'],
  ['III kwartał 2025', '2025-07-01', '2025-09-30'],
  ['in 2025', '2025-01-01', '2025-12-31'],
  ['w 2025 roku', '2025-01-01', '2025-12-31'],
  ['since June', '2026-06-01', '2026-11-22'],
  ['od czerwca', '2026-06-01', '2026-11-22'],
  ['since last month', '2026-10-01', '2026-11-22'],
  ['last 30 days', '2026-10-23', '2026-11-22'],
  ['z ostatnich 30 dni', '2026-10-23', '2026-11-22'],
  ['past two weeks', '2026-11-08', '2026-11-22'],
  ['from June to August', '2026-06-01', '2026-08-31'],
  ['od czerwca do sierpnia', '2026-06-01', '2026-08-31'],
  ['between March and May', '2026-03-01', '2026-05-31'],
  ['między marcem a majem', '2026-03-01', '2026-05-31'],
  ['on 2026-10-05', '2026-10-05', '2026-10-05'],
  ['5.10.2026', '2026-10-05', '2026-10-05'],
  ['05/03/2026', '2026-03-05', '2026-03-05'],
  ['5 October', '2026-10-05', '2026-10-05'],
  ['October 5th, 2026', '2026-10-05', '2026-10-05'],
  ['5 października', '2026-10-05', '2026-10-05'],
  ['1-15 October', '2026-10-01', '2026-10-15'],
  ['from 1 to 15 October', '2026-10-01', '2026-10-15'],
  ['od 1 do 15 października', '2026-10-01', '2026-10-15'],
  ['last friday', '2026-11-20', '2026-11-20'],
  ['w poniedziałek', '2026-11-16', '2026-11-16'],
  ['year to date', '2026-01-01', '2026-11-22'],
  ['od początku roku', '2026-01-01', '2026-11-22'],
];

const ahead: typeof cases = [
  ['december', '2026-12-01', '2026-12-31'],
  ['na styczeń', '2027-01-01', '2027-01-31'],
  ['Q1', '2027-01-01', '2027-03-31'],
  ['next quarter', '2027-01-01', '2027-03-31'],
  ['na przyszły rok', '2027-01-01', '2027-12-31'],
  ['this month', '2026-11-01', '2026-11-30'],
  ['november', '2026-11-01', '2026-11-30'],
];

describe('periods', () => {
  it.each(cases)('reads "%s" as %s to %s', (text, from, to) => {
    expect(said('invoices.list', text).period).toEqual({ from, to });
  });

  it.each(ahead)('reads "%s" in a billing schedule as %s to %s, the current or coming one', (text, from, to) => {
    expect(said('billing.schedule.download', text).period).toEqual({ from, to });
  });

  it.each([
    'may I see the invoices',
    'invoice 2025',
    'the invoices you may have',
    '31.02.2026',
    'a week',
    'now',
    'INV-2026/10',
    'od nas',
  ])('reads no period into "%s"', (text) => {
    expect(said('invoices.list', text).period).toBeUndefined();
  });
});

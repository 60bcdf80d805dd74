import { describe, expect, it } from 'vitest';
import { listTexts } from '../../dialogs/contracts/list-texts.ts';
import { afterwards, renewalSentence, standingOf, stateOf } from '../../dialogs/contracts/words.ts';
import { contractStatus } from '../../src/lib/contract-words.ts';
import type { ContractRow } from '../../src/portal/contracts/row.ts';

const TODAY = '2026-11-03';
const en = { locale: 'en', today: TODAY } as const;
const pl = { locale: 'pl', today: TODAY } as const;
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

const contract = (changes: Partial<ContractRow> = {}): ContractRow => {
  const endsOn = changes.endsOn ?? '2026-12-11';
  return {
    ...{ id: 'x', number: 'S-310', kind: 'support', startsOn: '2026-01-01', endsOn, autoRenew: false, renewal: null },
    ...{ status: contractStatus(endsOn, TODAY), value: { amount: '9840.00', currency: 'PLN' }, renewable: true },
    next: { from: '2026-12-12', to: '2027-12-11', dueOn: endsOn },
    ...changes,
  };
};

const renewal = (state: 'due' | 'under_way' | 'paid') => ({
  ...{ id: 'r', amount: { amount: '9840.00', currency: 'PLN' }, dueOn: '2026-12-11', state },
});

describe('where a contract stands', () => {
  it.each([
    ['2026-11-02', 'expired', 'wygasła'],
    ['2026-11-03', 'expires today', 'wygasa dziś'],
    ['2026-11-04', 'expires tomorrow', 'wygasa jutro'],
    ['2026-11-05', 'expires in 2 days', 'wygasa za 2 dni'],
    ['2026-11-25', 'expires in 22 days', 'wygasa za 22 dni'],
    ['2027-02-01', 'expires in 90 days', 'wygasa za 90 dni'],
    ['2027-02-02', 'active', 'aktywna'],
  ])('is said of one that ends on %s', (endsOn, english, polish) => {
    expect([stateOf(en, contract({ endsOn })), stateOf(pl, contract({ endsOn }))]).toEqual([english, polish]);
  });

  it.each([
    [{ endsOn: '2026-10-04' }, 'Contract S-310 expired on 4 Oct 2026.', 'Umowa S-310 wygasła 4 paź 2026.'],
    [{ endsOn: TODAY }, 'Contract S-310 runs only until today.', 'Umowa S-310 obowiązuje tylko do dziś.'],
    [
      { endsOn: '2026-11-04' },
      'Contract S-310 runs until 4 Nov 2026, 1 day from now.',
      'Umowa S-310 obowiązuje do 4 lis 2026 (jeszcze 1 dzień).',
    ],
    [
      { startsOn: '2027-01-01', endsOn: '2027-12-31' },
      'Contract S-310 begins on 1 Jan 2027 and runs until 31 Dec 2027.',
      'Umowa S-310 zaczyna się 1 sty 2027 i obowiązuje do 31 gru 2027.',
    ],
  ])('is said in a sentence of one with %j', (dates, english, polish) => {
    expect([standingOf(en, contract(dates)), standingOf(pl, contract(dates))]).toEqual([english, polish]);
  });

  it('has what comes after it: a renewal, automatic renewal, or nothing', () => {
    expect(afterwards(en, contract())).toBe('Automatic renewal is off.');
    expect(afterwards(pl, contract({ autoRenew: true }))).toBe('Potem odnowi się automatycznie.');
    expect(afterwards(en, contract({ endsOn: '2026-11-02' }))).toBe('');
    expect(plain(afterwards(en, contract({ autoRenew: true, renewal: renewal('due') })))).toBe(
      'Its renewal until 11 Dec 2027 for PLN 9,840.00 is in payments due, to be paid by 11 Dec 2026.',
    );
  });

  it.each([
    ['due', 'renewal to be paid', 'odnowienie do opłacenia'],
    ['under_way', 'renewal: payment submitted', 'odnowienie: płatność w toku'],
    ['paid', 'renewal paid', 'odnowienie opłacone'],
  ] as const)('tells of a renewal that is %s', (state, english, polish) => {
    const row = contract({ renewal: renewal(state) });
    expect(stateOf(en, row)).toBe(`expires in 38 days, ${english}`);
    expect(stateOf(pl, row)).toBe(`wygasa za 38 dni, ${polish}`);
    for (const locale of ['en', 'pl'] as const)
      expect(plain(renewalSentence(locale, row))).toMatch(/9[ ,]840[.,]00.*[.]$/);
  });
});

describe('how many contracts there are', () => {
  it.each([
    [1, 'Masz 1 wygasającą umowę (w ciągu 90 dni), wartość: x.', 'Masz 1 umowę, wartość: x.'],
    [2, 'Masz 2 wygasające umowy (w ciągu 90 dni), wartość: x.', 'Masz 2 umowy, wartość: x.'],
    [5, 'Masz 5 wygasających umów (w ciągu 90 dni), wartość: x.', 'Masz 5 umów, wartość: x.'],
    [12, 'Masz 12 wygasających umów (w ciągu 90 dni), wartość: x.', 'Masz 12 umów, wartość: x.'],
    [22, 'Masz 22 wygasające umowy (w ciągu 90 dni), wartość: x.', 'Masz 22 umowy, wartość: x.'],
  ])('is right in Polish for %d', (count, expiring, all) => {
    expect(listTexts.pl.summary('expiring', count, 'x')).toBe(expiring);
    expect(listTexts.pl.summary('all', count, 'x')).toBe(all);
  });
});

import { describe, expect, it } from 'vitest';
import type { Understood } from '../../src/kit/understood.ts';
import { parseLines, type Scored, score } from '../../src/understanding/evaluate.ts';
import { intentFigures, reliability, wronglyBegun } from '../../src/understanding/evaluate-figures.ts';
import { SLICES, sliceOf } from '../../src/understanding/evaluate-slices.ts';

type Intents = readonly Understood['wishes'][number]['intent'][];

/** A line of which these intents are right, and these were said. */
function scored(right: Intents, said: Intents, more: Partial<Understood> = {}): Scored {
  const content = JSON.stringify({ text: 'x', locale: 'en', intents: right.map((intent) => ({ intent })) });
  const wishes = said.map((intent) => ({ intent, slots: {} }));
  return score(parseLines('f', content, true)[0]!, {
    ...{ wishes, confidence: 1, decision: 'act', candidates: [], language: 'en' },
    ...more,
  });
}

describe('the figures of an evaluation', () => {
  it('tell precision and recall of each intent, several wishes counted one by one', () => {
    expect(
      intentFigures([
        scored(['invoices.list', 'invoices.pay'], ['invoices.list']),
        scored(['plans.list'], ['invoices.list']),
        scored(['plans.list'], ['plans.list']),
      ]),
    ).toEqual([
      { intent: 'invoices.list', count: 1, precision: 0.5, recall: 1 },
      { intent: 'invoices.pay', count: 1, precision: 1, recall: 0 },
      { intent: 'plans.list', count: 2, precision: 1, recall: 0.5 },
    ]);
  });

  it('tell whether confidences are right, of the likeliest also where it was not acted on', () => {
    const low = { confidence: 0.3, decision: 'none', candidates: [{ intent: 'plans.list', confidence: 0.3 }] } as const;
    const { bins, error } = reliability([
      scored(['plans.list'], ['none'], { ...low, candidates: [...low.candidates] }),
      scored(['plans.list'], ['plans.list'], { confidence: 0.9 }),
      scored(['plans.list'], ['invoices.list'], { confidence: 0.9 }),
      scored(['plans.list'], ['plans.list'], { confidence: 1 }),
    ]);
    expect(bins.map(({ from, lines, right }) => [from, lines, right])).toEqual([
      [0.3, 1, 1],
      [0.9, 3, 0.6667],
    ]);
    expect(error).toBeCloseTo(0.25 * 0.7 + 0.75 * Math.abs(0.6667 - 2.8 / 3), 3);
  });

  it('tell changes begun that nobody wished for', () => {
    const wrong = scored(['none'], ['invoices.pay']);
    const lines = [
      wrong,
      scored(['none'], ['invoices.pay'], { decision: 'ask' }),
      scored(['users.remove'], ['users.remove']),
    ];
    expect(wronglyBegun([...lines, scored(['none'], ['plans.list'])])).toEqual([wrong]);
  });
});

describe('the slices', () => {
  const line = (text: string, locale: 'en' | 'pl' = 'pl') => ({ text, locale, wishes: [] });

  it.each([
    ['typos', 'pokaż zaległe faktury z maja', 'pokaż zaelgłe faktury z maja'],
    ['no diacritics', 'Opłać Świeżą fakturę ŁÓDŹ-1', 'Oplac Swieza fakture LODZ-1'],
    ['mixed', 'pokaż zaległe faktury', 'show overdue invoice'],
    ['keywords', 'proszę pokaż mi zaległe faktury z maja', 'pokaż zaległe faktury maja'],
  ] as const)('“%s” makes of %j the line %j', (slice, text, changed) => {
    expect(SLICES[slice](line(text))).toBe(changed);
  });

  it('leave numbers, addresses, and answers to questions as they are', () => {
    for (const make of Object.values(SLICES))
      expect(make(line('FV/2026/11/007 anna@faktury.pl'))).toBe('FV/2026/11/007 anna@faktury.pl');
    expect(sliceOf('typos', [{ ...line('przelewem'), awaiting: 'method' }])).toEqual([]);
  });

  it('hold only the lines they change', () => {
    expect(sliceOf('no diacritics', [line('faktury'), line('zaległe')]).map(({ changed }) => changed.text)).toEqual([
      'zalegle',
    ]);
  });
});

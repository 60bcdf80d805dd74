import { describe, expect, it } from 'vitest';
import type { IntentName } from '../../src/kit/contract.ts';
import { asPhrase, type Entry, groupsOf } from '../../src/understanding/learning/group.ts';
import { redactWith } from '../../src/understanding/learning/redact.ts';
import { local } from './proposal/local.ts';

const entry = (text: string, likeliest: IntentName, more: Partial<Entry> = {}): Entry => ({
  ...{ locale: 'pl', text, candidates: [{ intent: likeliest, confidence: 0.4 }] },
  ...more,
});

describe('what was not understood', () => {
  it('is grouped by what the button said, else the model, else the likeliest guess', () => {
    const groups = groupsOf([
      entry('co mi ucieka', 'invoices.list', { chosen: 'contracts.list' }),
      entry('co mi zaraz ucieka', 'invoices.list', { proposed: 'contracts.list' }),
      entry('ucieka mi cos', 'contracts.list'),
      entry('what slips', 'contracts.list', { locale: 'en', chosen: 'help.menu', proposed: 'contracts.list' }),
      entry('bla', 'none'),
    ]);
    expect(groups.map(({ intent, locale, times, known }) => [intent, locale, times, known])).toEqual([
      ['contracts.list', 'pl', 3, { pressed: 1, model: 1, guess: 1 }],
      ['contracts.list', 'en', 1, { pressed: 0, model: 1, guess: 0 }],
      ['none', 'pl', 1, { pressed: 0, model: 0, guess: 1 }],
    ]);
  });

  it('counts what is written the same but for case, accents and marks, and puts what is alike together', () => {
    const texts = ['Zaległości?', 'zaleglosci', 'pokaż kwity z maja', 'pokaz kwity z czerwca', 'ZALEGŁOŚCI!'];
    expect(groupsOf(texts.map((text) => entry(text, 'invoices.list')))[0]?.alike).toEqual([
      [{ text: 'Zaległości?', times: 3 }],
      [
        { text: 'pokaz kwity z czerwca', times: 1 },
        { text: 'pokaż kwity z maja', times: 1 },
      ],
    ]);
  });

  it('is kept without what names anybody, and becomes a phrase with examples', () => {
    const kept = redactWith(local.isWord)('weź kwit 998/2026 dla Anny Nowak, anna@acme.pl, tel. 601 222 333');
    expect(kept).toBe('weź kwit [NUMBER_1] dla [NAME_2], [EMAIL_3], tel. [PHONE_4]');
    expect(redactWith(local.isWord)('co kowalski robił z kontem wasilewskiej i januszkiewicza')).toBe(
      'co [NAME_1] robił z kontem [NAME_2] i [NAME_3]',
    );
    expect(asPhrase(kept)).toBe('weź kwit 123 dla Anna Nowak, anna.nowak@example.com, tel. +48 601 222 333');
  });
});

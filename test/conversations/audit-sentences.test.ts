import { describe, expect, it } from 'vitest';
import { DEEDS_EN } from '../../dialogs/account/audit-deeds-en.ts';
import { DEEDS_PL } from '../../dialogs/account/audit-deeds-pl.ts';
import { doerOf, sentenceOf } from '../../dialogs/account/audit-sentences.ts';
import type { TrailEntry } from '../../src/portal/audit/list.ts';

const entry = (part: Partial<TrailEntry>): TrailEntry => ({
  ...{ seq: 1, at: '2026-11-03T10:00:00.000Z', action: 'x.y', object: null, person: null, channel: 'slack' },
  ...{ actor: { kind: 'contact', name: 'Ewa', isYou: false }, outcome: 'done', details: {} },
  ...part,
});

describe('the sentence of an audit record', () => {
  it('exists in both languages for the same actions', () => {
    expect(Object.keys(DEEDS_PL).sort()).toEqual(Object.keys(DEEDS_EN).sort());
  });

  it('has no hole in it, also where a record lacks what newer ones have', () => {
    for (const locale of ['en', 'pl'] as const) {
      for (const action of Object.keys(DEEDS_EN)) {
        for (const outcome of ['done', 'refused', 'failed'] as const) {
          const said = sentenceOf(locale, entry({ action, outcome, object: 'x:1' }));
          expect(said).not.toMatch(/undefined|null|NaN|\[object/);
          expect(said).toMatch(/\.$/);
        }
      }
    }
  });

  it('says of an action without words of its own what it was about', () => {
    const unknown = entry({ action: 'contracts.bless', object: 'contract:CT-310' });
    expect(sentenceOf('en', unknown)).toBe('Done: something about contracts (CT-310).');
    expect(sentenceOf('pl', unknown)).toBe('Wykonano: czynność w obszarze „umowy” (CT-310).');
    expect(sentenceOf('en', { ...unknown, action: 'moon.walk', outcome: 'refused' })).toBe(
      'Refused, nothing was changed: something about moon.walk.',
    );
  });

  it('names whom it was done to, amounts, roles and reasons in the reader’s language', () => {
    const roles = entry({
      ...{ action: 'users.changeRoles', object: 'contact:a@x.example', person: 'Anna' },
      details: { before: ['finance'], after: ['finance', 'technical'] },
    });
    expect(sentenceOf('en', roles)).toBe('Changed the roles of Anna (a@x.example) from finance to finance, technical.');
    expect(sentenceOf('pl', roles)).toContain('z: finansowa, na: finansowa, techniczna');
    const due = entry({
      ...{ action: 'payments.pay', object: 'payment:P-2' },
      details: { amount: '10.00', currency: 'EUR', due: [{ kind: 'support_renewal', number: 'S-310' }] },
    });
    expect(sentenceOf('en', due)).toBe('Submitted payment P-2: €10.00 for the renewal of contract S-310.');
    expect(sentenceOf('pl', due)).toContain('za odnowienie umowy S-310');
    const failed = entry({
      ...{ action: 'payments.settle', object: 'payment:P-1', outcome: 'failed' },
      details: { from: 'processing', to: 'failed', reason: 'insufficient_funds' },
    });
    expect(sentenceOf('en', failed)).toContain('there was not enough money');
    expect(sentenceOf('pl', failed)).toContain('zabrakło środków');
  });

  it('calls whoever did it by name, “you”, or what is no contact', () => {
    expect(doerOf('en', entry({}).actor)).toBe('Ewa');
    expect(doerOf('pl', { kind: 'contact', name: 'Ewa', isYou: true })).toBe('Ty');
    expect(doerOf('pl', { kind: 'operator', name: null, isYou: false })).toBe('administrator');
    expect(doerOf('en', { kind: 'system', name: null, isYou: false })).toBe('the system');
  });
});

import { describe, expect, it } from 'vitest';
import { CODE_LETTERS, codeIn, showCode } from '../../../src/lib/link-code.ts';
import { codeOf, proofOf } from '../../../src/portal/identity/code.ts';

const key = Buffer.alloc(32, 7);
const ann = { channel: 'slack', tenantId: 'T1', userId: 'U1' } as const;

describe('a one-time code', () => {
  it.each([
    'BCDF-GHJK',
    'bcdf-ghjk',
    'BCDFGHJK',
    ' bcdf ghjk. ',
    '`BCDF-GHJK`',
    '„BCDF–GHJK”',
    'ＢＣＤＦ-ＧＨＪＫ',
    'my code is BCDF-GHJK, thanks',
    'kod bcdfghjk',
  ])('is found in %j', (text) => {
    expect(codeIn(text)).toBe('BCDFGHJK');
  });

  it.each([
    '',
    'BCDF',
    'pay FV-BCDF-GHJK',
    'BCDF-GHJK-1',
    'BCDFGHJKL',
    'invoices',
    'chrząszcz',
    'ABCD-GHJK',
    '1234-5678',
  ])('is not seen in %j', (text) => {
    expect(codeIn(text)).toBeUndefined();
  });

  it('is made of its row alone, and differs from row to row', () => {
    const codes = Array.from({ length: 200 }, (_, i) => codeOf(key, `row-${i}`));
    expect(new Set(codes).size).toBe(200);
    for (const code of codes) expect(code).toMatch(new RegExp(`^[${CODE_LETTERS}]{8}$`));
    expect(codeOf(key, 'row-0')).toBe(codes[0]);
    expect(codeOf(Buffer.alloc(32, 8), 'row-0')).not.toBe(codes[0]);
    expect(codeIn(showCode(codes[0]!))).toBe(codes[0]);
  });

  it('proves nothing for another chat user, another workspace or another platform', () => {
    const proofs = [
      ann,
      { ...ann, userId: 'U2' },
      { ...ann, tenantId: 'T2' },
      { ...ann, channel: 'teams' as const },
      { channel: 'slack' as const, tenantId: 'T1","U1', userId: '' },
    ].map((user) => proofOf(key, user, 'BCDFGHJK'));
    expect(new Set(proofs).size).toBe(5);
    expect(proofs.join()).not.toContain('BCDF');
  });
});

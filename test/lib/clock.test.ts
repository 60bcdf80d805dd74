import { expect, it } from 'vitest';
import { systemIds } from '../../src/lib/clock.ts';

it('makes tokens of any length, no two the same', () => {
  const lengths = [9, 12, 18, 32, 5000];
  const tokens = Array.from({ length: 2000 }, (_, i) => systemIds.token(lengths[i % 5]!));
  expect(new Set(tokens).size).toBe(2000);
  tokens.forEach((token, i) => {
    expect(Buffer.from(token, 'base64url')).toHaveLength(lengths[i % 5]!);
  });
  expect(tokens.some((token) => /^A{8,}/.test(token))).toBe(false);
});

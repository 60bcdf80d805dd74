import { expect, it } from 'vitest';
import { lastDigits } from '../../src/lib/document-number.ts';

it.each([
  ['123', '123'],
  ['INV-1042', '1042'],
  ['FV/2026/11/007', '7'],
  ['1042A', '1042'],
  ['CN-000', '0'],
  ['NONE', ''],
])('the last group of digits of %s without leading zeros is "%s"', (number, digits) => {
  expect(lastDigits(number)).toBe(digits);
});

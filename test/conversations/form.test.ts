import { describe, expect, it } from 'vitest';
import { formSlots } from '../../src/conversation/form.ts';

describe('an amount in a form', () => {
  it.each([
    ['1250.50', '1250.50'],
    ['1250,5', '1250.5'],
    ['1,250.50', '1250.50'],
    ['1 250,50', '1250.50'],
    ['1\u00a0250,50', '1250.50'],
    ['1.250,50', '1250.50'],
    ['1,250', '1250'],
    ['1.250', '1.250'],
    ['1.250.000', '1250000'],
    ['1 250', '1250'],
    ['1,250,000', '1250000'],
    ['1.250.000,50', '1250000.50'],
    ['0,125', '0.125'],
    ['12,34', '12.34'],
  ])('%j is %s', (written, value) => {
    expect(formSlots({ amount: written })).toEqual({ amount: { value } });
  });

  it('that is none is left for the slot to refuse', () => {
    expect(formSlots({ amount: 'all' })).toEqual({ amount: { value: 'all' } });
  });
});

describe('a form', () => {
  it('says nothing by an empty field, and nothing by one that no form has', () => {
    expect(formSlots({ name: ' ', reason: 'late', ref: 'x', after: 'y', __proto__: 'z' })).toEqual({ reason: 'late' });
  });
});

import { describe, expect, it } from 'vitest';
import { rewardsSaid } from '../../src/understanding/rewards-said.ts';
import { fold } from '../../src/understanding/text/fold.ts';

const atPayment = { today: '2026-11-03', locale: 'en', awaiting: 'confirm', dialog: 'invoices.pay' } as const;
const said = (text: string, context: Parameters<typeof rewardsSaid>[1] = atPayment) =>
  rewardsSaid(fold(text), context)?.enabled;

describe('rewards at the confirmation of a payment', () => {
  it.each([
    'with rewards',
    'use our points',
    'Use rewards first, please',
    'yes, with the rewards',
    'apply our rewards',
    'z nagrodami',
    'użyj naszych punktów',
    'wykorzystaj nagrody',
    'tak, z nagrodami',
    'odlicz punkty',
  ])('go first by “%s”', (text) => {
    expect(said(text)).toBe('true');
  });

  it.each(['without rewards', 'no points please', 'don’t use our rewards', 'bez nagród', 'nie używaj punktów'])(
    'are left out by “%s”',
    (text) => {
      expect(said(text)).toBe('false');
    },
  );

  it.each([
    'show our rewards',
    'rewards',
    'pokaż nagrody',
    'how many points do we have',
    'use rewards on invoice 881',
    'use 200 points',
    'yes',
    'no',
    'nagrody',
  ])('are not what “%s” says', (text) => {
    expect(said(text)).toBeUndefined();
  });

  it('are a wish of their own anywhere else', () => {
    expect(said('use our points', { today: '2026-11-03', locale: 'en' })).toBeUndefined();
    expect(said('use our points', { ...atPayment, dialog: 'orders.watch' })).toBeUndefined();
    expect(said('use our points', { ...atPayment, awaiting: 'method' })).toBeUndefined();
  });
});

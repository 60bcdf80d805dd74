import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { within } from '../../src/lib/within.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('work within a time', () => {
  it('is what it comes to, or its error, and leaves no timer behind', async () => {
    await expect(within(1000, 'late', async () => 'done')).resolves.toBe('done');
    await expect(within(1000, 'late', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is unavailable when it takes longer', async () => {
    const answer = within(1000, 'late', () => new Promise(() => undefined));
    const refused = expect(answer).rejects.toMatchObject({ code: 'unavailable', reason: 'late' });
    await vi.advanceTimersByTimeAsync(1000);
    await refused;
  });
});

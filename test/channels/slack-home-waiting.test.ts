import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { restingPlaces } from '../../src/channels/slack/home/waiting.ts';

describe('a workspace that takes nothing for a while', () => {
  const again: string[] = [];
  beforeEach(() => {
    vi.useFakeTimers();
    again.splice(0);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('rests as long as it asked, and whatever came for it meanwhile waits, while others go on', () => {
    const places = restingPlaces((key) => again.push(key));
    expect(places.joins('T1', 'T1:U1')).toBe(false);
    expect(places.rest('T1', 'T1:U1', 3_000)).toBe(true);
    expect(places.joins('T1', 'T1:U2')).toBe(true);
    expect(places.joins('T2', 'T2:U1')).toBe(false);
    vi.advanceTimersByTime(2_999);
    expect(again).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(again).toEqual(['T1:U1', 'T1:U2']);
    expect(places.joins('T1', 'T1:U1')).toBe(false);
  });

  it('is asked five times for one and the same, and five times again once it was taken', () => {
    const places = restingPlaces((key) => again.push(key));
    const tries = () => {
      let count = 1;
      while (places.rest('T1', 'T1:U1', 10)) {
        vi.advanceTimersByTime(10);
        count++;
      }
      vi.advanceTimersByTime(10);
      return count;
    };
    expect(tries()).toBe(5);
    places.rest('T1', 'T1:U1', 10);
    vi.advanceTimersByTime(10);
    places.served('T1:U1');
    expect(tries()).toBe(5);
  });
});

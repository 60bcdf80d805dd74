import { describe, expect, it } from 'vitest';
import { timingOf } from '../../src/conversation/notice-timing.ts';

const text = { topic: () => 'orders' as const, merge: () => ({}) };
const night = new Date('2026-11-04T22:00:00Z');
const day = new Date('2026-11-04T10:00:00Z');
const waiting = (enabled: boolean, snoozedUntil: string | null) => ({
  details: {},
  timeZone: 'Europe/Warsaw',
  settings: [{ topic: 'orders', enabled, snoozedUntil }],
});

describe('when something is told', () => {
  it('is at once, by night too, where it can’t wait and is no reminder', () => {
    expect(timingOf({}, waiting(false, '2026-12-01T08:00:00Z'), night)).toBe('now');
  });

  it('is never where its topic is off, of what is a reminder of it', () => {
    expect(timingOf(text, waiting(false, null), day)).toBe('never');
    expect(timingOf({ topic: () => undefined }, waiting(false, null), day)).toBe('now');
  });

  it('is after the snooze, and by day with the next summary', () => {
    const end = '2026-11-06T08:00:00+00:00';
    expect(timingOf(text, waiting(true, end), day)).toEqual({ later: new Date(end) });
    expect(timingOf({ topic: text.topic }, waiting(true, end), night)).toEqual({ later: new Date(end) });
    expect(timingOf(text, waiting(true, '2026-11-04T08:00:00Z'), day)).toBe('now');
    expect(timingOf(text, waiting(true, null), night)).toEqual({ later: new Date('2026-11-05T08:00:00Z') });
  });
});

import { describe, expect, it } from 'vitest';
import { dateIn } from '../../src/lib/dates.ts';
import { digestOn, inDigestHours, inWorkingHours, nextDigest } from '../../src/lib/working-hours.ts';

const at = (iso: string) => new Date(iso);

describe('the summary’s moment', () => {
  it.each([
    ['Europe/Warsaw', '2026-03-27', '2026-03-27T08:00:00Z'],
    // The clock goes forward in the night to Sunday, and back in the night to Sunday seven months later.
    ['Europe/Warsaw', '2026-03-29', '2026-03-30T07:00:00Z'],
    ['Europe/Warsaw', '2026-10-23', '2026-10-23T07:00:00Z'],
    ['Europe/Warsaw', '2026-10-25', '2026-10-26T08:00:00Z'],
    ['America/New_York', '2026-03-06', '2026-03-06T14:00:00Z'],
    ['America/New_York', '2026-03-09', '2026-03-09T13:00:00Z'],
    ['America/New_York', '2026-11-02', '2026-11-02T14:00:00Z'],
    ['Asia/Kolkata', '2026-10-26', '2026-10-26T03:30:00Z'],
    // Auckland is a day ahead of Greenwich by then, and its summer begins when Warsaw's ends.
    ['Pacific/Auckland', '2026-09-25', '2026-09-24T21:00:00Z'],
    ['Pacific/Auckland', '2026-09-28', '2026-09-27T20:00:00Z'],
    ['UTC', '2026-11-04', '2026-11-04T09:00:00Z'],
  ])('in %s on %s is %s', (zone, date, instant) => {
    expect(digestOn(zone, date)).toEqual(at(instant));
  });

  it('is of the first working day where the date is none', () => {
    expect(digestOn('Europe/Warsaw', '2026-11-07')).toEqual(at('2026-11-09T08:00:00Z'));
  });

  it('comes next later the same day, the next day, or after the weekend', () => {
    expect(nextDigest('Europe/Warsaw', at('2026-11-05T07:59:59Z'))).toEqual(at('2026-11-05T08:00:00Z'));
    expect(nextDigest('Europe/Warsaw', at('2026-11-05T08:00:00Z'))).toEqual(at('2026-11-06T08:00:00Z'));
    expect(nextDigest('Europe/Warsaw', at('2026-11-06T08:00:00Z'))).toEqual(at('2026-11-09T08:00:00Z'));
    expect(nextDigest('Europe/Warsaw', at('2026-03-27T12:00:00Z'))).toEqual(at('2026-03-30T07:00:00Z'));
    expect(nextDigest('Europe/Warsaw', at('2026-10-23T12:00:00Z'))).toEqual(at('2026-10-26T08:00:00Z'));
  });

  // Half hours, quarters, no summer time, one that moves by half an hour, both sides of the date line.
  it.each([
    ...['Europe/Warsaw', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'Asia/Kathmandu', 'America/Phoenix'],
    ...['Australia/Lord_Howe', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Africa/Casablanca', 'Pacific/Chatham'],
  ])('shows nine on the clock of %s on every working day of a year, none left out', (timeZone) => {
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit' });
    const days = new Set<string>();
    let moment = at('2025-12-31T12:00:00Z');
    for (;;) {
      moment = nextDigest(timeZone, moment);
      const day = dateIn(timeZone, moment);
      if (day > '2026-12-31') break;
      if (day < '2026-01-01') continue;
      expect(clock.format(moment)).toMatch(/^(Mon|Tue|Wed|Thu|Fri),? 09:00$/);
      days.add(day);
    }
    expect(days.size).toBe(261);
  });
});

describe('working hours', () => {
  it('are from eight to six, Monday to Friday, on the person’s clock', () => {
    const warsaw = (iso: string) => inWorkingHours('Europe/Warsaw', at(iso));
    expect(['2026-11-04T07:00:00Z', '2026-11-04T16:59:59Z'].map(warsaw)).toEqual([true, true]);
    expect(['2026-11-04T06:59:59Z', '2026-11-04T17:00:00Z', '2026-11-07T10:00:00Z'].map(warsaw)).toEqual([
      false,
      false,
      false,
    ]);
    expect(inWorkingHours('Pacific/Auckland', at('2026-11-08T20:00:00Z'))).toBe(true);
  });

  it('have the summary from nine on', () => {
    const warsaw = (iso: string) => inDigestHours('Europe/Warsaw', at(iso));
    expect(['2026-11-04T07:59:59Z', '2026-11-04T08:00:00Z', '2026-11-04T17:00:00Z'].map(warsaw)).toEqual([
      false,
      true,
      false,
    ]);
  });
});

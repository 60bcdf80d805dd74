import type { Period } from '../../kit/contract.ts';
import { addDays, type IsoDate } from '../../lib/dates.ts';

/** Whole calendar units: "last month" is all of it. */
export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

const iso = (year: number, month: number, day: number): IsoDate =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

const parts = (date: IsoDate): [year: number, month: number, day: number] => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return [year, month - 1, day];
};

/** 0 for Monday to 6 for Sunday. */
export const weekday = (date: IsoDate): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The calendar unit `offset` units away from the one that holds `today`: -1 is the last one, 0 the current one. */
export function unitAround(today: IsoDate, unit: Unit, offset: number): Period {
  const [year, month] = parts(today);
  switch (unit) {
    case 'day':
      return { from: addDays(today, offset), to: addDays(today, offset) };
    case 'week': {
      const monday = addDays(today, -weekday(today) + 7 * offset);
      return { from: monday, to: addDays(monday, 6) };
    }
    case 'month':
      return monthOf(year, month + offset);
    case 'quarter':
      return quarterOf(year, Math.floor(month / 3) + offset);
    case 'year':
      return yearOf(year + offset);
  }
}

/** `month` from 0; below 0 or above 11 it moves on to other years. */
export const monthOf = (year: number, month: number): Period => ({
  from: iso(year, month, 1),
  to: iso(year, month + 1, 0),
});

/** `quarter` from 0. */
export const quarterOf = (year: number, quarter: number): Period => ({
  from: iso(year, quarter * 3, 1),
  to: iso(year, quarter * 3 + 3, 0),
});

export const yearOf = (year: number): Period => ({ from: iso(year, 0, 1), to: iso(year, 11, 31) });

/** The day, or undefined where the calendar has none such (31 February). `month` from 1. */
export function dayOf(year: number, month: number, day: number): Period | undefined {
  const date = iso(year, month - 1, day);
  return date.endsWith(`-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
    ? { from: date, to: date }
    : undefined;
}

/** Which year is meant where none is said: the latest that has begun, or the current or coming one. */
export type Leaning = 'past' | 'future';

/** The period `make(year)` of the year that `leaning` asks for, seen from `today`. */
export function leaningYear(today: IsoDate, leaning: Leaning, make: (year: number) => Period): Period {
  const [year] = parts(today);
  const here = make(year);
  if (leaning === 'past') return here.from <= today ? here : make(year - 1);
  return here.to >= today ? here : make(year + 1);
}

/** `n` units back from `today`, today included: "last 30 days" (INTENTS.md). */
export function rolling(today: IsoDate, unit: Unit, n: number): Period {
  const [year, month, day] = parts(today);
  const months = { month: n, quarter: 3 * n, year: 12 * n, day: 0, week: 0 }[unit];
  if (months === 0) return { from: addDays(today, unit === 'week' ? -7 * n : -n), to: today };
  const lastDay = Number(monthOf(year, month - months).to.slice(8));
  return { from: iso(year, month - months, Math.min(day, lastDay)), to: today };
}

/** The same, ahead: "for a week" from today on. */
export function rollingAhead(today: IsoDate, unit: Unit, n: number): Period {
  const [year, month, day] = parts(today);
  const months = { month: n, quarter: 3 * n, year: 12 * n, day: 0, week: 0 }[unit];
  if (months === 0) return { from: today, to: addDays(today, unit === 'week' ? 7 * n : n) };
  const lastDay = Number(monthOf(year, month + months).to.slice(8));
  return { from: today, to: iso(year, month + months, Math.min(day, lastDay)) };
}

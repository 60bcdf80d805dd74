import { intlTag, type Locale } from './locale.ts';

/** A calendar date, `YYYY-MM-DD`, in no zone. */
export type IsoDate = string;

const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = tag + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(tag, options);
  formats.set(key, known);
  return known;
}

/** The calendar date at `instant` in an IANA time zone, e.g. `Europe/Warsaw`. */
export function dateIn(timeZone: string, instant: Date): IsoDate {
  return format('sv-SE', { timeZone, dateStyle: 'short' }).format(instant);
}

/** `date` moved by whole days (negative: earlier). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** How many months lie between the two dates' months, whatever their days. */
export function monthsBetween(from: IsoDate, to: IsoDate): number {
  const [first, last] = [from, to].map((date) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)));
  return last! - first!;
}

/** The same day so many months later, or the month's last where it has no such day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year!, month! + months, 0));
  last.setUTCDate(Math.min(day!, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** A date for people: "3 Nov 2026", "3 lis 2026". */
export function showDate(locale: Locale, date: IsoDate): string {
  return format(intlTag[locale], { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/** A moment for people, in their time zone: "3 Nov 2026, 14:05". */
export function showMoment(locale: Locale, timeZone: string, instant: Date): string {
  return format(intlTag[locale], { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(instant);
}

import { addDays, dateIn, type IsoDate } from './dates.ts';

/** People are told what can wait from Monday to Friday, between these hours of theirs (PRODUCT.md section 11). */
const OPENS = 8;
const CLOSES = 18;
/** When the day's summary comes. */
const DIGEST = 9;
const HOUR = 3_600_000;

/** What is asked of a zone's clock. Making one costs more than a hundred uses of it. */
const ASKED = {
  hour: { hour: '2-digit', hourCycle: 'h23' },
  offset: { timeZoneName: 'longOffset' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string, asked: keyof typeof ASKED): Intl.DateTimeFormat {
  const key = `${asked} ${timeZone}`;
  const clock = clocks.get(key) ?? new Intl.DateTimeFormat('en-GB', { timeZone, ...ASKED[asked] });
  clocks.set(key, clock);
  return clock;
}

/** The hour, 0 to 23, at `instant` in an IANA time zone. */
const hourIn = (timeZone: string, instant: Date): number => Number(clockOf(timeZone, 'hour').format(instant));

/** Monday to Friday. */
function isWorkingDay(date: IsoDate): boolean {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day >= 1 && day <= 5;
}

/** Whether somebody in the zone is at work at `now`, so that what can wait need not. */
export function inWorkingHours(timeZone: string, now: Date): boolean {
  const hour = hourIn(timeZone, now);
  return isWorkingDay(dateIn(timeZone, now)) && hour >= OPENS && hour < CLOSES;
}

/** Whether the day's summary may be told at `now`: from its hour on, while the person is at work. */
export const inDigestHours = (timeZone: string, now: Date): boolean =>
  inWorkingHours(timeZone, now) && hourIn(timeZone, now) >= DIGEST;

/** The summary's moment of the first working day from `date` on, in the zone, whatever its clock does that day. */
export function digestOn(timeZone: string, date: IsoDate): Date {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return startOf(timeZone, day);
}

/** The first summary's moment that is later than `after`. */
export function nextDigest(timeZone: string, after: Date): Date {
  const today = dateIn(timeZone, after);
  const first = digestOn(timeZone, today);
  return first > after ? first : digestOn(timeZone, addDays(today, 1));
}

/** The instant at which the zone's clock shows the summary's hour on that date: no zone's clock leaps over it. */
function startOf(timeZone: string, date: IsoDate): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const wanted = Date.UTC(year, month - 1, day, DIGEST);
  // Off by the zone's offset at a moment within a day of it; looked at again where it may have changed between.
  const once = wanted - offsetOf(timeZone, new Date(wanted));
  return new Date(wanted - offsetOf(timeZone, new Date(once)));
}

/** How far the zone's clock is ahead of UTC at `instant`, in milliseconds. */
function offsetOf(timeZone: string, instant: Date): number {
  const parts = clockOf(timeZone, 'offset').formatToParts(instant);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = /GMT([+-])(\d+):(\d+)(?::(\d+))?/.exec(name ?? '') ?? [];
  const ahead = Number(hours) * HOUR + Number(minutes) * 60_000 + Number(seconds) * 1000;
  return sign === '-' ? -ahead : ahead;
}

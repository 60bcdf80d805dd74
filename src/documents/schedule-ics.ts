import ical, {
  escape as escaped,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { addDays, type IsoDate, showDate } from '../lib/dates.ts';
import { intlTag, type Locale } from '../lib/locale.ts';
import { showMoney } from '../lib/money.ts';
import { SCHEDULE_TEXTS } from './schedule-texts.ts';
import type { ScheduleDocument, ScheduleRow } from './types.ts';

/** What RFC 5545 allows in no text; line breaks and tabs are allowed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(CONTROLS, '').toWellFormed();

/** All-day events are dates; the library takes them as midnights. */
const midnight = (date: IsoDate): Date => new Date(`${date}T00:00:00Z`);

/**
 * The subscription billing schedule as a calendar after RFC 5545: an all-day event on each charge date, which keeps its
 * UID from one download to the next, so that a calendar updates what it has. Nothing in it blocks time or rings.
 * @param at the moment it is made, its events' DTSTAMP
 */
export function scheduleIcs(
  { accountName, rows }: ScheduleDocument,
  { locale, at }: { locale: Locale; at: Date },
): Uint8Array {
  const t = SCHEDULE_TEXTS[locale];
  const calendar = ical({
    prodId: { company: 'Portal assistant', product: 'Billing schedule', language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    // The library escapes what stands in events, not the calendar's name.
    name: escaped(plain(`${t.title} – ${accountName}`), false),
  });
  for (const row of rows) {
    calendar.createEvent({
      id: `${row.subscriptionId}-${row.chargeOn}`,
      stamp: at,
      start: midnight(row.chargeOn),
      end: midnight(addDays(row.chargeOn, 1)),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
      summary: `${plain(row.product)}: ${showMoney(locale, row)}`,
      description: describe(row, locale),
    });
  }
  return new TextEncoder().encode(calendar.toString());
}

function describe({ plan, quantity, periodFrom, periodTo }: ScheduleRow, locale: Locale): string {
  const t = SCHEDULE_TEXTS[locale];
  const number = new Intl.NumberFormat(intlTag[locale], { maximumFractionDigits: 6 });
  const days = [periodFrom, periodTo].filter((day) => day !== null).map((day) => showDate(locale, day));
  return [
    `${t.plan}: ${plain(plan)}`,
    `${t.quantity}: ${number.format(quantity as Intl.StringNumericLiteral)}`,
    ...(days.length > 0 ? [`${t.period}: ${days.join(' – ')}`] : []),
  ].join('\n');
}

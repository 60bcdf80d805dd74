import type { Locale } from '../lib/locale.ts';
import { round } from '../lib/money.ts';
import { csvOf } from './csv.ts';
import { SCHEDULE_TEXTS } from './schedule-texts.ts';
import type { ScheduleRow } from './types.ts';

/** The subscription billing schedule as CSV, headers in the reader's language. */
export function scheduleCsv(rows: readonly ScheduleRow[], locale: Locale): Uint8Array {
  const t = SCHEDULE_TEXTS[locale];
  return csvOf(
    [
      [t.chargeOn, ({ chargeOn }) => chargeOn],
      [t.plan, ({ plan }) => plan],
      [t.product, ({ product }) => product],
      [t.quantity, ({ quantity }) => quantity],
      [t.periodFrom, ({ periodFrom }) => periodFrom ?? ''],
      [t.periodTo, ({ periodTo }) => periodTo ?? ''],
      [t.currency, ({ currency }) => currency],
      [t.amount, ({ amount, currency }) => round(amount, currency)],
    ],
    rows,
  );
}

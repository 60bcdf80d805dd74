import { z } from 'zod';
import { scheduleCsv } from '../../documents/schedule-csv.ts';
import { scheduleIcs } from '../../documents/schedule-ics.ts';
import { schedulePdf } from '../../documents/schedule-pdf.ts';
import { SCHEDULE_TEXTS } from '../../documents/schedule-texts.ts';
import type { ScheduleDocument } from '../../documents/types.ts';
import type { FileRef } from '../../kit/card.ts';
import { CodedError } from '../../lib/errors.ts';
import { totals } from '../../lib/money.ts';
import { SCHEDULE_FORMATS, type ScheduleFormat } from '../../lib/schedule-words.ts';
import { storeFile } from '../files/store.ts';
import { periodInput } from '../invoices/filter.ts';
import { changing } from '../operation.ts';
import type { Scope } from '../scope.ts';
import { periodOf, readCharges, type ScheduleSummary } from './charges.ts';

/** About a second of drawing; more has to be narrowed down by period. */
const MOST = 1000;

const TYPES: Record<ScheduleFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
  ics: 'text/calendar; charset=utf-8',
};

/** `file` is null where nothing is charged in the period: an empty file helps nobody. */
export interface Schedule extends ScheduleSummary {
  file: FileRef | null;
}

/**
 * The subscription billing schedule by charge date (PRODUCT.md section 4) as a file stored for the person who asked, and
 * the download written down; without a period, of a year from today on. Throws `invalid` `too_many_charges`.
 */
export const schedule = changing({
  permission: 'schedule.download',
  input: z.strictObject({ format: z.enum(SCHEDULE_FORMATS), period: periodInput.optional() }),
  async handle(scope, { format, period: asked }): Promise<Schedule> {
    const period = periodOf(scope, asked);
    const rows = await readCharges(scope, period, MOST + 1);
    if (rows.length > MOST) throw new CodedError('invalid', 'too_many_charges', { field: 'period', most: MOST });
    const summary = { period, count: rows.length, totals: totals(rows) };
    if (rows.length === 0) return { ...summary, file: null };
    const bytes = await make(scope, format, { accountName: scope.account.name, period, rows });
    const name = `${SCHEDULE_TEXTS[scope.locale].fileName}-${period.from}-${period.to}.${format}`;
    scope.audit({
      action: 'plans.schedule',
      object: `schedule:${period.from} – ${period.to}`,
      outcome: 'done',
      details: { format, count: rows.length },
    });
    return { ...summary, file: await storeFile(scope, 'schedule.download', { name, type: TYPES[format], bytes }) };
  },
});

function make(
  { locale, today, now }: Scope,
  format: ScheduleFormat,
  document: ScheduleDocument,
): Uint8Array | Promise<Uint8Array> {
  if (format === 'pdf') return schedulePdf(document, { locale, on: today });
  return format === 'csv' ? scheduleCsv(document.rows, locale) : scheduleIcs(document, { locale, at: now });
}

import { showDate } from '../lib/dates.ts';
import { counted, intlTag } from '../lib/locale.ts';
import { showMoney, totals } from '../lib/money.ts';
import { closeSheet, openSheet } from './pdf/sheet.ts';
import { drawTable } from './pdf/table.ts';
import { drawHeading, drawTitle } from './pdf/text.ts';
import { CHARGES, SCHEDULE_TEXTS } from './schedule-texts.ts';
import { DOCUMENT_TEXTS } from './texts.ts';
import type { Edition, ScheduleDocument, ScheduleRow } from './types.ts';

/** The subscription billing schedule as PDF, with totals per currency at its end; currencies are never added together. */
export async function schedulePdf(
  { accountName, period, rows }: ScheduleDocument,
  edition: Edition,
): Promise<Uint8Array> {
  const { locale, on } = edition;
  const t = SCHEDULE_TEXTS[locale];
  const { asOf, page } = DOCUMENT_TEXTS[locale];
  const span = `${showDate(locale, period.from)} – ${showDate(locale, period.to)}`;
  const sheet = openSheet(`${t.title} – ${accountName}`, edition);
  const about = [accountName, span, counted(locale, rows.length, CHARGES), asOf(showDate(locale, on))];
  drawTitle(sheet, t.title, about.join(' · '));
  const columns = [
    { header: t.chargeOn, share: 16 },
    { header: t.product, share: 46 },
    { header: t.quantity, share: 12, align: 'right' },
    { header: t.period, share: 32 },
    { header: t.amount, share: 22, align: 'right' },
  ] as const;
  await drawTable(
    sheet,
    columns,
    rows.map((row) => cells(row, locale)),
  );
  drawHeading(sheet, t.totals);
  const sumColumns = [
    { header: t.currency, share: 40 },
    { header: t.charges, share: 40, align: 'right' },
    { header: t.amount, share: 45, align: 'right' },
  ] as const;
  const sums = totals(rows).map((sum) => {
    const count = rows.filter(({ currency }) => currency === sum.currency).length;
    return [sum.currency, String(count), showMoney(locale, sum)].map((text) => ({ text, strong: true }));
  });
  await drawTable(sheet, sumColumns, sums);
  return closeSheet(sheet, `${t.title} – ${accountName}`, page);
}

function cells(
  { chargeOn, plan, product, quantity, periodFrom, periodTo, ...amount }: ScheduleRow,
  locale: Edition['locale'],
) {
  const number = new Intl.NumberFormat(intlTag[locale], { maximumFractionDigits: 6 });
  const days = [periodFrom, periodTo].filter((day) => day !== null);
  return [
    { text: showDate(locale, chargeOn) },
    { text: product, note: plan },
    { text: number.format(quantity as Intl.StringNumericLiteral) },
    { text: days.map((day) => showDate(locale, day)).join(' – ') },
    { text: showMoney(locale, amount) },
  ];
}

import type { Button } from '../../src/kit/card.ts';
import type { Action, Question } from '../../src/kit/dialog.ts';
import { counted, type Localized } from '../../src/lib/locale.ts';
import { SCHEDULE_FORMATS, type ScheduleFormat } from '../../src/lib/schedule-words.ts';
import type { ScheduleSummary } from '../../src/portal/plans/charges.ts';
import { type Context, defineDialog, optional, slot } from '../define.ts';
import { amounts, span } from '../invoices/words.ts';

interface ScheduleTexts {
  /** @param what the period, the charges and their sums */
  ask(what: string): string;
  /** @param when the period */
  what(when: string, charges: number, worth: string): string;
  done(what: string, format: string): string;
  empty(when: string): string;
  formats: Record<ScheduleFormat, string>;
  kinds: Record<ScheduleFormat, string>;
}

const CHARGES = {
  en: { one: 'charge', other: 'charges' },
  pl: { one: 'opłata', few: 'opłaty', many: 'opłat', other: 'opłaty' },
} as const;

const texts: Localized<ScheduleTexts> = {
  en: {
    ask: (what) => `Subscription billing schedule, ${what}. In which format would you like it?`,
    what: (when, charges, worth) => `${when}: ${counted('en', charges, CHARGES)}, ${worth}`,
    done: (what, format) => `Here is the subscription billing schedule as ${format}, ${what}.`,
    empty: (when) =>
      `No subscription is charged in this period (${when}), so no file was made. You can ask for another period.`,
    formats: { csv: 'Spreadsheet (CSV)', pdf: 'PDF', ics: 'Calendar (ICS)' },
    kinds: { csv: 'CSV', pdf: 'PDF', ics: 'a calendar file' },
  },
  pl: {
    ask: (what) => `Harmonogram fakturowania subskrypcji, ${what}. W jakim formacie?`,
    what: (when, charges, worth) => `${when}: ${counted('pl', charges, CHARGES)}, razem ${worth}`,
    done: (what, format) => `Oto harmonogram fakturowania subskrypcji (${format}), ${what}.`,
    empty: (when) =>
      `W tym okresie (${when}) nie ma opłat za subskrypcje, więc plik nie powstał. Można podać inny okres.`,
    formats: { csv: 'Arkusz (CSV)', pdf: 'PDF', ics: 'Kalendarz (ICS)' },
    kinds: { csv: 'CSV', pdf: 'PDF', ics: 'plik kalendarza' },
  },
};

const isFormat = (word: string | undefined): word is ScheduleFormat =>
  (SCHEDULE_FORMATS as readonly (string | undefined)[]).includes(word);

const whatIn = ({ locale }: Pick<Context, 'locale'>, { period, count, totals }: ScheduleSummary): string =>
  texts[locale].what(span(locale, period), count, amounts(locale, totals));

/** The subscription billing schedule as a file, handed over in the chat. */
export const downloadSchedule = defineDialog({
  intent: 'billing.schedule.download',
  permission: 'schedule.download',
  title: { en: 'Download the subscription billing schedule', pl: 'Pobierz harmonogram fakturowania subskrypcji' },
  reads: true,
  slots: {
    /** An empty period is said before a format is asked for. */
    summary: optional<ScheduleSummary>({
      takes: ['period'],
      async resolve({ portal, locale }, { period }) {
        const summary = await portal.plans.charges({ ...(period && { period }) });
        if (summary.count > 0) return { value: summary, pinned: { period: summary.period } };
        return { stop: { text: texts[locale].empty(span(locale, summary.period)) } };
      },
    }),
    format: slot<ScheduleFormat>({
      takes: ['format'],
      resolve: (_ctx, { format }) => (isFormat(format) ? { value: format } : { missing: true }),
      ask: (ctx, { summary }) => question(ctx, texts[ctx.locale].ask(whatIn(ctx, summary as ScheduleSummary))),
    }),
  },
  texts,
  async run(ctx, { summary, format }, { texts: t, key }) {
    const { file, ...now } = await ctx.portal.plans.schedule({
      key,
      format,
      ...(summary && { period: summary.period }),
    });
    if (!file) return { replies: [{ text: t.empty(span(ctx.locale, now.period)) }] };
    return { replies: [{ text: t.done(whatIn(ctx, now), t.kinds[format]), files: [file] }] };
  },
});

const question = ({ locale }: Context, text: string): Question => ({
  text,
  awaiting: 'format',
  card: {
    blocks: [
      { type: 'text', text },
      {
        type: 'actions',
        buttons: SCHEDULE_FORMATS.map(
          (format): Button<Action> => ({
            label: texts[locale].formats[format],
            action: { do: 'fill', slots: { format } },
          }),
        ),
      },
    ],
  },
});

import type { Localized } from '../../lib/locale.ts';

/** Why reminders could not be put off until a day. */
export const REMINDER_REASONS: Record<string, Localized<() => string>> = {
  snooze_past: {
    en: () =>
      'That day is over, so nothing was changed. Please say until when you’d like no reminders, e.g. “snooze until Monday” or “snooze for a week”.',
    pl: () =>
      'Ten dzień już minął, więc nic się nie zmieniło. Proszę napisać, do kiedy nie przypominać, np. „odłóż do poniedziałku” albo „odłóż na tydzień”.',
  },
  snooze_too_long: {
    en: () =>
      'I can put reminders off for at most a year, so nothing was changed. You can turn them off instead: “turn off reminders”.',
    pl: () =>
      'Przypomnienia można odłożyć najwyżej na rok, więc nic się nie zmieniło. Można je za to wyłączyć: „wyłącz przypomnienia”.',
  },
};

import type { Period } from '../../src/kit/contract.ts';
import { addDays, dateIn, type IsoDate } from '../../src/lib/dates.ts';
import type { Topic } from '../../src/lib/topic-words.ts';
import { defineDialog, optional } from '../define.ts';
import { start } from '../home.ts';
import { withSettings } from './notifications-show.ts';
import { topicsSaid } from './notifications-slots.ts';
import { REMINDER_TEXTS, untilWhen } from './notifications-texts.ts';
import { settingsRef } from './notifications-undo.ts';

/** Whose reminders wait: those said, else those of the last summary, else all that are on. */
interface Which {
  topics: Topic[];
  /** All that could be meant, where only some are. */
  all: Topic[];
}

/** Not now, later; undone by how the reminders stood. */
export const snoozeNotifications = defineDialog({
  intent: 'notifications.snooze',
  permission: 'own',
  title: { en: 'Snooze reminders', pl: 'Odłóż przypomnienia' },
  slots: {
    day: optional<IsoDate>({
      takes: ['period'],
      resolve: (ctx, { period }) => ({ value: dayAfter(period, dateIn(ctx.timeZone, ctx.now)) }),
    }),
    which: optional<Which>({
      takes: ['topic'],
      async resolve(ctx, { topic }) {
        const { portal, locale } = ctx;
        const { settings, lastTold } = await portal.reminders.show({});
        const on = settings.filter(({ enabled }) => enabled).map((one) => one.topic);
        const all = settings.filter(({ enabled, applies }) => enabled && applies).map((one) => one.topic);
        const said = topicsSaid(topic);
        const wanted = said.length > 0 ? said : lastTold;
        const topics = wanted.filter((one) => on.includes(one));
        if (topics.length > 0) return { value: { topics, all } };
        const t = REMINDER_TEXTS[locale];
        if (said.length > 0) return { stop: withSettings(ctx, t.alreadyOff(said)) };
        return all.length > 0 ? { value: { topics: all, all } } : { stop: withSettings(ctx, t.nothingOn) };
      },
    }),
  },
  texts: REMINDER_TEXTS,
  async run(ctx, { day, which }, { texts, key }) {
    const { locale, timeZone, portal } = ctx;
    const { topics, all } = which!;
    const { until, before } = await portal.reminders.snooze({ key, topics, day: day! });
    const text = [
      texts.snoozed(topics, untilWhen(locale, timeZone, until)),
      ...(topics.includes('approvals') ? [texts.approvalsCome] : []),
    ].join(' ');
    const others = all.some((topic) => !topics.includes(topic));
    const period = { from: day!, to: day! };
    const more = others
      ? [start(texts.labels.snoozeAll, 'notifications.snooze', { topic: all.join(','), period })]
      : [];
    return {
      replies: [withSettings(ctx, text, ...more)],
      undo: { intent: 'notifications.set' as const, slots: settingsRef(before), asks: texts.undo },
    };
  },
});

/**
 * The day reminders go on: the first of a period that lies ahead ("until Monday", "next week"), the last of one counted
 * from today ("for a week"), the one after a period that has begun ("this month"); tomorrow where nothing was said.
 */
function dayAfter(period: Period | undefined, today: IsoDate): IsoDate {
  if (!period) return addDays(today, 1);
  const { from, to } = period;
  if (from > today) return from;
  return from === today && to > today ? to : addDays(to, 1);
}

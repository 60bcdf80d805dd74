import type { Block, Button } from '../../src/kit/card.ts';
import type { Action, Draft } from '../../src/kit/dialog.ts';
import type { TopicStanding } from '../../src/portal/reminders/settings.ts';
import type { Context } from '../define.ts';
import { buttonsIn, start } from '../home.ts';
import { REMINDER_TEXTS, topicTitle, untilWhen } from './notifications-texts.ts';

/** An answer about reminders, with what leads on from it, the settings last. */
export function withSettings({ locale }: Pick<Context, 'locale'>, text: string, ...more: Button<Action>[]): Draft {
  const settings = start(REMINDER_TEXTS[locale].labels.settings, 'notifications.set');
  return { text, card: { blocks: [{ type: 'text', text }, ...buttonsIn(...more, settings)] } };
}

/** How the reminders stand that the person's roles have something to say about, each with what can be done with it. */
export function settingsDraft(ctx: Context, settings: readonly TopicStanding[]): Draft {
  const { locale } = ctx;
  const t = REMINDER_TEXTS[locale];
  const theirs = settings.filter(({ applies }) => applies);
  const rows = theirs.map((one) => ({
    cells: [topicTitle(locale, one.topic), stateOf(ctx, one)],
    actions: actionsOf(ctx, one),
  }));
  const table: Block<Action> = {
    type: 'table',
    columns: [{ label: t.columns.topic }, { label: t.columns.state }],
    rows,
  };
  const list = theirs.map((one) => `${topicTitle(locale, one.topic)}: ${stateOf(ctx, one)}.`).join(' ');
  return { text: `${t.how} ${list}`, card: { blocks: [{ type: 'text', text: t.how }, table] } };
}

function stateOf({ locale, timeZone }: Context, { enabled, snoozedUntil }: TopicStanding): string {
  const { stands } = REMINDER_TEXTS[locale];
  if (!enabled) return stands.off;
  return snoozedUntil ? stands.snoozed(untilWhen(locale, timeZone, snoozedUntil)) : stands.on;
}

/** The opposite of how it is; put off until tomorrow where it is on; a snooze can be ended. */
function actionsOf({ locale }: Context, { topic, enabled, snoozedUntil }: TopicStanding): Button<Action>[] {
  const { labels } = REMINDER_TEXTS[locale];
  const on = start(labels.on, 'notifications.set', { topic, enabled: 'true' });
  const off = start(labels.off, 'notifications.set', { topic, enabled: 'false' });
  if (!enabled) return [on];
  return snoozedUntil ? [on, off] : [off, start(labels.later, 'notifications.snooze', { topic })];
}

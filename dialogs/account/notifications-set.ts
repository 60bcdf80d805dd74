import type { Draft, FrameSlots, Question } from '../../src/kit/dialog.ts';
import type { Topic } from '../../src/lib/topic-words.ts';
import type { Setting, TopicStanding } from '../../src/portal/reminders/settings.ts';
import { type Context, defineDialog, optional, slot } from '../define.ts';
import { start } from '../home.ts';
import { settingsDraft, withSettings } from './notifications-show.ts';
import { topicsSaid } from './notifications-slots.ts';
import { REMINDER_TEXTS, topicTitle } from './notifications-texts.ts';
import { settingsIn, settingsRef } from './notifications-undo.ts';

/** Reminders on or off by topic; without saying which way, how they stand. Undone by how they stood. */
export const setNotifications = defineDialog({
  intent: 'notifications.set',
  permission: 'own',
  title: { en: 'Reminders', pl: 'Przypomnienia' },
  slots: {
    before: optional<Setting[]>({
      takes: ['ref'],
      resolve: (_ctx, { ref }) => (ref ? { value: settingsIn(ref) } : { missing: true }),
    }),
    enabled: optional<boolean>({
      takes: ['enabled'],
      resolve: (_ctx, { enabled }) => (enabled ? { value: enabled === 'true' } : { missing: true }),
    }),
    topics: slot<Topic[]>({
      takes: ['topic'],
      async resolve(ctx, { topic }, { before, enabled }) {
        const topics = topic === 'all' ? await theirs(ctx) : topicsSaid(topic);
        // Nothing is switched: what stands is shown, of all topics.
        if (before !== undefined || enabled === undefined) return { value: topics };
        return topics.length > 0 ? { value: topics } : { missing: true };
      },
      ask: (ctx, { enabled }) => which(ctx, enabled === true),
    }),
  },
  texts: REMINDER_TEXTS,
  async run(ctx, { before, enabled, topics }, { texts, key }) {
    const { reminders } = ctx.portal;
    if (before) {
      await reminders.restore({ key, settings: before });
      return { replies: [withSettings(ctx, texts.back)] };
    }
    if (enabled === undefined) {
      const { settings } = await reminders.show({});
      return { replies: [settingsDraft(ctx, settings)] };
    }
    const changed = await reminders[enabled ? 'switchOn' : 'switchOff']({ key, topics });
    return {
      replies: [answer(ctx, enabled, topics, changed)],
      ...(changed.before.length > 0 && {
        undo: { intent: 'notifications.set' as const, slots: settingsRef(changed.before), asks: texts.undo },
      }),
    };
  },
});

interface Changed {
  settings: TopicStanding[];
  before: Setting[];
}

/** What is so now, what of it makes no difference to the person, and what is told all the same. */
function answer(ctx: Context, enabled: boolean, topics: readonly Topic[], { settings, before }: Changed): Draft {
  const t = REMINDER_TEXTS[ctx.locale];
  const did = before.length > 0;
  const said = did ? before.map(({ topic }) => topic) : topics;
  const notYours = enabled
    ? settings.filter(({ topic, applies }) => said.includes(topic) && !applies).map(({ topic }) => topic)
    : [];
  const main = enabled ? (did ? t.on : t.alreadyOn) : did ? t.off : t.alreadyOff;
  const text = [
    main(said),
    ...(notYours.length > 0 ? [t.notYours(notYours.length < said.length ? notYours : undefined)] : []),
    ...(!enabled && said.includes('approvals') ? [t.approvalsStay] : []),
  ].join(' ');
  return withSettings(ctx, text, ...(notYours.length > 0 ? [start(t.labels.askRole, 'access.request')] : []));
}

/** All topics that the person's roles have a use for. */
async function theirs({ portal }: Context): Promise<Topic[]> {
  const { settings } = await portal.reminders.show({});
  return settings.filter(({ applies }) => applies).map(({ topic }) => topic);
}

/** Those that would be changed, each as a button, and all of them. */
async function which({ locale, portal }: Context, on: boolean): Promise<Question> {
  const t = REMINDER_TEXTS[locale];
  const { settings } = await portal.reminders.show({});
  const open = settings.filter(
    ({ applies, enabled, snoozedUntil }) => applies && (on ? !enabled || snoozedUntil : enabled),
  );
  const topics = (open.length > 0 ? open : settings.filter(({ applies }) => applies)).map(({ topic }) => topic);
  const text = on ? t.ask : t.askOff;
  const fill = (label: string, slots: FrameSlots) => ({ label, action: { do: 'fill' as const, slots } });
  const buttons = [
    ...topics.map((topic) => fill(topicTitle(locale, topic), { topic })),
    ...(topics.length > 1 ? [fill(t.all, { topic: topics.join(',') })] : []),
  ];
  return {
    text,
    awaiting: 'topic',
    card: {
      blocks: [
        { type: 'text', text },
        { type: 'actions', buttons },
      ],
    },
  };
}

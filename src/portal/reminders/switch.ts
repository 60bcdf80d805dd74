import { z } from 'zod';
import { TOPICS, type Topic } from '../../lib/topic-words.ts';
import { changing } from '../operation.ts';
import type { Scope } from '../scope.ts';
import { lockOwn, onlyOf, readSettings, type Setting, type TopicStanding, writeSettings } from './settings.ts';

export const topicsInput = z.array(z.enum(TOPICS)).min(1).max(TOPICS.length);

/** How all topics stand now, and how those that were changed stood before, for taking it back. */
export interface Changed {
  settings: TopicStanding[];
  before: Setting[];
}

/** Has the person told of these topics again; a snooze of them is over, and what it held back comes next. */
export const switchOn = changing({
  permission: 'own',
  input: z.strictObject({ topics: topicsInput }),
  async handle(scope, { topics }): Promise<Changed> {
    const changed = await change(scope, topics, true);
    if (changed.before.length > 0) {
      await scope.tx.reminder.updateMany({
        where: { contactId: scope.actor.id, topic: { in: topics }, againAt: { gt: scope.now } },
        data: { againAt: scope.now },
      });
      scope.audit({ action: 'reminders.switchOn', object: `topics:${topics.join(',')}`, outcome: 'done' });
    }
    return changed;
  },
});

/** No longer reminds the person of these topics. */
export const switchOff = changing({
  permission: 'own',
  input: z.strictObject({ topics: topicsInput }),
  async handle(scope, { topics }): Promise<Changed> {
    const changed = await change(scope, topics, false);
    if (changed.before.length > 0) {
      scope.audit({ action: 'reminders.switchOff', object: `topics:${topics.join(',')}`, outcome: 'done' });
    }
    return changed;
  },
});

/** Switches those of the topics that are not so already. */
async function change(scope: Scope, topics: readonly Topic[], enabled: boolean): Promise<Changed> {
  await lockOwn(scope);
  const stood = await readSettings(scope);
  const before = onlyOf(stood, topics).filter((one) => one.enabled !== enabled || one.snoozedUntil !== null);
  await writeSettings(
    scope,
    before.map(({ topic }) => ({ topic, enabled, snoozedUntil: null })),
  );
  return { settings: await readSettings(scope), before };
}

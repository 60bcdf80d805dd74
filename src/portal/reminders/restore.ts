import { z } from 'zod';
import { TOPICS } from '../../lib/topic-words.ts';
import { changing } from '../operation.ts';
import { lockOwn, readSettings, type TopicStanding, writeSettings } from './settings.ts';

/** Puts settings back as they stood before they were switched or snoozed; what a snooze was to repeat is not repeated. */
export const restore = changing({
  permission: 'own',
  input: z.strictObject({
    settings: z
      .array(
        z.strictObject({
          topic: z.enum(TOPICS),
          enabled: z.boolean(),
          snoozedUntil: z.iso.datetime().nullable(),
        }),
      )
      .min(1)
      .max(TOPICS.length),
  }),
  async handle(scope, { settings }): Promise<{ settings: TopicStanding[] }> {
    await lockOwn(scope);
    await writeSettings(scope, settings);
    for (const { topic, snoozedUntil } of settings) {
      await scope.tx.reminder.updateMany({
        where: { contactId: scope.actor.id, topic, againAt: { not: null } },
        data: { againAt: snoozedUntil },
      });
    }
    const object = `topics:${settings.map(({ topic }) => topic).join(',')}`;
    scope.audit({ action: 'reminders.restore', object, outcome: 'done' });
    return { settings: await readSettings(scope) };
  },
});

import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { digestOn } from '../../lib/working-hours.ts';
import { dateInput } from '../date-input.ts';
import { changing } from '../operation.ts';
import { lockOwn, onlyOf, readSettings, writeSettings } from './settings.ts';
import { type Changed, topicsInput } from './switch.ts';
import { zoneOf } from './zone.ts';

interface Snoozed extends Changed {
  /** When it goes on, ISO 8601 in UTC. */
  until: string;
}

/** Nobody means a reminder of years later; longer than this it is switched off instead. */
const LONGEST_MS = 366 * 86_400_000;

/**
 * Tells the person nothing of these topics before the summary of `day`, or of the first working day after it, in their
 * time zone; then also what they had been told of and still stands. A topic switched off stays so. Throws `invalid`:
 * `snooze_past`, `snooze_too_long`.
 */
export const snooze = changing({
  permission: 'own',
  input: z.strictObject({ topics: topicsInput, day: dateInput }),
  async handle(scope, { topics, day }): Promise<Snoozed> {
    await lockOwn(scope);
    const until = digestOn(await zoneOf(scope), day);
    if (until <= scope.now) throw new CodedError('invalid', 'snooze_past', { field: 'period', day });
    if (until.getTime() - scope.now.getTime() > LONGEST_MS) {
      throw new CodedError('invalid', 'snooze_too_long', { field: 'period', day });
    }
    const before = onlyOf(await readSettings(scope), topics);
    const snoozedUntil = until.toISOString();
    await writeSettings(
      scope,
      before.map(({ topic, enabled }) => ({ topic, enabled, snoozedUntil })),
    );
    await scope.tx.reminder.updateMany({
      where: { contactId: scope.actor.id, topic: { in: topics } },
      data: { againAt: until },
    });
    const object = `topics:${topics.join(',')}`;
    scope.audit({ action: 'reminders.snooze', object, outcome: 'done', details: { to: day } });
    return { settings: await readSettings(scope), before, until: snoozedUntil };
  },
});

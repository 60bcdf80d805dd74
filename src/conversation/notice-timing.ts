import type { NoticeText } from '../kit/dialog.ts';
import { inWorkingHours, nextDigest } from '../lib/working-hours.ts';
import type { WaitingNotice } from './notice-store.ts';

/** When something is told: `later` is the moment to look again. */
type Timing = 'now' | 'never' | { later: Date };

/**
 * When a person is told of something, by what they have set and by their hours (PRODUCT.md section 11). What can wait
 * and comes outside of them is told with the next summary.
 */
export function timingOf<P>(
  { topic, merge }: Pick<NoticeText<P>, 'topic' | 'merge'>,
  { details, settings, timeZone }: Pick<WaitingNotice, 'details' | 'settings' | 'timeZone'>,
  now: Date,
): Timing {
  const about = topic?.(details);
  const setting = settings.find((one) => one.topic === about);
  if (setting && !setting.enabled) return 'never';
  const end = setting?.snoozedUntil ? new Date(setting.snoozedUntil) : now;
  if (end > now) return { later: end };
  if (merge && !inWorkingHours(timeZone, now)) return { later: nextDigest(timeZone, now) };
  return 'now';
}

import type { FrameSlots } from '../../src/kit/dialog.ts';
import { isTopic } from '../../src/lib/topic-words.ts';
import type { Setting } from '../../src/portal/reminders/settings.ts';

/** Settings as a button or an undo carries them: `renewals=on,orders=2026-11-09T08:00:00.000Z`. */
export const settingsRef = (settings: readonly Setting[]): FrameSlots => ({
  ref: settings
    .map(({ topic, enabled, snoozedUntil }) => `${topic}=${!enabled ? 'off' : (snoozedUntil ?? 'on')}`)
    .join(','),
});

/** The settings of a `settingsRef`; what is none is left out, and the portal checks the rest. */
export const settingsIn = (ref: string): Setting[] =>
  ref.split(',').flatMap((part) => {
    const [topic, how] = part.split('=');
    if (!isTopic(topic) || !how) return [];
    return [{ topic, enabled: how !== 'off', snoozedUntil: how === 'on' || how === 'off' ? null : how }];
  });

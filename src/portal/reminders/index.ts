import { digest } from './digest.ts';
import { restore } from './restore.ts';
import { show } from './show.ts';
import { snooze } from './snooze.ts';
import { switchOff, switchOn } from './switch.ts';

export const reminders = { show, switchOn, switchOff, snooze, restore, digest } as const;

import type { NoticeDetails } from '../../src/kit/dialog.ts';
import type { Topic } from '../../src/lib/topic-words.ts';

/**
 * Being asked to decide is no reminder: it may wait for nobody else, so it comes at once whatever somebody has switched
 * off or snoozed. What comes a day later is one.
 */
export const reminderOfApproval = ({ reminder }: NoticeDetails): Topic | undefined =>
  reminder === true ? 'approvals' : undefined;

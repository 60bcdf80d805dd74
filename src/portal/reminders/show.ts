import { z } from 'zod';
import type { Topic } from '../../lib/topic-words.ts';
import { reading } from '../operation.ts';
import { readSettings, type TopicStanding } from './settings.ts';

/** How long a summary is what "remind me later" is said about. */
const RECENT_MS = 86_400_000;

interface Reminders {
  settings: TopicStanding[];
  /** What the person was last reminded of, where that is not long ago. */
  lastTold: Topic[];
}

/** What the person asking is told of without asking, and what not. */
export const show = reading({
  permission: 'own',
  input: z.strictObject({}),
  async handle(scope): Promise<Reminders> {
    const { tx, actor, now } = scope;
    const rows = await tx.$queryRaw<{ topic: Topic }[]>`
      SELECT DISTINCT topic FROM reminder
      WHERE "contactId" = ${actor.id}::uuid AND "toldAt" >= ${new Date(now.getTime() - RECENT_MS)}
        AND "toldAt" = (SELECT max("toldAt") FROM reminder WHERE "contactId" = ${actor.id}::uuid)`;
    return { settings: await readSettings(scope), lastTold: rows.map(({ topic }) => topic) };
  },
});

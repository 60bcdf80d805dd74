import { TOPICS, type Topic } from '../../lib/topic-words.ts';
import type { Scope } from '../scope.ts';
import { TOPIC_PERMISSIONS } from './topics.ts';

/** How the person asking has set a topic. */
export interface Setting {
  topic: Topic;
  enabled: boolean;
  /** ISO 8601 in UTC; null also where that moment is over. */
  snoozedUntil: string | null;
}

/** A setting with what it is worth to the person. */
export interface TopicStanding extends Setting {
  /** The person's roles let them be told of it. */
  applies: boolean;
}

/** How every topic stands with the person asking; all are on until they are switched off. */
export async function readSettings(scope: Scope): Promise<TopicStanding[]> {
  const rows = await scope.tx.notificationSetting.findMany({ where: { contactId: scope.actor.id } });
  return TOPICS.map((topic) => {
    const row = rows.find((one) => one.topic === topic);
    const until = row?.snoozedUntil && row.snoozedUntil > scope.now ? row.snoozedUntil.toISOString() : null;
    const applies = TOPIC_PERMISSIONS[topic].some(scope.may);
    return { topic, enabled: row?.enabled ?? true, snoozedUntil: until, applies };
  });
}

/** Makes another change of the person's settings, and the job that reminds them, wait until this one is over. */
export async function lockOwn({ tx, actor }: Scope): Promise<void> {
  await tx.$executeRaw`SELECT FROM contact WHERE id = ${actor.id}::uuid FOR NO KEY UPDATE`;
}

/** Writes settings of the person asking as they are given. */
export async function writeSettings({ tx, actor }: Scope, settings: readonly Setting[]): Promise<void> {
  for (const { topic, enabled, snoozedUntil } of settings) {
    await tx.notificationSetting.upsert({
      where: { contactId_topic: { contactId: actor.id, topic } },
      create: { contactId: actor.id, topic, enabled, snoozedUntil },
      update: { enabled, snoozedUntil },
    });
  }
}

/** The settings of these topics, as they were before a change and without what they are worth. */
export const onlyOf = (settings: readonly TopicStanding[], topics: readonly Topic[]): Setting[] =>
  settings
    .filter(({ topic }) => topics.includes(topic))
    .map(({ topic, enabled, snoozedUntil }) => ({ topic, enabled, snoozedUntil }));

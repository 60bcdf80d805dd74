import type { Locale } from '../../src/lib/locale.ts';
import { aboutTopics, isTopic, type Topic } from '../../src/lib/topic-words.ts';

/** The topics said: one, or several joined by commas as a button carries them. */
export const topicsSaid = (said: string | undefined): Topic[] => (said ?? '').split(',').filter(isTopic);

/** " about renewals" of topics as a record names them, or nothing where it names none. */
export function aboutSaid(locale: Locale, said: string): string {
  const topics = topicsSaid(said);
  return topics.length > 0 ? ` ${aboutTopics(locale, topics)}` : '';
}

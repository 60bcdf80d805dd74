import { z } from 'zod';
import type { Installed, Removed } from './handlers.ts';
import { id, read, word } from './read.ts';
import { speakerOf, spoken } from './speaker.ts';

const changed = spoken.extend({
  type: word,
  /** Of `installationUpdate`. */
  action: word.nullish(),
  /** Of `conversationUpdate`. */
  membersAdded: z.array(z.object({ id })).nullish(),
  membersRemoved: z.array(z.object({ id })).nullish(),
});

export type Lifecycle = ({ do: 'installed' } & Installed) | ({ do: 'removed' } & Removed);

/**
 * `installationUpdate` and `conversationUpdate`: the app came or went, which Teams tells by either or by both. Undefined
 * is of no concern: other members, a new name, an update of the app.
 */
export function lifecycle(body: unknown, now: Date): Lifecycle | undefined {
  const told = read(changed, body);
  const ours = (members: { id: string }[] | null | undefined) => members?.some((one) => one.id === told.recipient.id);
  const installed = told.action === 'add' || ours(told.membersAdded);
  const removed = told.action === 'remove' || ours(told.membersRemoved);
  const speaker = installed || removed ? speakerOf(told, now) : undefined;
  if (!speaker) return undefined;
  const { address, place, locale, at } = speaker;
  const where = { address, ...(place && { place }), at };
  if (removed) return { do: 'removed', ...where };
  const by = told.type === 'installationUpdate' ? 'installation' : 'members';
  return { do: 'installed', by, ...where, ...(locale && { locale }) };
}

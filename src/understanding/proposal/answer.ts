import { z } from 'zod';
import { INTENTS, type SlotName } from '../../kit/contract.ts';
import { PROPOSABLE } from './meanings.ts';

/** The normal forms of slots that have a closed list of them (INTENTS.md, "Slots"). */
export const FORMS = {
  status: ['overdue', 'open', 'unpaid', 'closed', 'active', 'expiring', 'expired', 'delivered', 'cancelled', 'all'],
  role: ['finance', 'technical', 'management'],
  method: ['card', 'bank'],
  format: ['pdf', 'csv', 'ics'],
  locale: ['en', 'pl'],
  topic: ['overdue_invoices', 'renewals', 'expiring_cards', 'orders', 'approvals'],
  enabled: ['true', 'false'],
} as const satisfies Partial<Record<SlotName, readonly string[]>>;

/** Slots a model may name. What it says of the others is found in the text itself, or is nothing. */
export const NAMED = [
  ...['invoice', 'order', 'contract', 'ordinal', 'amount', 'email', 'name', 'mention', 'phone'],
  ...['status', 'role', 'method', 'format', 'locale', 'topic', 'enabled', 'organization', 'reason'],
] as const satisfies readonly SlotName[];

/** Nobody means more things by one text. */
const MOST_WISHES = 5;
// Only the slots that are said: a model takes its time for each word it answers, and fills in what it is asked for.
const slot = z.strictObject({ slot: z.enum(NAMED), value: z.string() });
const wish = z.strictObject({
  intent: z.enum(PROPOSABLE),
  slots: z.array(slot).refine(({ length }) => length <= NAMED.length),
});

/** What a language model has to answer, and is held to again; servers take no lengths in a schema, so they are ours. */
export const answerSchema = z.strictObject({
  wishes: z.array(wish).refine(({ length }) => length > 0 && length <= MOST_WISHES),
});
export type Answer = z.infer<typeof answerSchema>;
export type ProposedWish = Answer['wishes'][number];

/** The slots of an intent that a model may name. */
export const namedOf = (intent: keyof typeof INTENTS): readonly SlotName[] =>
  (INTENTS[intent] as readonly SlotName[]).filter((slot) => (NAMED as readonly SlotName[]).includes(slot));

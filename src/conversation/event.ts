import { z } from 'zod';
import { LOCALES } from '../lib/locale.ts';
import { wishSchema } from './wish.ts';

/** Longer than anybody types; a text over it is answered as too long and not read. */
export const MAX_TEXT = 4000;

const user = z.object({
  channel: z.enum(['slack', 'teams', 'web']),
  tenantId: z.string().min(1).max(200),
  userId: z.string().min(1).max(320),
});

const content = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('text'),
    text: z.string(),
    /** Somebody's message that was pointed at, not the person's own words: it may start reading dialogs only. */
    quoted: z.literal(true).optional(),
    cardRemoved: z.literal(true).optional(),
  }),
  z.object({ type: z.literal('too_long') }),
  /** A button's id, and what stood in the form's fields beside it. */
  z.object({
    type: z.literal('press'),
    press: z.string().max(64),
    values: z.record(z.string().max(64), z.string().max(MAX_TEXT)).optional(),
    cardRemoved: z.literal(true).optional(),
  }),
  /** A command or a button that is no part of a reply: it has no more power than typing the same. */
  wishSchema.extend({ type: z.literal('wish') }),
  /** A one-time code, of which only the proof is kept that it was the right one. */
  z.object({ type: z.literal('code'), proof: z.string().max(200) }),
]);

/** What comes in from any channel, verified and normalised, as it stands in the inbox. */
export const eventSchema = z.object({
  conversation: z.string().min(1).max(500),
  user,
  /** What the channel needs to find the place again. */
  address: z.record(z.string(), z.unknown()),
  /** Others read along. */
  shared: z.boolean(),
  /** Somebody of another workspace or organization, who shares only this place with ours. */
  stranger: z.literal(true).optional(),
  /** The chat profile's language, when the platform tells one. */
  profileLocale: z.enum(LOCALES).optional(),
  /** When the person wrote or pressed, by the platform's clock; ISO 8601. */
  at: z.iso.datetime(),
  content,
});

export type Event = z.infer<typeof eventSchema>;

/** Unicode's composed form, without control characters (line ends and tabs stay), halves and marks nobody sees. */
export const cleanText = (raw: string): string => raw.toWellFormed().normalize('NFC').replace(UNSEEN, '').trim();

/** A person's text made safe to keep; `too_long` where it is longer than `MAX_TEXT`. */
export function textContent(raw: string): Event['content'] {
  if (raw.length > MAX_TEXT * 4) return { type: 'too_long' };
  const text = cleanText(raw);
  return text.length > MAX_TEXT ? { type: 'too_long' } : { type: 'text', text };
}

const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it takes out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]/g;

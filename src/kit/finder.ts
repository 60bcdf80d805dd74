import type { Locale, Localized } from '../lib/locale.ts';
import type { Card } from './card.ts';
import type { Context, FrameSlots } from './dialog.ts';

/** Something a person may read, found to be shown to others. */
export interface Found {
  /** One line for the person who looks for it, e.g. number and amount. */
  title: string;
  /** What tells it from others, for them alone. */
  detail: string;
  /** As others see it, in words and as a card: nothing to press, and nothing that they need not know. */
  text: string;
  card: Card<never>;
}

/** How things of one kind are found by a few words while somebody writes to others. It reads and changes nothing. */
export interface Finder<P> {
  /** What the person must hold; the portal decides, this is for not asking it in vain, which it would write down. */
  permission: string;
  /** What makes a sentence of bare words, so that they are understood: `invoices` and `last month`. */
  subject: Localized;
  /** The likeliest first, at most ten. Nothing typed: what people look for most. */
  find(ctx: Context<P>, typed: { text: string; slots: FrameSlots }): Promise<readonly Found[]>;
  /** What is said where nothing fits. */
  nothing(locale: Locale, text: string): string;
}

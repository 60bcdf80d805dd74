import type { Locale } from '../lib/locale.ts';
import type { Engine } from './engine.ts';
import type { Work } from './store.ts';

/**
 * What to speak with somebody who has set no language: the chat profile's, else the text's, else what was spoken
 * (PRODUCT.md section 8). The profile is asked for once in a conversation, and kept with its state.
 */
export async function languageOf<P>(engine: Engine<P>, work: Work): Promise<Locale> {
  const { event, state } = work;
  const told = event.profileLocale ?? (await profileLocale(engine, work));
  if (told) return told;
  const before = state.language ?? 'en';
  if (event.content.type !== 'text') return before;
  const today = engine.clock.now().toISOString().slice(0, 10);
  return engine.understand(event.content.text, { today, locale: before }).language;
}

async function profileLocale<P>({ channels, log }: Engine<P>, work: Work): Promise<Locale | undefined> {
  const { user, address, stranger } = work.event;
  const { profile } = channels[user.channel] ?? {};
  if (!profile || stranger || work.state.profileLocale !== undefined) return work.state.profileLocale ?? undefined;
  try {
    const { locale } = await profile(user, address);
    work.state = { ...work.state, profileLocale: locale ?? null };
    return locale;
  } catch (err) {
    // Asked again with the next turn: a reply in the text's language is better than none.
    log.warn({ err, tenantId: user.tenantId }, 'a chat profile could not be read');
    return undefined;
  }
}

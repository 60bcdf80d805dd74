import { isCoded } from '../lib/errors.ts';
import type { Locale } from '../lib/locale.ts';
import type { ChatUser } from '../portal/identity.ts';
import type { Profile } from './channel.ts';
import { CONNECT_TEXTS, wait, whom } from './connect-texts.ts';
import type { Engine } from './engine.ts';
import type { Event } from './event.ts';
import { TEXTS } from './texts.ts';

/**
 * Who the platform says they are; on a channel that says nothing, a member. Whom it can't find, as somebody without a
 * direct chat may be, is a stranger: nothing is done for them, and nothing could be said.
 */
export async function profileOf<P>(
  { channels }: Engine<P>,
  { user, address }: Pick<Event, 'user' | 'address'>,
): Promise<Profile> {
  try {
    return (await channels[user.channel]?.profile?.(user, address)) ?? { kind: 'member' };
  } catch (error) {
    if (isCoded(error, 'not_found')) return { kind: 'stranger' };
    throw error;
  }
}

/** Why somebody is never linked (PRODUCT.md section 7): guests, programs, people of other workspaces. */
export function turnedAway(locale: Locale, { kind }: Profile): string | undefined {
  const { guest, bot } = CONNECT_TEXTS[locale];
  return { member: undefined, guest, bot, stranger: TEXTS[locale].stranger }[kind];
}

/**
 * Asks for a one-time code, unless for somebody who is never linked, and says the same whether or not the e-mail is known.
 * @param key the event's or the frame's: served again it asks once
 */
export async function askFor<P>(
  { identity, clock }: Engine<P>,
  user: ChatUser,
  profile: Profile,
  wish: { email: string; locale: Locale; key: string },
): Promise<string> {
  const { email, locale, key } = wish;
  const { name, tenantName } = profile;
  const away = turnedAway(locale, profile);
  if (away) return away;
  const t = CONNECT_TEXTS[locale];
  try {
    const asker = { ...(name && { name }), ...(tenantName && { tenantName }) };
    const asked = await identity.askCode(user, email, { asker, locale, key });
    return asked.asked ? t.codeAsked(email) : t.tooMany(wait(locale, asked.until.getTime() - clock.now().getTime()));
  } catch (error) {
    if (isCoded(error, 'invalid')) return t.noEmail;
    throw error;
  }
}

/** Takes a code that was written in; in a shared place it is ended instead. What is said, and whether it has linked. */
export async function takeCode<P>(
  engine: Engine<P>,
  event: Pick<Event, 'user' | 'address' | 'shared'>,
  { proof, key, locale }: { proof: string; key: string; locale: Locale },
): Promise<{ text: string; linked: boolean }> {
  const { identity } = engine;
  const { user, shared } = event;
  const t = CONNECT_TEXTS[locale];
  if (shared) {
    await identity.endCode(user, proof);
    return { text: t.codeInShared, linked: false };
  }
  const profile = await profileOf(engine, event);
  const away = turnedAway(locale, profile);
  if (away) return { text: away, linked: false };
  const proven = await identity.prove(user, proof, key, profile.tenantName);
  if (proven.linked) return { text: t.connected(whom(locale, proven.linked)), linked: true };
  const said = {
    wrong: t.wrong(proven.left ?? 0),
    ...{ too_many: t.spent, expired: t.expired, used: t.used, none: t.none, no_account: t.noAccount },
  };
  return { text: said[proven.why], linked: false };
}

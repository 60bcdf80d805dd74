import type { Reply } from '../../../kit/card.ts';
import { isCoded } from '../../../lib/errors.ts';
import { LOCALES, type Locale } from '../../../lib/locale.ts';
import type { TeamsAddress } from '../address.ts';
import type { Elsewhere } from '../receive/handlers.ts';
import type { PersonalChats } from './chats.ts';
import type { TeamsConnector } from './connector.ts';
import { isGone } from './errors.ts';
import { messageOf } from './message.ts';

const TEXTS = {
  en: {
    answered: 'I’ve answered in our personal chat, where nobody reads along.',
    noApp:
      'I answer in a personal chat, where nobody reads along, and can’t reach you in one yet. Add the app for yourself, then ask again.',
    add: 'Add the app',
    stranger: 'I can only help people of the organization that uses me. Nothing was done.',
  },
  pl: {
    answered: 'Odpowiedź jest w naszym czacie osobistym, którego nikt inny nie czyta.',
    noApp:
      'Odpowiadam w czacie osobistym, którego nikt inny nie czyta, a na razie nie mamy takiego czatu. Dodaj aplikację dla siebie i zapytaj ponownie.',
    add: 'Dodaj aplikację',
    stranger: 'Mogę pomagać tylko osobom z organizacji, która ze mnie korzysta. Nic nie zostało zrobione.',
  },
} as const satisfies Record<Locale, Record<string, string>>;

interface Deps {
  connector: TeamsConnector;
  chats: PersonalChats;
  /** The app's id in its manifest, for the way to add it; absent for a playground, which has none. */
  appId?: string;
}

/**
 * Tells a place that others read that somebody was answered in their personal chat, or how to come by one. What was asked
 * or answered is not in it. Where the language is not known, both are spoken.
 */
export function elsewhereHandler({ connector, chats, appId }: Deps): (elsewhere: Elsewhere) => Promise<void> {
  async function isReachable(address: TeamsAddress): Promise<boolean> {
    try {
      await chats.within(address, (chat) => connector.member(chat, chat.memberId ?? address.userId));
      return true;
    } catch (error) {
      if (isGone(error) || isCoded(error, 'not_found', 'teams.no_personal_chat')) return false;
      throw error;
    }
  }

  async function sayingOf({ address, by, stranger }: Elsewhere): Promise<Saying | undefined> {
    if (stranger) return by === 'text' ? 'stranger' : undefined;
    if (!(await isReachable(address))) return 'noApp';
    return by === 'text' ? 'answered' : undefined;
  }

  return async (elsewhere) => {
    const { place, locale } = elsewhere;
    const saying = await sayingOf(elsewhere);
    if (!saying) return;
    const locales = locale ? [locale] : LOCALES;
    const reply = replyOf(saying, locales, saying === 'noApp' ? appId : undefined);
    await connector.send(place, messageOf(reply, locale ?? 'en'));
  };
}

type Saying = 'answered' | 'noApp' | 'stranger';

function replyOf(saying: Saying, locales: readonly Locale[], appId: string | undefined): Reply<string> {
  const text = locales.map((locale) => TEXTS[locale][saying]).join('\n\n');
  if (!appId) return { text, audience: 'conversation' };
  const label = locales.map((locale) => TEXTS[locale].add).join(' · ');
  const url = `https://teams.microsoft.com/l/app/${encodeURIComponent(appId)}`;
  const blocks = [
    { type: 'text', text },
    { type: 'actions', buttons: [{ label, url }] },
  ] as const;
  return { text, audience: 'conversation', card: { blocks } };
}

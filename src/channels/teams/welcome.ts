import type { Conversations } from '../../conversation/service.ts';
import type { Clock } from '../../lib/clock.ts';
import { LOCALES, type Locale, type Localized } from '../../lib/locale.ts';
import { conversationOf, type TeamsPlace } from './address.ts';
import { APP_NAME } from './manifest.ts';
import type { Installed, TeamsHandlers } from './receive/handlers.ts';
import { eventOf } from './receive/speaker.ts';
import type { TeamsConnector } from './send/connector.ts';
import { isGone } from './send/errors.ts';
import { wordsOf } from './send/message.ts';
import type { ConsentStore, ReferenceStore } from './send/store.ts';

/** What a group chat or a team is told, once: how to speak to the assistant there, and where it answers. */
const HELLO: Localized = {
  en: `Hello, I’m the customer portal’s assistant. Mention me here with what you need, for example “@${APP_NAME} show my overdue invoices”. I answer each of you in our personal chat, where nobody reads along.`,
  pl: `Dzień dobry, tu asystent portalu klienta. Wspomnij mnie tutaj i napisz, czego potrzebujesz, na przykład „@${APP_NAME} pokaż zaległe faktury”. Każdemu odpowiadam na czacie osobistym, którego nikt inny nie czyta.`,
};

interface Deps {
  conversations: Pick<Conversations, 'receive'>;
  connector: Pick<TeamsConnector, 'send'>;
  references: ReferenceStore;
  /** Who says hello in a place, of several that are told of it at once. */
  claims: ConsentStore;
  clock: Clock;
}

/**
 * The app comes and goes. A person is welcomed by their conversation, as if they had asked what it can do: a turn in their
 * language that tells whoever is not known how to connect, kept in the inbox and sent from the outbox like everything else.
 * The engine speaks in no place that others read: a place hears hello from here, before Teams is answered, so that Teams
 * tells again what failed.
 */
export function welcome({ conversations, connector, references, claims, clock }: Deps) {
  async function person(installed: Installed): Promise<void> {
    const { address, at } = installed;
    const known = await references.find(address.tenantId, address.userId);
    // Told again of an installation, or they have spoken already.
    if (known?.conversationId && !known.endedAt) return;
    // Before the turn, which looks for them there.
    await references.seen(address, at);
    try {
      // One name for all that is told of one installation at once, another for the next one.
      const key = `${conversationOf(address)}:installed:${known?.endedAt?.toISOString() ?? 'first'}`;
      const content = { type: 'wish', intent: 'help.menu', slots: {} } as const;
      await conversations.receive(key, eventOf({ ...installed, stranger: false }, content));
    } catch (error) {
      // Told again, it is an installation still.
      await references.end(address.tenantId, address.userId, at);
      throw error;
    }
  }

  async function greet(place: TeamsPlace, locale: Locale | undefined): Promise<void> {
    const name = nameOf(place);
    if (!(await claims.claim(name, clock.now()))) return;
    const text = (locale ? [locale] : LOCALES).map((one) => HELLO[one]).join('\n\n');
    try {
      await connector.send(place, wordsOf(text, locale ?? 'en'));
    } catch (error) {
      await claims.release(name);
      // Gone again already.
      if (isGone(error)) return;
      throw error;
    }
    await claims.answered(name, clock.now());
  }

  return {
    async installed(installed) {
      // Waits for the installation itself, which has the language.
      if (installed.by === 'members') return;
      if (installed.place) await greet(installed.place, installed.locale);
      else await person(installed);
    },
    async removed({ address, place, at }) {
      if (place) await claims.release(nameOf(place));
      else await references.end(address.tenantId, address.userId, at);
    },
  } satisfies Pick<TeamsHandlers, 'installed' | 'removed'>;
}

const nameOf = ({ tenantId, conversationId }: TeamsPlace): string => `welcome:${tenantId}:${conversationId}`;

import type { Clock } from '../../../lib/clock.ts';
import { isCoded } from '../../../lib/errors.ts';
import type { Locale } from '../../../lib/locale.ts';
import type { Logger } from '../../../lib/logger.ts';
import { oneLine } from '../../plain.ts';
import type { FileConsent } from '../receive/handlers.ts';
import type { PersonalChats } from './chats.ts';
import type { Said, TeamsConnector } from './connector.ts';
import { type ConsentContext, consentCard, consentContext, infoCard } from './consent-card.ts';
import type { TrustedHosts } from './hosts.ts';
import { wordsOf } from './message.ts';
import type { ConsentStore } from './store.ts';
import { upload } from './upload.ts';

interface Texts {
  declined(name: string): string;
  failed(name: string): string;
  gone(name: string): string;
}

const TEXTS: Readonly<Record<Locale, Texts>> = {
  en: {
    declined: (name) => `${name} was not saved. Ask for it again whenever you need it.`,
    failed: (name) => `${name} could not be saved to your OneDrive. Nothing else was changed. Allow it again to retry.`,
    gone: (name) =>
      `${name} was not saved: it is no longer kept, or you may no longer see what is in it. Ask for it again.`,
  },
  pl: {
    declined: (name) => `Plik ${name} nie został zapisany. Możesz o niego poprosić ponownie, gdy będzie potrzebny.`,
    failed: (name) =>
      `Nie udało się zapisać pliku ${name} w Twoim OneDrive. Nic innego się nie zmieniło. Aby spróbować ponownie, wyraź zgodę jeszcze raz.`,
    gone: (name) =>
      `Plik ${name} nie został zapisany: nie jest już przechowywany albo nie masz już dostępu do tego, co zawiera. Poproś o niego jeszcze raz.`,
  },
};

interface Deps {
  connector: TeamsConnector;
  chats: PersonalChats;
  consents: ConsentStore;
  hosts: TrustedHosts;
  /** A file's bytes, under the rights the person has now. Throws CodedError `not_found` or `forbidden`. */
  readFile(
    user: { channel: 'teams'; tenantId: string; userId: string },
    id: string,
  ): Promise<{ bytes: Uint8Array<ArrayBuffer> }>;
  clock: Clock;
  log: Logger;
}

type Outcome = 'saved' | keyof Texts;

/**
 * Serves the answer to a file's consent card, once for each card: the file goes to the person's OneDrive and is shown
 * there, or it is said why not. The card goes; after a failure another one stands in its place.
 */
export function fileConsentHandler(deps: Deps): (consent: FileConsent) => Promise<void> {
  const { connector, chats, consents, clock, log } = deps;

  async function serve(consent: FileConsent, context: ConsentContext): Promise<void> {
    const { address, activityId } = consent;
    const id = `${address.tenantId}:${address.userId}:${context.card}`;
    if (consent.stranger || !(await consents.claim(id, clock.now()))) return;
    let outcome: Outcome;
    try {
      outcome = await transfer(deps, consent, context.id);
    } catch (error) {
      await consents.release(id);
      throw error;
    }
    // Before it is told: what is saved already is not to be saved again.
    if (outcome === 'failed') await consents.release(id);
    else await consents.answered(id, clock.now());
    const said = saidOf(outcome, consent, context);
    await chats.within(address, async (chat) => {
      for (const one of said) await connector.send(chat, one);
      if (activityId) await connector.remove(chat, activityId).catch(unlessRemoved);
    });
  }

  return async (consent) => {
    const { success, data } = consentContext.safeParse(consent.context);
    if (success) return serve(consent, data);
    log.warn({ tenantId: consent.address.tenantId }, 'a file consent does not say of which file');
  };
}

function unlessRemoved(error: unknown): void {
  if (!isCoded(error, 'not_found', 'teams.ActivityNotFoundInConversation')) throw error;
}

function saidOf(outcome: Outcome, { upload: place, key }: FileConsent, context: ConsentContext): Said[] {
  const { name, locale } = context;
  if (outcome === 'saved') return place ? [infoCard(place, locale)] : [];
  const words = wordsOf(TEXTS[locale][outcome](oneLine(name)), locale);
  return outcome === 'failed' ? [words, consentCard(context, key, locale)] : [words];
}

async function transfer(
  { readFile, hosts, log }: Deps,
  { address: { tenantId, userId }, upload: place }: FileConsent,
  file: string,
): Promise<Outcome> {
  if (!place) return 'declined';
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    ({ bytes } = await readFile({ channel: 'teams', tenantId, userId }, file));
  } catch (error) {
    if (isCoded(error, 'not_found') || isCoded(error, 'forbidden') || isCoded(error, 'invalid')) return 'gone';
    throw error;
  }
  try {
    hosts.oneDrive(place.contentUrl);
    await upload(hosts, place.url, bytes);
    return 'saved';
  } catch (error) {
    if (!isCoded(error)) throw error;
    log.warn({ err: error }, 'a file could not be put into OneDrive');
    return 'failed';
  }
}

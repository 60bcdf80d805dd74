import { z } from 'zod';
import type { FileRef } from '../../../kit/card.ts';
import { LOCALES, type Locale, type Localized } from '../../../lib/locale.ts';
import { fileLine } from '../../files.ts';
import { oneLine } from '../../plain.ts';
import type { Said } from './connector.ts';

const FILE_CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const FILE_INFO = 'application/vnd.microsoft.teams.card.file.info';

/** Shown on the card, above Teams' own buttons. */
const ASKING: Localized = {
  en: 'Allow it, and it is saved to your OneDrive.',
  pl: 'Po Twojej zgodzie plik zostanie zapisany w Twoim OneDrive.',
};

/** What a consent card was made with and brings back: the file by its id, and the name of the card itself. */
export const consentContext = z.object({
  id: z.string().max(100),
  card: z.string().min(1).max(500),
  name: z.string().max(300),
  type: z.string().max(200),
  size: z.number(),
  /** What is spoken with the person. */
  locale: z.enum(LOCALES),
});

export type ConsentContext = z.infer<typeof consentContext>;

/**
 * Asks whether a file may be put into the person's OneDrive (learn.microsoft.com/microsoftteams/platform/bots/how-to/
 * bots-filesv4). Whoever answers is asked again whether they may have it.
 * @param card what the card is called, once in all: it is served once
 */
export function consentCard(file: FileRef, card: string, locale: Locale): Said {
  const { id, type, size } = file;
  const name = fileName(file.name);
  const context: ConsentContext = { id, card, name, type, size, locale };
  const content = {
    description: ASKING[locale],
    sizeInBytes: size,
    ...{ acceptContext: context, declineContext: context },
  };
  return {
    ...{ type: 'message', summary: fileLine({ ...file, name }), locale },
    attachments: [{ contentType: FILE_CONSENT, name, content }],
  };
}

/** A file that lies in the person's OneDrive now, to be opened from the chat. */
export function infoCard(
  { name, contentUrl, uniqueId, fileType }: { name: string; contentUrl: string; uniqueId: string; fileType: string },
  locale: Locale,
): Said {
  const shown = oneLine(name);
  return {
    ...{ type: 'message', summary: shown, locale },
    attachments: [{ contentType: FILE_INFO, contentUrl, name: shown, content: { uniqueId, fileType } }],
  };
}

/** A name that OneDrive takes, and no system reads as a path or as nothing. */
const fileName = (name: string): string =>
  oneLine(name)
    .replace(/[\\/:*?"<>|#%]/g, '-')
    .replace(/^[. ~]+|[. ]+$/g, '')
    .slice(-200) || 'file';

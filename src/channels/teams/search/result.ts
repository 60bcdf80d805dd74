import type { Card } from '../../../kit/card.ts';
import type { Found } from '../../../kit/finder.ts';
import type { Locale, Localized } from '../../../lib/locale.ts';
import { oneLine } from '../../plain.ts';
import type { TeamsPlace } from '../address.ts';
import { assertCard } from '../assert.ts';
import { renderTeams } from '../render.ts';
import { ADAPTIVE_CARD } from '../send/message.ts';

const THUMBNAIL = 'application/vnd.microsoft.card.thumbnail';

/** Who will see it is said twice: in the list, before it is chosen, and on the card, before the message is sent. */
const WARNINGS: Record<'chat' | 'channel', { before: Localized; on: Localized }> = {
  chat: {
    before: { en: 'Everybody in this chat will see it', pl: 'Zobaczą to wszyscy na tym czacie' },
    on: {
      en: 'From the customer portal. Everybody in this chat sees this card, guests too.',
      pl: 'Z portalu klienta. Tę kartę widzą wszyscy na tym czacie, także goście.',
    },
  },
  channel: {
    before: { en: 'Everybody in this channel will see it', pl: 'Zobaczą to wszyscy na tym kanale' },
    on: {
      en: 'From the customer portal. Everybody in this channel sees this card, guests too.',
      pl: 'Z portalu klienta. Tę kartę widzą wszyscy na tym kanale, także goście.',
    },
  },
};

/** A list to choose from: of each its line for the person, and the card that goes into their message. */
export function resultOf(found: readonly Found[], locale: Locale, scope: TeamsPlace['scope'] | undefined): object {
  const warning = WARNINGS[scope === 'team' ? 'channel' : 'chat'];
  const attachments = found.map(({ title, detail, text, card }) => ({
    contentType: ADAPTIVE_CARD,
    content: contentOf(text, card, warning.on[locale], locale),
    preview: {
      contentType: THUMBNAIL,
      content: { title: shown(title), text: `${shown(detail)}<br>${shown(warning.before[locale])}` },
    },
  }));
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
}

function contentOf(text: string, { blocks }: Card<never>, warning: string, locale: Locale): object {
  const warned = [...blocks, { type: 'text', text: warning, style: 'muted' } as const];
  const card = renderTeams({ text: `${text}\n${warning}`, card: { blocks: warned }, audience: 'conversation' }, locale);
  assertCard(card);
  return card;
}

/** A thumbnail's text is HTML: what would be a tag or an entity is written so that it reads the same and is none. */
const shown = (text: string): string =>
  oneLine(text)
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replace(/&(?=#?\w+;)/g, '&\u2060');

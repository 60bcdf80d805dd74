const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };

/** Slack escapes three characters and no more (docs.slack.dev/messaging/formatting-message-text). */
const unescaped = (text: string): string => text.replace(/&(amp|lt|gt);/g, (_, name: string) => ENTITIES[name] ?? '');

/**
 * A message's text as the person sees it, without Slack's markup: links and dates become what they show, addresses of
 * mails themselves, channels and broadcasts their name. Mentions of people stay, as `<@U123>`, for the understanding.
 * @param bots mentions of these are taken out: they say only who is spoken to
 */
export function plainText(raw: string, bots: readonly string[] = []): string {
  return raw
    .split(MARKUP)
    .map((part, i) => (i % 2 === 0 ? unescaped(part) : shown(part.slice(1, -1), bots)))
    .join('')
    .trim();
}

/** Mentions and links; in a command a bracket that was typed may stand as it is. */
const MARKUP = /(<(?:[@#!]|[a-z][a-z+.-]*:)[^<>]*>)/i;

/** What stood between the angle brackets. */
function shown(markup: string, bots: readonly string[]): string {
  const bar = markup.indexOf('|');
  const target = bar < 0 ? markup : markup.slice(0, bar);
  const label = bar < 0 ? '' : unescaped(markup.slice(bar + 1));
  if (target.startsWith('@')) return bots.includes(target.slice(1)) ? '' : `<${target}>`;
  if (target.startsWith('#')) return `#${label || target.slice(1)}`;
  if (target.startsWith('!')) return label || `@${target.slice(1)}`;
  const address = /^(?:mailto|tel):(.+)$/i.exec(target)?.[1];
  return address ? unescaped(address) : label || unescaped(target);
}

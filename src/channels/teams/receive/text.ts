const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Each entity once, so that what was typed as `&amp;lt;` is not taken for a bracket. */
const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name: string | undefined) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
    if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return ENTITIES[name?.toLowerCase() ?? ''] ?? whole;
  });

/** Longer tags than Teams writes are text; a bound keeps reading as long as the text is, whatever stands in it. */
const TAGS = {
  quoted: /<quoted\b[^>]{0,300}>(?:\s{0,9}<\/quoted>)?/gi,
  mention: /<\/?at\b[^>]{0,300}>/gi,
  lineBreak: /<(?:br\s{0,9}\/?|\/(?:p|div|li))>/gi,
  mentionInHtml: /<span\b[^>]{0,300}schema\.skype\.com\/Mention[^>]{0,300}>([^<]{0,300})<\/span>/gi,
  any: /<[^<>]{0,2000}>/g,
};

/**
 * A message's text as the person sees it: mentions are the names they show, marks of quoted messages go, entities and
 * line breaks become what they mean.
 * @param own mentions of the app itself as they stand in the text, `<at>Portal</at>`: they say only who is spoken to
 */
export function plainText(raw: string, own: readonly string[] = []): string {
  const spoken = own.reduce((text, mention) => text.replaceAll(mention, ' '), raw);
  const tagless = spoken.replace(TAGS.quoted, ' ').replace(TAGS.mention, '').replace(TAGS.lineBreak, '\n');
  return unescaped(tagless)
    .replace(/[ \u00a0]{2,}/g, ' ')
    .trim();
}

const QUOTE = /<blockquote\b[^>]{0,500}schema\.skype\.com\/Reply/gi;
const QUOTE_END = '</blockquote>';

/**
 * The writer's own words of an answer that begins with somebody else's message, out of its HTML; undefined where it
 * quotes nobody. In its text both stand together, and another's words may start nothing (PRODUCT.md section 8).
 * @param own names of the app as they are mentioned
 */
export function ownWords(html: string, own: readonly string[] = []): string | undefined {
  const kept = unquoted(html);
  if (kept === undefined) return undefined;
  const names = new Set(own.map((mention) => mention.replace(TAGS.any, '')));
  return plainText(
    kept
      .replace(TAGS.mentionInHtml, (_, name: string) => (names.has(name) ? ' ' : name))
      .replace(TAGS.lineBreak, '\n')
      .replace(TAGS.any, ''),
  );
}

/** What stands outside of quotes; undefined where there is none. */
function unquoted(html: string): string | undefined {
  const parts: string[] = [];
  let from = 0;
  for (const { index } of html.matchAll(QUOTE)) {
    if (index < from) continue;
    parts.push(html.slice(from, index));
    const end = html.indexOf(QUOTE_END, index);
    from = end < 0 ? html.length : end + QUOTE_END.length;
  }
  return from === 0 ? undefined : [...parts, html.slice(from)].join(' ');
}

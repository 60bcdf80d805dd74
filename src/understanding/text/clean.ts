/** Longer texts are read up to here: nobody's wish needs more, and reading stays fast. */
const LONGEST = 2000;

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&nbsp;': ' ' };

/** After a mention of a person comes what is said about them; after a mention of the assistant, a wish. */
const saysOfPerson =
  /^(should|shall|needs?|wants?|must|has|had|is|was|can|could|cannot|left|will|and|to|no longer|nie|ma|miał|powin|potrzebuj|odsz|już|juz|oraz|i|jest|był|chce|musi)\b/iu;

function dropAddress(text: string): string {
  const address = /^\s*(<at\b[^>]*>[^<]*<\/at>|<@[A-Z0-9]+(?:\|[^>]*)?>)[\s,:;-]*/iu.exec(text);
  const rest = address ? text.slice(address[0].length) : '';
  return address && rest !== '' && !saysOfPerson.test(rest) ? rest : text;
}

/**
 * The words of a chat message without its markup: a leading mention is the assistant's own and goes, mail and phone
 * links become what they show, other mentions stay as `<@ID>`; one line, single spaces, at most 2,000 characters.
 */
export function clean(raw: string): string {
  const start = raw.slice(0, LONGEST * 2).normalize('NFC');
  return dropAddress(start)
    .replace(/<(?:mailto|tel):([^|>]+)(?:\|[^>]*)?>/giu, '$1')
    .replace(/<(https?:[^|>]+)(?:\|([^>]*))?>/giu, (_, url: string, label?: string) => label ?? url)
    .replace(/<@([A-Z0-9]+)\|[^>]*>/gu, '<@$1>')
    .replace(/<\/?at\b[^>]*>/giu, ' ')
    .replace(/&(?:lt|gt|amp|nbsp);/gu, (entity) => entities[entity] ?? entity)
    .replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
}

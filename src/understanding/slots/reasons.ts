const cue =
  /[\s,;:.(-]*\b(?:because of|because|becuase|cause|cuz|coz|bc|b\/c|due to|as|since|on the grounds that|the reason (?:is|being)(?: that)?|reason(?: is)?|poniewaz|bo|gdyz|jako ze|dlatego,? ze|z powodu|z uwagi na|ze wzgledu na|powod\w*(?: to| jest taki ze)?)\b[\s:,-]*/g;
const weak = /^(?:as|since)$/;
const mark = /\s+-+\s+|,\s+|:\s+|;\s+|\s*\(/g;
/** What politeness, not a reason, follows a comma. */
const courtesy =
  /^(?:please|pls|plz|thanks?|thank you|thx|ok|okay|prosze\b(?: .{0,25})?|dzieki|dziekuje\w*|z gory|poprosze|right|will you|can you|could you|would you|and\b|i\b|oraz\b|it was|then\b)[\s.!?]*$/;
/** The comma's left side must say something is refused or wrong, or the right side is the wish itself. */
const wish =
  /\b(?:declin|reject|refus|turn|deny|disput|wrong|incorrect|mistake|error|query|contest|challenge|disagree|approv|accept|agree|bogus|not right|complain|odrzuc|odrzuca|odmow|odmawia|nie zatwierdz|nie akceptuj|nie zgadz|zakwestion|kwestion|reklam|bledn|blad|zl[aey]\b|niepoprawn|nieprawidlow|pomyl|spor|zglasz|zglos)/;

/**
 * The free text after the reason words, verbatim without the closing full stop: after because / bc / bo / powod, else
 * after the first comma or dash that what is refused or disputed stands before (INTENTS.md `reason`).
 * `start` is where the last thing named in the text ends: a reason is not looked for before the wish.
 */
export function reasonSaid(text: string, folded: string): string | undefined {
  for (const match of folded.matchAll(cue)) {
    const word = match[0].replace(/[^a-z/]/g, '');
    const after = text.slice(match.index + match[0].length);
    if (weak.test(word) && (!/[,;]\s*$|-\s*$/.test(folded.slice(0, match.index + 2)) || after.split(' ').length < 3))
      continue;
    if (match.index > 0 && after.trim() !== '') return tidy(after);
  }
  for (const match of folded.matchAll(mark)) {
    const after = folded.slice(match.index + match[0].length);
    if (wish.test(folded.slice(0, match.index)) && after.trim().includes(' ') && !courtesy.test(after)) {
      return tidy(text.slice(match.index + match[0].length));
    }
  }
  return undefined;
}

const tidy = (reason: string): string =>
  reason
    .trim()
    .replace(/(?<![.])[.)]$|[!]+$/u, '')
    .replace(/,? (?:please|pls|thanks|proszę|prosze|dziękuję|dzięki)$/iu, '');

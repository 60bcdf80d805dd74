import type { Locale } from '../../lib/locale.ts';

/** In the order of INTENTS.md's table, which is the order they are joined in. */
const roles: [role: string, words: RegExp][] = [
  [
    'finance',
    /\b(?:financ\w*|finans\w*|accounts payable|payables?|payable|ap|accounting|accountants?|accounts (?:department|team|dept)|bookkeep\w*|ksiegow\w*|platnicz\w*|rozliczen\w*)\b/,
  ],
  [
    'technical',
    /\b(?:techn\w*|tech|sales\w*|salespeople|sprzedaz\w*|sprzedawc\w*|handlow\w*|engineer\w*|inzynier\w*|buyers?|purchas(?:ing|er)\w*|procurement|zakup\w*|kupiec|kupc\w*|informaty\w*|developers?|sysadmin\w*)\b/,
  ],
  [
    'management',
    /\b(?:manag(?:er|ers|erial|ement)|managera|executives?|exec|execs|directors?|ceo|cfo|dyrektor\w*|dyrekcj\w*|kierowni\w*|zarzad(?:u|em|owi|zie)?|menedzer\w*|menadzer\w*|manager\w*|prezes\w*)\b/,
  ],
];
/** The role that is left behind: "from technical to finance", "z technicznej na finansowa". */
const left =
  /\b(?:from|instead of|no longer|not|rather than|z|ze|zamiast|nie)(?: (?:a|an|the|his|her|their|roli|rola|just))* (\S+)(?=[^.;]*?\b(?:to|into|na|do|but|is|tylko|lecz|should|a)\b)/g;
const it =
  /\bit[ -](?:role|team|department|dept|guy|person|people|admin|access|support|contact|folks|manager|colleague)\b|\b(?:from|in|as) it\b(?! )|\b(?:dzial\w*|rola|role|roli|z|w) it\b/;

const matches = (folded: string, text: string, locale: Locale) =>
  roles
    .filter(([role, words]) => words.test(folded) || (role === 'technical' && saysIt(folded, text, locale)))
    .map(([role]) => role);

/** "IT" is a department in capitals among small letters, in Polish always, else only with a word beside it. */
function saysIt(folded: string, text: string, locale: Locale): boolean {
  const capitals = /\bIT\b/.test(text) && text !== text.toUpperCase();
  return capitals || it.test(folded) || (locale === 'pl' && /\bit\b/.test(folded));
}

/** The contact roles a text names, several joined by a comma in the table's order (INTENTS.md). */
export function rolesSaid(folded: string, text: string, locale: Locale): string | undefined {
  const kept = folded.replace(left, (said, word: string) =>
    word === 'it' || roles.some(([, words]) => words.test(word)) ? ' ' : said,
  );
  const found = matches(kept, kept === folded ? text : kept, locale);
  return found.length > 0 ? found.join(',') : undefined;
}

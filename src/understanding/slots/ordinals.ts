import { type Found, find, type Reading } from './found.ts';

/** Ordinals from 1 on, folded; Polish in every case and gender (not `piatek`, the Friday). */
const ordinals: RegExp[] = [
  /first|1st|pierwsz(?:y|a|e|ego|ej|emu|ym)|jedynk[aei]/,
  /second|2nd|drug(?:i|a|ie|iego|iej|iemu|im)|dwojk[aei]/,
  /third|3rd|trzeci(?:a|e|ego|ej|emu|m)?|trojk[aei]/,
  /fourth|4th|czwart(?:y|a|e|ego|ej|emu|ym)|czworke/,
  /fifth|5th|piat(?:y|a|e|ego|ej|emu|ym)/,
  /sixth|6th|szost(?:y|a|e|ego|ej|emu|ym)/,
  /seventh|7th|siodm(?:y|a|e|ego|ej|emu|ym)/,
  /eighth|8th|osm(?:y|a|e|ego|ej|emu|ym)/,
  /ninth|9th|dziewiat(?:y|a|e|ego|ej|emu|ym)/,
  /tenth|10th|dziesiat(?:y|a|e|ego|ej|emu|ym)/,
];
const numbers: [string, string][] = [
  ['one', '1'],
  ['two', '2'],
  ['three', '3'],
  ['four', '4'],
  ['five', '5'],
  ['jeden', '1'],
  ['dwa', '2'],
  ['trzy', '3'],
  ['cztery', '4'],
  ['piec', '5'],
];

const NTH = ordinals.map(({ source }) => source).join('|');
const THING = String.raw`(?:overdue |open |unpaid |support |pending |(?:zalegl|otwart|oczekujac)\w+ )?(?:one|invoice|bill|order|contract|agreement|payment|renewal|transaction|card|account|person|user|invite|invitation|request|item|row|line|entry|result|guy|faktur\w+|fv|zamowien\w+|umow\w+|kontrakt\w*|platnosc\w*|odnowien\w+|transakcj\w+|kart\w+|kont\w+|osob\w+|uzytkowni\w+|zaproszeni\w+|wnios\w+|prosb\w+|pozycj\w+|wiersz\w*|z listy|na liscie|z gory|from|in the|on the|of)`;
const notRow = String.raw`(?! ?(?:of all|floor|quarter|time|name|thing|things|half|thoughts?|opinion|hand|class|pietr\w*|kwartal\w*|raz|polow\w*|strony|imie|mozliw\w*))`;
const nth = new RegExp(
  String.raw`(?<![\w@.-])(?:the |that |this |my |te |ta |ten |to |tej |tego )?(?<nth>${NTH})(?![\w-])${notRow}(?: (?:one|of them))?`,
  'g',
);
/** "first" may only mean "before that": it is a row with an article before it or a thing after it. */
const alone = new RegExp(String.raw`^(?:the |that |this |te |ta |ten |tej |tego )|^${THING}`);
const last = new RegExp(
  String.raw`(?<![\w@.-])(?:the )?(?:very )?(?:last|bottom)(?: one| ${THING}(?!s))(?!\w)|(?<![\w@.-])ostatni(?:a|ej|ego|emu|m)?\b(?! \d)|(?<![\w@.-])ostatnie (?:zamowienie|zaproszenie|odnowienie|zadanie|konto)\b`,
  'g',
);
const top = /(?<![\w@.-])the top one\b/g;
const row =
  /\b(?:row|item|line|position|pozycj[aei]|wiersz\w*|number|numer)(?: (?:no|nr|number|numer)\.?)? (?<row>\d{1,2}|one|two|three|four|five|jeden|dwa|trzy|cztery|piec)(?![\w/.,-]*\d)/g;

/** A row of the list shown last: `1`, `2`, ... or `last` (INTENTS.md). Periods and documents must be blanked before. */
export function findOrdinals(reading: Reading): Found[] {
  const whole = reading.rest.trim().split(' ').length <= 3;
  const nths = find(reading, nth, (match) => {
    const word = match.groups?.nth ?? '';
    const after = reading.rest.slice(match.index + match[0].length).trimStart();
    const counted = alone.test(match[0]) || alone.test(after) || / (?:one|of them)$/.test(match[0]) || whole;
    if (/^(?:first|second|1st)$/.test(word) && !counted) return undefined;
    if (word === 'second' && /\b(?:a|one|per|just|wait) $/.test(reading.rest.slice(0, match.index))) return undefined;
    const at = ordinals.findIndex(({ source }) => new RegExp(`^(?:${source})$`).test(word));
    return { slot: 'ordinal', value: String(at + 1) };
  });
  const lasts = find(reading, last, () => ({ slot: 'ordinal', value: 'last' }));
  return [...nths, ...lasts, ...find(reading, top, () => ({ slot: 'ordinal', value: '1' }))];
}

/** A row named by its number ("row 3", "pozycja 4", "number two"): looked for before document numbers. */
export function findRows(reading: Reading): Found[] {
  return find(reading, row, (match) => {
    const said = match.groups?.row ?? '';
    const word = numbers.find(([name]) => name === said)?.[1];
    const named = /^(?:number|numer)/.test(match[0]);
    return named && word === undefined ? undefined : { slot: 'ordinal', value: word ?? said };
  });
}

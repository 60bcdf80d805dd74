import type { Unit } from './calendar.ts';

/** All on folded text. Months by number from 0; Polish in every case, English with its usual short forms. */
export const months: RegExp[] = [
  /jan(?:uary)?|stycz(?:en|nia|niu|niem|niowy|niowe|niowa|niowych)/,
  /feb(?:ruary)?|lut(?:y|ego|ym|emu|owy|owe|owa|owych)/,
  /mar(?:ch)?|mar(?:zec|ca|cu|cem)|marcow(?:y|e|a|ych)/,
  /apr(?:il)?|kwie(?:cien|tnia|tniu|tniem|tniow(?:y|e|a|ych))/,
  /may|maj(?:a|u|em|ow(?:y|e|a|ych))?/,
  /june?|czerw(?:iec|ca|cu|cem|cow(?:y|e|a|ych))/,
  /july?|lip(?:iec|ca|cu|cem|cow(?:y|e|a|ych))/,
  /aug(?:ust)?|sierp(?:ien|nia|niu|niem|niow(?:y|e|a|ych))/,
  /sept?(?:ember)?|wrzes(?:ien|nia|niu|niem|niow(?:y|e|a|ych))/,
  /oct(?:ober)?|pazdziernik(?:a|u|iem|ow(?:y|e|a|ych))?/,
  /nov(?:ember)?|listopad(?:a|zie|em|ow(?:y|e|a|ych))?/,
  /dec(?:ember)?|grud(?:zien|nia|niu|niem|niow(?:y|e|a|ych))/,
];

/** From Monday. */
export const weekdays: RegExp[] = [
  /mon(?:day)?|poniedzial(?:ek|ku|kiem|ki)/,
  /tue(?:s|sday)?|wtor(?:ek|ku|kiem|ki)/,
  /wed(?:nesday)?|srod(?:a|e|y|zie)/,
  /thu(?:rs|rsday)?|czwart(?:ek|ku|kiem|ki)/,
  /fri(?:day)?|piat(?:ek|ku|kiem|ki)/,
  /sat(?:urday)?|sobot(?:a|e|y|nie)|sobocie/,
  /sun(?:day)?|niedziel(?:a|e|i)/,
];

export const units: [Unit, RegExp][] = [
  ['day', /days?|dzien|dni(?:a|u|ach)?/],
  ['week', /weeks?|tydzien|tygod(?:nia|niu|nie|ni|niach)/],
  ['month', /months?|miesiac(?:a|u|e|ach|em)?|miesiecy|mies\.?|msc/],
  ['quarter', /quarters?|kwartal(?:u|y|ow|e)?|kwartale/],
  ['year', /years?|rok(?:u|iem)?|lat(?:a|ach)?/],
];

/** Quarters by number from 0, after which comes "quarter" or before which stands Q. */
export const quarters: RegExp[] = [
  /first|1st|pierwsz(?:y|ego|ym)|1|i/,
  /second|2nd|drugi(?:ego|m)?|2|ii/,
  /third|3rd|trzeci(?:ego|m)?|3|iii/,
  /fourth|4th|czwart(?:y|ego|ym)|ostatni(?:ego|m)? kwartal(?= roku)|4|iv/,
];

const counts: [number, RegExp][] = [
  [1, /one|a|an|jeden|jednego/],
  [2, /two|couple of|dwa|dwoch|dwie/],
  [3, /three|trzy|trzech/],
  [4, /four|cztery|czterech/],
  [5, /five|piec|pieciu/],
  [6, /six|szesc|szesciu/],
  [7, /seven|siedem|siedmiu/],
  [8, /eight|osiem|osmiu/],
  [9, /nine|dziewiec|dziewieciu/],
  [10, /ten|dziesiec|dziesieciu/],
  [12, /twelve|dwanascie|dwunastu/],
  [14, /fourteen|czternascie|czternastu/],
  [30, /thirty|trzydziesci|trzydziestu/],
  [60, /sixty|szescdziesiat/],
  [90, /ninety|dziewiecdziesiat/],
];

/** "any of these", to build patterns of. */
export const anyOf = (patterns: readonly RegExp[]): string => patterns.map(({ source }) => source).join('|');

/** The place of the pattern that is exactly `word`. */
export const placeOf = (patterns: readonly RegExp[], word: string): number =>
  patterns.findIndex(({ source }) => new RegExp(`^(?:${source})$`).test(word));

export const countWords = anyOf(counts.map(([, pattern]) => pattern));

/** A count in digits or words. */
export function countOf(said: string): number {
  if (/^\d+$/.test(said)) return Number(said);
  return counts.find(([, { source }]) => new RegExp(`^(?:${source})$`).test(said))?.[0] ?? 1;
}

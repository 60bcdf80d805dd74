import type { Period } from '../../kit/contract.ts';
import type { IsoDate } from '../../lib/dates.ts';
import {
  dayOf,
  type Leaning,
  leaningYear,
  monthOf,
  quarterOf,
  rolling,
  rollingAhead,
  unitAround,
  weekday,
  yearOf,
} from './calendar.ts';
import { anyOf, countOf, countWords, months, placeOf, quarters, units, weekdays } from './date-words.ts';
import type { Found, Reading } from './found.ts';

const MONTH = anyOf(months);
const YEAR = String.raw`20\d\d`;
const OF_YEAR = String.raw`(?:,? (?:of |in |w |z |roku )?(?<year>${YEAR})(?: ?r(?:oku|\.)?\b)?)?`;
const UNIT = anyOf(units.map(([, pattern]) => pattern));
const THIS = String.raw`this|the current|current|t(?:en|ego|ym|ej|a|o)|obecn(?:y|ego|ym)|biezac(?:y|ego|ym)|aktualn(?:y|ego|ym)`;
const LAST = String.raw`(?:the )?(?:last|previous|past|prior)|(?:zeszl|ubiegl|poprzedni|ostatni|minion)(?:y|ego|ym|a|ej|i|m)?`;
const NEXT = String.raw`(?:the )?(?:next|coming|following|upcoming)|(?:przyszl|nastepn|kolejn|nadchodzac|najblizsz)(?:y|ego|ym|a|ej)`;
const DAY = String.raw`0?[1-9]|[12]\d|3[01]`;

interface Rule {
  pattern: RegExp;
  read(groups: Record<string, string | undefined>, today: IsoDate, leaning: Leaning): Period | undefined;
}

const rule = (source: string, read: Rule['read']): Rule => ({
  pattern: new RegExp(String.raw`(?<![\w/.-])(?:${source})(?![\w/-]|\.\d)`, 'g'),
  read,
});

const unitOf = (word = '') => units.find(([, { source }]) => new RegExp(`^(?:${source})$`).test(word))?.[0] ?? 'day';
const inYear = (year: string | undefined, today: IsoDate, leaning: Leaning, make: (year: number) => Period): Period =>
  year === undefined ? leaningYear(today, leaning, make) : make(Number(year));

/** The day of a month and a year said or leant to; undefined for a day the calendar lacks. */
function day(month: number, dayOfMonth: number, year: string | undefined, today: IsoDate, leaning: Leaning) {
  if (year !== undefined) return dayOf(Number(year), month, dayOfMonth);
  return (
    dayOf(2024, month, dayOfMonth) &&
    leaningYear(today, leaning, (y) => dayOf(y, month, dayOfMonth) ?? monthOf(y, month - 1))
  );
}

/** In order: the longer reading of a place comes first. */
const rules: Rule[] = [
  rule(String.raw`(?<y>${YEAR})-(?<m>\d\d)-(?<d>\d\d)`, ({ y, m, d }) => dayOf(Number(y), Number(m), Number(d))),
  rule(String.raw`(?<d>${DAY})[./](?<m>0?[1-9]|1[0-2])[./](?<y>${YEAR})(?: ?r\.?)?`, ({ y, m, d }) =>
    dayOf(Number(y), Number(m), Number(d)),
  ),
  rule(String.raw`(?<d>${DAY})\.(?<m>0[1-9]|1[0-2])\.?`, ({ m, d }, today, leaning) =>
    day(Number(m), Number(d), undefined, today, leaning),
  ),
  rule(
    String.raw`(?:from |between |od |miedzy )?(?:the )?(?<d1>${DAY})(?:st|nd|rd|th)?(?: ?- ?| (?:to|until|and|do|a|i) )(?:the )?(?<d2>${DAY})(?:st|nd|rd|th)?(?: of)? (?<m>${MONTH})${OF_YEAR}`,
    ({ d1, d2, m = '', year }, today, leaning) => {
      const [first, last] = [d1, d2].map((d) => day(placeOf(months, m) + 1, Number(d), year, today, leaning));
      return first && last && first.from <= last.to ? { from: first.from, to: last.to } : undefined;
    },
  ),
  rule(
    String.raw`(?:the )?(?<d>${DAY})(?:st|nd|rd|th)?(?: of)? (?<m>${MONTH})${OF_YEAR}`,
    ({ d, m = '', year }, today, leaning) => day(placeOf(months, m) + 1, Number(d), year, today, leaning),
  ),
  rule(
    String.raw`(?<m>${MONTH})\.? (?:the )?(?<d>${DAY})(?:st|nd|rd|th)?(?:,? (?<year>${YEAR}))?`,
    ({ d, m = '', year }, today, leaning) => day(placeOf(months, m) + 1, Number(d), year, today, leaning),
  ),
  rule(String.raw`(?<m>${MONTH})\.?${OF_YEAR}`, ({ m = '', year }, today, leaning) =>
    inYear(year, today, leaning, (y) => monthOf(y, placeOf(months, m))),
  ),
  rule(
    String.raw`(?<=\b(?:in|for|of|from|since|za|w|z|na|od|miesiac) )(?<m>0[1-9]|1[0-2])[./](?<y>${YEAR})`,
    ({ m, y }) => monthOf(Number(y), Number(m) - 1),
  ),
  rule(
    String.raw`(?:the )?(?:q ?(?<q>[1-4])|(?<word>${anyOf(quarters)})\.? ?(?:quarter|kwartal(?:u|e)?|kwartale|kw\b\.?))${OF_YEAR}`,
    ({ q, word, year }, today, leaning) =>
      inYear(year, today, leaning, (y) =>
        quarterOf(y, q === undefined ? placeOf(quarters, word ?? '') : Number(q) - 1),
      ),
  ),
  rule(
    String.raw`(?:${LAST}|ostatnie|ostatnich|ubieglych|poprzednich|poprzednie) (?<n>\d{1,3}|${countWords}) (?<unit>${UNIT})`,
    ({ n = '', unit }, today) => rolling(today, unitOf(unit), countOf(n)),
  ),
  rule(
    String.raw`(?:${NEXT}|(?:przez |na )?(?:najblizsze|najblizszych|nastepne|nastepnych|kolejne|kolejnych)|(?:for|in|na|za|przez)) (?:another |kolejn\w+ )?(?<n>\d{1,3}|${countWords}) (?<unit>${UNIT})`,
    ({ n = '', unit }, today) => rollingAhead(today, unitOf(unit), countOf(n)),
  ),
  rule(String.raw`(?:na|za|przez) (?<unit>tydzien|miesiac|kwartal|rok|dzien)`, ({ unit }, today) =>
    rollingAhead(today, unitOf(unit), 1),
  ),
  rule(
    String.raw`(?<which>${THIS}|${LAST}|${NEXT}) (?:calendar |whole |caly |calego )?(?<unit>${UNIT})`,
    ({ which = '', unit }, today) => {
      const offset = new RegExp(`^(?:${THIS})$`).test(which) ? 0 : new RegExp(`^(?:${NEXT})$`).test(which) ? 1 : -1;
      return unitAround(today, unitOf(unit), offset);
    },
  ),
  rule('day before yesterday|przedwczoraj(?:szy|szego|sze|szych)?', (_, today) => unitAround(today, 'day', -2)),
  rule("yesterday(?:'?s)?|wczoraj(?:szy|szego|sza|szej|sze|szych)?", (_, today) => unitAround(today, 'day', -1)),
  rule("today(?:'?s)?|dzis(?:iaj|iejszy|iejszego|iejsza|iejszej|iejsze|iejszych)?", (_, today) =>
    unitAround(today, 'day', 0),
  ),
  rule('day after tomorrow|pojutrze', (_, today) => unitAround(today, 'day', 2)),
  rule('tomorrow|jutr(?:o|a|ze|zejszy)', (_, today) => unitAround(today, 'day', 1)),
  rule(
    'year to date|ytd|(?:since |from )?the (?:beginning|start) of (?:the|this) year|(?:od )?poczatku (?:tego )?roku',
    (_, today) => ({
      from: unitAround(today, 'year', 0).from,
      to: today,
    }),
  ),
  rule(
    '(?:since |from )?the (?:beginning|start) of (?:the|this) month|(?:od )?poczatku (?:tego )?miesiaca',
    (_, today) => ({
      from: unitAround(today, 'month', 0).from,
      to: today,
    }),
  ),
  rule(
    String.raw`(?:${THIS}|(?<last>${LAST})|(?<next>${NEXT})|on|w|we|until|till|do|since|od) (?<w>${anyOf(weekdays)})`,
    ({ w = '', next, last }, today, leaning) => {
      const back = (weekday(today) - placeOf(weekdays, w) + 7) % 7;
      const ahead = next !== undefined || (leaning === 'future' && last === undefined);
      return unitAround(today, 'day', ahead ? (7 - back) % 7 || 7 : last !== undefined && back === 0 ? -7 : -back);
    },
  ),
  rule(
    String.raw`(?<=\b(?:in|for|of|from|since|during|year|throughout|w|we|z|za|ze|na|rok|roku|od|do|and|i|to) )(?<y>${YEAR})(?: ?r(?:oku|\.)?)?|(?<y2>${YEAR}) ?(?:r\.|roku|rok)|(?<y3>${YEAR})(?= (?:invoices|faktury|orders|payments))`,
    ({ y, y2, y3 }) => yearOf(Number(y ?? y2 ?? y3)),
  ),
];

const since = /\b(?:since|starting(?: from| in)?|beginning(?: in)?|as of|from|od|poczawszy od)(?: the)? $/;
const from = /\b(?:between|from|od|miedzy|pomiedzy|since)(?: the)? $/;
const between = /^(?: ?- ?| (?:and|to|till|until|through|thru|a|do|i|az do|po) (?:the )?(?:end of |konca )?)$/;
/** A month's name that is also a common word counts only where something says that a month is meant. */
const ambiguous = /^(?:may|mar|march|maj|sat|sun|mon|wed|dec|jan|lipa|i)$/;
const saysTime =
  /\b(?:in|for|since|from|of|until|till|by|during|last|this|next|and|to|between|w|z|za|na|od|do|maj) $|^$|- ?$/;

/** "The March invoices": a month before what has dates. */
const dated = /^'?s? (?:invoices?|bills?|orders?|payments?|statements?|schedule|faktur\w*)\b/;
/** "May I see": no month. */
const modal = /^ (?:i|we|you|it|they|be|have|the)\b/;

interface Hit {
  start: number;
  end: number;
  period: Period;
}

/** "Jan Kowal": a month's name with a capital before another one is a person's. */
const surname = /^ \p{Lu}\p{Ll}/u;

function hits({ text, rest }: Pick<Reading, 'text' | 'rest'>, today: IsoDate, leaning: Leaning): Hit[] {
  const found: Hit[] = [];
  let left = rest;
  for (const { pattern, read } of rules) {
    for (const match of left.matchAll(pattern)) {
      const after = rest.slice(match.index + match[0].length);
      if (
        ambiguous.test(match[0]) &&
        (modal.test(after) ||
          surname.test(text.slice(match.index + match[0].length)) ||
          !(saysTime.test(rest.slice(0, match.index)) || dated.test(after)))
      )
        continue;
      const period = read(match.groups ?? {}, today, leaning);
      if (!period) continue;
      found.push({ start: match.index, end: match.index + match[0].length, period });
      left = left.slice(0, match.index) + '\u0000'.repeat(match[0].length) + left.slice(match.index + match[0].length);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * The period a text names, in whole calendar units relative to `today` (INTENTS.md): a range of two, "since" one of
 * them, or one. `leaning` decides the year where none is said: the latest that has begun, or the coming one.
 */
export function findPeriods({ text, rest }: Reading, today: IsoDate, leaning: Leaning): Found[] {
  const [first, second] = hits({ text, rest }, today, leaning);
  if (!first) return [];
  const ahead = rest.slice(0, first.start);
  const found = (period: Period, start: number, end: number): Found[] => [
    { slot: 'period', value: period, start, end },
  ];
  if (
    second &&
    between.test(rest.slice(first.end, second.start)) &&
    (from.test(ahead) || /^ ?- ?$/.test(rest.slice(first.end, second.start)) || second.start - first.end < 9)
  ) {
    const period = { from: first.period.from, to: second.period.to };
    if (period.from <= period.to) return found(period, first.start, second.end);
  }
  const starts = since.exec(ahead);
  const isSince = starts && !(starts[0].startsWith('from') && !/now on|onwards?/.test(rest.slice(first.end)));
  if (isSince && first.period.from <= today && leaning === 'past')
    return found({ from: first.period.from, to: today }, first.start - starts[0].length, first.end);
  return found(first.period, first.start, first.end);
}

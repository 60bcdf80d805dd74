import { syntaxProblem } from './syntax-problem.ts';

export interface FoundRow {
  section: string;
  /** The row's own text, not parsed yet. */
  json: string;
}

const ROW_LIMIT = 16 << 20;
const QUOTE = 34;
const BACKSLASH = 92;

/** Where in `{ "section": [ {row}, {row} ], ... }` the reading stands. */
type Place = 'start' | 'name' | 'colon' | 'list' | 'row' | 'after row' | 'after section' | 'end';
const EXPECTED: Readonly<Record<Place, string>> = {
  start: '{ at the beginning',
  name: "a section's name in quotes",
  colon: ": after the section's name",
  list: '[ and a list of rows',
  row: '{ and a row',
  'after row': ', and a row, or ] at the end of the section',
  'after section': ', and a section, or } at the end',
  end: 'nothing after the closing }',
};

/**
 * Finds the rows of a document without parsing them: only strings and brackets are looked at inside a row.
 * @throws CodedError `load.syntax` with the line and what was expected there
 */
export async function* scanRows(text: AsyncIterable<string>): AsyncGenerator<FoundRow> {
  let place: Place = 'start';
  let mayEnd = true;
  let section = '';
  let line = 1;
  let held = ''; // the beginning of a name or a row in earlier chunks
  let depth = 0; // of brackets inside a row; in a name 0
  let inText: 'row' | 'name' | undefined;
  let quoted = false;
  let escaped = false;

  for await (const chunk of text) {
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const code = chunk.charCodeAt(at);
      if (code === 10) line += 1;
      if (inText) {
        if (escaped) escaped = false;
        else if (quoted && code === BACKSLASH) escaped = true;
        else if (code === QUOTE) quoted = !quoted;
        else if (!quoted && (code === 123 || code === 91)) depth += 1;
        else if (!quoted && (code === 125 || code === 93)) depth -= 1;
        if (quoted || depth > 0) continue;
        const found = held + chunk.slice(from, at + 1);
        held = '';
        if (inText === 'row') {
          yield { section, json: found };
          place = 'after row';
        } else {
          section = name(found, line);
          place = 'colon';
        }
        inText = undefined;
      } else if (code !== 32 && (code < 9 || code > 13)) {
        const next = step(place, chunk[at]!, mayEnd);
        if (!next) throw unexpected(place, line, section);
        mayEnd = next.mayEnd ?? false;
        place = next.place;
        if (next.text) {
          inText = next.text;
          quoted = next.text === 'name';
          depth = next.text === 'row' ? 1 : 0;
          from = at;
        }
      }
    }
    if (inText) held += chunk.slice(from);
    if (held.length > ROW_LIMIT) throw syntaxProblem(`line ${line}: one row is longer than 16 MB`, { section });
  }
  if (place !== 'end') throw syntaxProblem(`the file ends too early, expected ${EXPECTED[place]}`);
}

interface Step {
  place: Place;
  /** The list or the document may be closed at once. */
  mayEnd?: boolean;
  /** A name or a row begins here. */
  text?: 'row' | 'name';
}

function step(place: Place, character: string, mayEnd: boolean): Step | undefined {
  const at = `${place} ${character}`;
  if (at === 'start {') return { place: 'name', mayEnd: true };
  if (at === 'name "') return { place, text: 'name' };
  if (at === 'name }' && mayEnd) return { place: 'end' };
  if (at === 'colon :') return { place: 'list' };
  if (at === 'list [') return { place: 'row', mayEnd: true };
  if (at === 'row {') return { place, text: 'row' };
  if ((at === 'row ]' && mayEnd) || at === 'after row ]') return { place: 'after section' };
  if (at === 'after row ,') return { place: 'row' };
  if (at === 'after section ,') return { place: 'name' };
  if (at === 'after section }') return { place: 'end' };
  return undefined;
}

function name(quoted: string, line: number): string {
  try {
    return JSON.parse(quoted) as string;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw syntaxProblem(`line ${line}: expected ${EXPECTED.name}`);
  }
}

const unexpected = (place: Place, line: number, section: string) =>
  syntaxProblem(`line ${line}: expected ${EXPECTED[place]}`, section ? { section } : {});

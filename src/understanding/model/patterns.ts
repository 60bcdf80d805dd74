import { hash } from './features.ts';
import { random, shuffle } from './regression.ts';

/** Words that many patterns share, by name: "please" in all its forms, ways to name a person. */
export type Fragments = Readonly<Record<string, readonly string[]>>;

/** So many phrases a pattern stands for at most: more would drown what people wrote by hand. */
const MOST = 24;

/** `(a|b|)` is a choice, `<name>` a choice among a fragment's words, which stands in a choice or beside it. */
const choice = /\(([^()]*)\)/g;
const named = /<([a-z_]+)>/g;

/** The parts of a pattern in order, each with what may stand there. */
function partsOf(pattern: string): string[][] {
  const parts: string[][] = [];
  let at = 0;
  for (const match of pattern.matchAll(choice)) {
    parts.push([pattern.slice(at, match.index)], (match[1] ?? '').split('|'));
    at = match.index + match[0].length;
  }
  return [...parts, [pattern.slice(at)]];
}

function wordOf(name: string, fragments: Fragments, next: () => number): string {
  const words = fragments[name];
  if (!words) throw new RangeError(`no fragment <${name}>`);
  return words[Math.floor(next() * words.length)] ?? '';
}

/**
 * Some of the phrases a pattern stands for, the same ones always, every choice of it as often as the next: "(pay|settle)
 * <invoice>". At most 24. Throws RangeError for an unknown fragment.
 */
export function phrasesOfPattern(pattern: string, fragments: Fragments): string[] {
  const parts = partsOf(pattern);
  const next = random(hash(pattern));
  const orders = parts.map((words) => shuffle([...words], next));
  const made = new Set<string>();
  for (let at = 0; made.size < MOST && at < 2 * MOST; at++) {
    const words = orders.map((order) => {
      const round = Math.floor(at / order.length);
      // Each round of a choice begins elsewhere, so that choices of the same length don't keep step.
      return order[(at + (round === 0 ? 0 : Math.floor(next() * order.length))) % order.length] ?? '';
    });
    const said = words.join('').replace(named, (_, name: string) => wordOf(name, fragments, next));
    made.add(said.replace(/ {2,}/g, ' ').trim());
  }
  return [...made];
}

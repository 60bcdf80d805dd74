/** The name of `known` that `wrong` was probably meant to be; undefined when none is near. */
export function nearest(wrong: string, known: readonly string[]): string | undefined {
  const folded = fold(wrong);
  const ranked = known
    .map((name) => ({ name, distance: distance(folded, fold(name)) }))
    .sort((a, b) => a.distance - b.distance)[0];
  return ranked && ranked.distance <= Math.max(1, Math.floor(folded.length / 3)) ? ranked.name : undefined;
}

const fold = (name: string): string => name.toLowerCase().replace(/[^a-z0-9.]/g, '');

/** Edits (insert, delete, replace) that make `a` into `b`. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const replaced = row[j]! + (letter === b[j] ? 0 : 1);
      next.push(Math.min(replaced, row[j + 1]! + 1, next[j]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

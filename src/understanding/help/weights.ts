/** How telling a piece is: what many documents hold says little, what none holds says most. */
export type WeightOf = (piece: string) => number;

/** @param documents the pieces of each */
export function weightsOf(documents: Iterable<ReadonlySet<string>>): WeightOf {
  const held = new Map<string, number>();
  let count = 0;
  for (const pieces of documents) {
    count += 1;
    for (const piece of pieces) held.set(piece, (held.get(piece) ?? 0) + 1);
  }
  const weight = (holding: number) => Math.log((count + 1) / (holding + 0.5));
  const weights = new Map([...held].map(([piece, holding]) => [piece, weight(holding)]));
  const unheard = weight(0);
  return (piece) => weights.get(piece) ?? unheard;
}

export function weightOfAll(pieces: ReadonlySet<string>, weightOf: WeightOf): number {
  let sum = 0;
  for (const piece of pieces) sum += weightOf(piece);
  return sum;
}

/** The weight of what both hold. */
export function shared(asked: ReadonlySet<string>, said: ReadonlySet<string>, weightOf: WeightOf): number {
  let sum = 0;
  for (const piece of asked) if (said.has(piece)) sum += weightOf(piece);
  return sum;
}

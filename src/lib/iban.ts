const START = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?=[ ]?[A-Z0-9])/giu;
const SHORTEST = 15;
const LONGEST = 34;

/** Whether letters and digits without spaces are a bank account number of ISO 13616: the remainder by 97 is right. */
export function isIban(text: string): boolean {
  if (text.length < SHORTEST || text.length > LONGEST) return false;
  const turned = (text.slice(4) + text.slice(0, 4)).toUpperCase();
  let rest = 0;
  for (const c of turned) for (const digit of String(Number.parseInt(c, 36))) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

/** Where a text holds bank account numbers, written in groups or not: from, and up to and without. */
export function ibansIn(text: string): { from: number; to: number }[] {
  return [...text.matchAll(START)].flatMap(({ index }) => {
    const words = text.slice(index, index + LONGEST * 2).matchAll(/ ?[A-Z0-9]+/giy);
    let [joined, to] = ['', index];
    for (const [word] of words) {
      [joined, to] = [joined + word.trim(), to + word.length];
      if (isIban(joined)) return [{ from: index, to }];
    }
    return [];
  });
}

/** `items` in groups of at most `size`, in order. */
export function chunk<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

/**
 * A text in parts of at most `max` UTF-16 units: cut at the end of a line, else between words, else between characters.
 * Nothing but the white space at a cut is left out.
 */
export function splitText(text: string, max: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const window = rest.slice(0, max + 1);
    const end =
      [window.lastIndexOf('\n'), window.lastIndexOf(' ')].find((at) => at > max / 2) ?? characterEnd(rest, max);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end).replace(/^[\n ]/, '');
  }
  return [...parts, rest].filter((part) => part.trim() !== '');
}

/** Never between the halves of a surrogate pair. */
const characterEnd = (text: string, max: number): number => ((text.codePointAt(max - 1) ?? 0) > 0xffff ? max - 1 : max);

/** Rows under their headings, in columns as wide as they have to be; what is left of a line is not padded. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, ...rows];
  const widths = headings.map((_, at) => Math.max(...lines.map((line) => [...(line[at] ?? '')].length)));
  const padded = (cell: string, at: number) => cell + ' '.repeat(widths[at]! - [...cell].length);
  return lines.map((line) => line.map(padded).join('  ').trimEnd()).join('\n');
}

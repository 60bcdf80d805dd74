/** A line of the report's tables: what it is about, and its figures in columns. */
export const row = (label: string, ...cells: (string | number)[]): string =>
  `  ${label.padEnd(44)}${cells.map((cell) => String(cell).padStart(12)).join('')}`;

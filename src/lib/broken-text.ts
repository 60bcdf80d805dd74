/**
 * Where in a value, however deep, stands text that no database column holds: NUL, or half of a character.
 * @returns the first such place as a path, e.g. `items.0.number`; undefined where there is none
 */
export function brokenText(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const found = brokenText(inner, path ? `${path}.${name}` : name);
    if (found !== undefined) return found;
  }
  return undefined;
}

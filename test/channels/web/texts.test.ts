import { describe, expect, it } from 'vitest';
import { UNDERSTANDING } from '../../../src/app/folders.ts';
import { LOCALES, type Locale } from '../../../src/lib/locale.ts';
import { loadUnderstanding } from '../../../src/understanding/index.ts';

const catalogue: { TEXTS: Record<Locale, Record<string, string>> } = await import(file('catalogue.js'));
const examples: { EXAMPLES: Record<Locale, { roles: string[]; text: string }[]> } = await import(file('examples.js'));
const understand = await loadUnderstanding(UNDERSTANDING);

/** A module of the page: it has no types, and a name that is no constant is not looked for them. */
function file(name: string): string {
  return new URL(`../../../src/channels/web/public/${name}`, import.meta.url).href;
}

it('every text of the page is there in both languages', () => {
  const { en, pl } = catalogue.TEXTS;
  expect(Object.keys(pl)).toEqual(Object.keys(en));
  for (const text of [...Object.values(en), ...Object.values(pl)]) expect(text.trim()).not.toBe('');
});

describe.each(LOCALES)('the examples in %s', (locale) => {
  it.each(examples.EXAMPLES[locale].map(({ text }) => text))('%s is understood, in its own language', (text) => {
    const { decision, wishes, language } = understand(text, { today: '2026-11-15', locale });
    expect([decision, language]).toEqual(['act', locale]);
    expect(wishes.map(({ intent }) => intent)).not.toContain('help.ask');
  });

  it.each(['finance', 'technical', 'management'])('have at least three for somebody of %s', (role) => {
    expect(examples.EXAMPLES[locale].filter(({ roles }) => roles.includes(role)).length).toBeGreaterThanOrEqual(3);
  });
});

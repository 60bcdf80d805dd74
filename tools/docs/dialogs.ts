import { join } from 'node:path';
import { repertoire } from '../../dialogs/index.ts';
import { INTENTS } from '../../src/kit/contract.ts';
import type { AnyDialog } from '../../src/kit/dialog.ts';
import { LOCALES, type Locale } from '../../src/lib/locale.ts';
import type { Portal } from '../../src/portal/open.ts';
import { type Phrase, phrasesOf, readPhraseFiles } from '../../src/understanding/model/phrases.ts';
import { ROOT } from '../run.ts';
import { generatedFrom, quoted, table } from './markdown.ts';

const EXAMPLES = 3;

/** docs/dialogs.md: what people can ask for, and how they may say it. */
export async function dialogs(registered: readonly AnyDialog<Portal>[] = repertoire.dialogs): Promise<string> {
  const phrases = phrasesOf(await readPhraseFiles(join(ROOT, 'dialogs')));
  const known = new Set<string>(registered.map(({ intent }) => intent));
  const others = Object.keys(INTENTS).filter((intent) => !known.has(intent));
  const ofEngine = others.filter((intent) => intent === 'none' || intent.startsWith('dialog.'));
  const later = others.filter((intent) => !ofEngine.includes(intent));
  return `${generatedFrom('dialogs/index.ts and the phrases')}

# What people can ask for

Each in English and in Polish; the examples are the first of the phrases that the local engine learns from.

${table(
  ['intent', 'on the menu', 'permission', 'said as'],
  registered.map(({ intent, title, permission }) => [
    `\`${intent}\``,
    title ? `${title.en} / ${title.pl}` : '-',
    permission ? `\`${permission}\`` : '-',
    examples(phrases, intent),
  ]),
)}

The engine itself answers ${ofEngine.map((intent) => `\`${intent}\``).join(', ')}: they say what becomes of what is open.
${
  later.length === 0
    ? ''
    : `
## Understood, with no dialog yet

Asking for one of these is answered plainly, with a person to talk to.

${table(
  ['intent', 'said as'],
  later.map((intent) => [`\`${intent}\``, examples(phrases, intent)]),
)}
`
}`;
}

function examples(phrases: readonly Phrase[], wanted: string): string {
  const said = (wantedLocale: Locale) =>
    phrases
      .filter(({ intent, locale }) => intent === wanted && locale === wantedLocale)
      .slice(0, EXAMPLES)
      .map(({ text }) => quoted(text))
      .join(', ');
  return LOCALES.map(said).join('<br>');
}

import { UNDERSTANDING } from '../../src/app/folders.ts';
import type { Locale } from '../../src/lib/locale.ts';
import { loadLocalEngine } from '../../src/understanding/index.ts';

const local = await loadLocalEngine(UNDERSTANDING);

/** Wordings that no phrase is to have: the local engine is to stay unsure of one of them at least. */
const STRANGE: Readonly<Record<Locale, readonly string[]>> = {
  pl: [
    'załatw to z tą 123',
    'zrób coś z 123',
    'jakie kwity mi się przeterminowały',
    'ile jeszcze mam do oddania i za co',
    'te kwitki co leżą i leżą, 123 chyba też',
    'przeleć mi po tych starociach i 123',
  ],
  en: [
    'sort the thing with 123 out for me',
    'get the ball rolling on 123',
    'do the needful re 123',
    'that 123 matter, make it go away',
    'give 123 the usual treatment',
  ],
};

/** The first of the texts that the local engine is unsure of, whatever its phrases have become. Throws where none is. */
export function unsureText(locale: Locale, texts: readonly string[] = STRANGE[locale]): string {
  const found = texts.find((text) => {
    const { decision, candidates } = local.understand(text, { today: '2026-11-03', locale });
    const [likeliest] = candidates;
    return decision !== 'act' && likeliest && (likeliest.intent !== 'none' || likeliest.confidence < local.sure);
  });
  if (!found) throw new Error('the local engine has learnt all of these: write stranger ones');
  return found;
}

import { join } from 'node:path';
import type { Context, Understood } from '../../../src/kit/understood.ts';
import { loadLocalEngine } from '../../../src/understanding/index.ts';
import type { Asked } from '../../../src/understanding/proposal/accept.ts';
import { hide } from '../../../src/understanding/proposal/placeholders.ts';
import { read } from '../../../src/understanding/slots/index.ts';
import { root } from '../engine.ts';

const TODAY = '2026-11-22';
export const local = await loadLocalEngine({ phrasesDir: join(root, 'dialogs'), cacheDir: join(root, '.cache') });

/** A local engine that is unsure of everything, as it would be of words nobody has taught it. */
export const unsure = (more: Partial<Understood> = {}): Understood => ({
  wishes: [{ intent: 'none', slots: {} }],
  ...{ confidence: 0.4, decision: 'ask', language: 'en' },
  candidates: [
    { intent: 'invoices.list', confidence: 0.4 },
    { intent: 'payments.list', confidence: 0.3 },
  ],
  ...more,
});

export const context = (more: Partial<Context> = {}): Context => ({ today: TODAY, locale: 'en', ...more });

export const readingOf = (text: string) => read(text, TODAY, local.isWord);

/** A text that a model was asked about. */
export function asked(text: string, understood = unsure()): Asked {
  const reading = readingOf(text);
  return { reading, hidden: hide(reading), understood, today: TODAY, isWord: local.isWord };
}

import { fileURLToPath } from 'node:url';

const folder = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** Where the phrases are, and where the model learnt from them is kept: made by `npm ci`, renewed when they change. */
export const UNDERSTANDING = { phrasesDir: folder('dialogs'), cacheDir: folder('.cache') };

/** The articles that questions about the portal are answered from, a folder a language. */
export const HELP = folder('docs/help');

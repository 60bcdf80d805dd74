import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { HttpAnswer, Route } from '../../http/exchange.ts';

const SCRIPT = 'text/javascript; charset=utf-8';
const PUBLIC = new URL('./public/', import.meta.url);
const CARDS = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');

const STYLES = ['base', 'top', 'conversation', 'dock', 'panels', 'cards', 'slack', 'teams', 'room'];
const SCRIPTS = [
  ...['app', 'api', 'catalogue', 'chat', 'composer', 'dom', 'examples', 'feed', 'mails', 'panels', 'people'],
  ...['slack', 'slack-inputs', 'slack-modal', 'teams', 'texts'],
];

const ours = (names: readonly string[], ending: string, type: string) =>
  names.map((name) => [`${name}.${ending}`, { from: new URL(`${name}.${ending}`, PUBLIC), type }] as const);

/** Everything the page is made of, by the last part of its address; nothing else of any folder is served. */
const ASSETS: Readonly<Record<string, { from: string | URL; type: string }>> = {
  'adaptivecards.js': { from: CARDS, type: SCRIPT },
  ...Object.fromEntries(ours(STYLES, 'css', 'text/css; charset=utf-8')),
  ...Object.fromEntries(ours(SCRIPTS, 'js', SCRIPT)),
};

/** No script or style but these files, no request but to here, no frame around it. */
const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
};

/** The page itself and its files, read once. */
export function assetRoutes(): Route[] {
  const page: HttpAnswer = { status: 200, headers: PAGE_HEADERS, body: readFileSync(new URL('index.html', PUBLIC)) };
  return [
    { method: 'GET', path: '/web/', handle: () => page },
    ...Object.entries(ASSETS).map(([name, { from, type }]): Route => {
      const answer: HttpAnswer = { status: 200, headers: { 'content-type': type }, body: readFileSync(from) };
      return { method: 'GET', path: `/web/${name}`, handle: () => answer };
    }),
  ];
}

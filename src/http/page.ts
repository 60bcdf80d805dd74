import { createHash } from 'node:crypto';
import { type Html, html } from '../lib/html.ts';
import { isLocale, type Locale } from '../lib/locale.ts';
import { type HttpAnswer, type HttpRequest, requestLocale } from './exchange.ts';

const STYLE = `
:root{color-scheme:light dark;--ground:#f4f5f2;--sheet:#fff;--ink:#1c2422;--soft:#5a6662;--line:#dfe4df;--act:#166a5b;--on-act:#fff}
@media (prefers-color-scheme:dark){:root{--ground:#121716;--sheet:#1a201e;--ink:#e6ece9;--soft:#a3afaa;--line:#2c3532;--act:#6fd0ba;--on-act:#06231d}}
*{box-sizing:border-box}
body{margin:0;min-height:100dvh;background:var(--ground);color:var(--ink);font:1rem/1.55 "Segoe UI",-apple-system,BlinkMacSystemFont,Roboto,"Helvetica Neue",Arial,sans-serif}
main{max-width:34rem;margin:0 auto;padding:clamp(1rem,8vh,5rem) 1rem 2rem}
.sheet{background:var(--sheet);border:1px solid var(--line);border-radius:16px;padding:clamp(1.25rem,5vw,2.25rem)}
h1{font-size:clamp(1.4rem,4.5vw,1.75rem);line-height:1.2;letter-spacing:-.02em;margin:0 0 .75rem;text-wrap:balance}
p{margin:0 0 1rem}.soft{color:var(--soft);font-size:.9rem}.soft:last-child{margin:0}
dl{margin:1.25rem 0;display:grid;grid-template-columns:auto 1fr;gap:.5rem 1.25rem}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere;font-weight:600}
button{font:inherit;font-weight:650;width:100%;min-height:3rem;padding:.6rem 1.25rem;border:0;border-radius:12px;background:var(--act);color:var(--on-act);cursor:pointer;margin:0 0 1rem}
nav{text-align:right;padding:0 .25rem .6rem;font-size:.9rem}a{color:var(--act)}
:focus-visible{outline:3px solid var(--act);outline-offset:3px;border-radius:6px}
`;

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-robots-tag': 'noindex, nofollow',
};

/** The language chosen on a page, else the one the browser asks for. */
export function pageLocale({ query, headers }: Pick<HttpRequest, 'query' | 'headers'>): Locale {
  const chosen = query.get('lang');
  return isLocale(chosen) ? chosen : requestLocale(headers);
}

const OTHER = { en: { locale: 'pl', name: 'Polski' }, pl: { locale: 'en', name: 'English' } } as const;

/** A whole page without a script, in one language, with a link to itself in the other. */
export function page(status: number, locale: Locale, title: string, content: Html): HttpAnswer {
  const other = OTHER[locale];
  const { markup } = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
<main>
<nav><a href="?lang=${other.locale}" lang="${other.locale}" hreflang="${other.locale}">${other.name}</a></nav>
<section class="sheet" aria-labelledby="title">
<h1 id="title">${title}</h1>
${content}
</section>
</main>
</body>
</html>
`;
  return { status, headers: HEADERS, body: markup };
}

import { createHash } from 'node:crypto';
import { type Html, html } from '../../lib/html.ts';
import type { Locale } from '../../lib/locale.ts';
import { PAGE_TEXTS } from './page-texts.ts';

const STYLE = `
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#545d68;--ground:#f3f4f6;--sheet:#fff;--line:#868e99;--act:#1f5fbf;--on-act:#fff;--bad:#a40e26;--bad-ground:#ffebe9;--note:#fff4d6;--note-ink:#5c4300}
@media (prefers-color-scheme:dark){:root{--ink:#e8eaed;--soft:#a9b1bc;--ground:#14171b;--sheet:#1e2227;--line:#6f7883;--act:#8ab8ff;--on-act:#0b1a30;--bad:#ff9c93;--bad-ground:#3c1618;--note:#3a2f10;--note-ink:#f4dfa4}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
main{max-width:30rem;margin:0 auto;padding:1rem}
.sheet{background:var(--sheet);border-radius:.75rem;padding:1.25rem;margin:0 0 1rem;box-shadow:0 1px 3px rgb(0 0 0/.2)}
.test{background:var(--note);color:var(--note-ink);border-radius:.5rem;padding:.5rem .75rem;margin:0 0 1rem;font-size:.9rem}
h1{font-size:1.25rem;margin:0 0 .5rem}h2{font-size:1.05rem;margin:0 0 .75rem}
dl{margin:0}dt{color:var(--soft);font-size:.875rem}dd{margin:0 0 .5rem;overflow-wrap:anywhere}
.sum{font-size:1.75rem;font-weight:600}
.soft{color:var(--soft);font-size:.875rem;margin:.5rem 0 0}
label{display:block;font-weight:600;margin:0 0 .25rem}
input,select{width:100%;font:inherit;padding:.6rem .7rem;margin:0 0 .9rem;border:1px solid var(--line);border-radius:.4rem;background:var(--sheet);color:inherit}
[aria-invalid=true]{border:2px solid var(--bad)}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 .75rem;align-items:end}
button{width:100%;font:inherit;font-weight:600;padding:.7rem;border:1px solid var(--act);border-radius:.4rem;background:var(--act);color:var(--on-act);cursor:pointer}
button.quiet{background:transparent;color:var(--act)}
:focus-visible{outline:3px solid var(--act);outline-offset:2px}
.bad{background:var(--bad-ground);color:var(--bad);border-radius:.5rem;padding:.75rem;margin:0 0 1rem}
.bad p{margin:0}
table{border-collapse:collapse;width:100%;font-size:.9rem}caption{text-align:left;font-weight:600;padding:.75rem 0 .25rem}
th{text-align:left;white-space:nowrap;font-weight:400;font-family:ui-monospace,monospace;padding:.2rem .5rem .2rem 0}td{padding:.2rem 0}
@media (max-width:27rem){th,td{display:block;white-space:normal;padding:.2rem 0 0}td{padding:0 0 .4rem}}
`;

const styleHash = createHash('sha256').update(STYLE).digest('base64');

/** Nothing but this one style and a form to the same place: the page needs no script, so it allows none. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': [
    `default-src 'none'`,
    `style-src 'sha256-${styleHash}'`,
    `img-src data:`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; '),
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

/** An answer in no framework's words. */
export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  html: string;
}

/** A whole page around `content`, with the banner that it is a simulation. */
export function answer(status: number, locale: Locale, title: string, content: Html): HttpAnswer {
  const page = html`<!doctype html>
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
<p class="test">${PAGE_TEXTS[locale].testMode}</p>
${content}
</main>
</body>
</html>
`;
  return { status, headers: { ...HEADERS }, html: page.markup };
}

/** Sends the browser back to the page, so that reloading it submits nothing again. */
export function seeOther(session: string): HttpAnswer {
  return { status: 303, headers: { location: session, 'cache-control': 'no-store' }, html: '' };
}

import type { Ids } from '../lib/clock.ts';
import { showMoment } from '../lib/dates.ts';
import { isCoded } from '../lib/errors.ts';
import { html } from '../lib/html.ts';
import type { Locale } from '../lib/locale.ts';
import { type RoleName, roleNames } from '../lib/role-names.ts';
import { type Csrf, strictCookie } from './csrf.ts';
import type { HttpAnswer, HttpRequest, Route } from './exchange.ts';
import { INVITATION_TEXTS } from './invitation-texts.ts';
import { page, pageLocale } from './page.ts';

/** What the page needs of the portal: both throw CodedError `not_found` for a link that is no longer good. */
export interface InvitationDoor {
  /** Changes nothing. */
  show(): Promise<Invitation>;
  accept(): Promise<{ account: string }>;
}

interface Invitation {
  account: string;
  inviter: string;
  name: string;
  email: string;
  roles: readonly RoleName[];
  /** ISO 8601. */
  expiresAt: string;
  timeZone: string;
}

export interface InvitationPageDeps {
  openPublic(token: string): InvitationDoor;
  csrf: Csrf;
  ids: Ids;
}

const COOKIE = 'portal_invitation';

/**
 * `GET /invitations/:token` shows an invitation, `POST` accepts it (PRODUCT.md section 6). Mail scanners open links, so
 * opening changes nothing; the press is told from another site's by a token bound to a strict same-site cookie.
 */
export function invitationRoutes(deps: InvitationPageDeps): Route[] {
  const path = '/invitations/:token';
  return [
    { method: 'GET', path, handle: (request) => answered(request, (locale) => shown(deps, request, locale)) },
    {
      method: 'POST',
      path,
      body: 'form',
      handle: (request) => answered(request, (locale) => accepted(deps, request, locale)),
    },
  ];
}

/** A person reads this, so a refusal is a page too. */
async function answered(request: HttpRequest, answer: (locale: Locale) => Promise<HttpAnswer>): Promise<HttpAnswer> {
  const locale = pageLocale(request);
  const { gone, unavailable } = INVITATION_TEXTS[locale];
  try {
    return await answer(locale);
  } catch (error) {
    if (isCoded(error, 'not_found')) return page(404, locale, gone.title, html`<p>${gone.text}</p>`);
    if (isCoded(error, 'unavailable')) return page(503, locale, unavailable.title, html`<p>${unavailable.text}</p>`);
    throw error;
  }
}

async function shown(deps: InvitationPageDeps, request: HttpRequest, locale: Locale, again = false) {
  const { openPublic, csrf, ids } = deps;
  const t = INVITATION_TEXTS[locale];
  const token = request.params.token ?? '';
  const { account, inviter, name, email, roles, expiresAt, timeZone } = await openPublic(token).show();
  const known = request.cookies[COOKIE];
  const browser = known ?? ids.token(18);
  const content = html`${again && html`<p role="alert"><strong>${t.again}</strong></p>`}
<p>${t.lead(inviter)}</p>
<dl>
<dt>${t.name}</dt><dd>${name}</dd>
<dt>${t.email}</dt><dd>${email}</dd>
<dt>${t.roles}</dt><dd>${roleNames(locale, roles)}</dd>
<dt>${t.until}</dt><dd>${showMoment(locale, timeZone, new Date(expiresAt))}</dd>
</dl>
<form method="post" action="?lang=${locale}">
<input type="hidden" name="csrf" value="${csrf.token(browser)}">
<button>${t.accept}</button>
</form>
<p class="soft">${t.nothingYet}</p>`;
  const answer = page(again ? 403 : 200, locale, t.title(account), content);
  if (known) return answer;
  return { ...answer, headers: { ...answer.headers, 'set-cookie': strictCookie(COOKIE, browser, '/invitations') } };
}

async function accepted(deps: InvitationPageDeps, request: HttpRequest, locale: Locale): Promise<HttpAnswer> {
  const { csrf: given } = request.body as Record<string, unknown>;
  if (!deps.csrf.valid(request.cookies[COOKIE], given)) return shown(deps, request, locale, true);
  const { account } = await deps.openPublic(request.params.token ?? '').accept();
  const { title, text, next } = INVITATION_TEXTS[locale].accepted;
  return page(200, locale, title, html`<p><strong>${text(account)}</strong></p><p class="soft">${next}</p>`);
}

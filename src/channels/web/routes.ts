import { type Csrf, csrfTokens, strictCookie } from '../../http/csrf.ts';
import { download, type HttpRequest, json, type Route, seeOther } from '../../http/exchange.ts';
import type { Ids } from '../../lib/clock.ts';
import { assetRoutes } from './assets.ts';
import { COOKIE, guarded } from './guard.ts';
import { type Mails, mailRoutes } from './mails.ts';
import { messages, type NewsDeps } from './news.ts';
import { type SayDeps, say } from './say.ts';

export interface WebPageDeps extends SayDeps, NewsDeps {
  ids: Ids;
  mails: Mails;
  /** A file that was handed over to a person. Throws CodedError `not_found` for anybody else's. */
  file(userId: string, id: string): Promise<{ name: string; type: string; bytes: Uint8Array }>;
}

/** The demonstration page with all it asks for, each route guarded. Only for where `demoObstacles` finds none. */
export function webRoutes(deps: WebPageDeps): Route[] {
  const { ids, view, mails, file } = deps;
  const csrf = csrfTokens(ids.token(32), () => ids.token(12));
  const routes: Route[] = [
    ...['/', '/web'].map((path): Route => ({ method: 'GET', path, handle: () => seeOther('/web/') })),
    ...assetRoutes(),
    { method: 'GET', path: '/web/session', handle: (request) => session(request, csrf, ids) },
    { method: 'GET', path: '/web/people', handle: async () => json(await view.people()) },
    { method: 'GET', path: '/web/messages', handle: messages(deps) },
    { method: 'POST', path: '/web/say', body: 'json', handle: say(deps) },
    ...mailRoutes(mails),
    {
      method: 'GET',
      path: '/web/files/:id',
      handle: async ({ params, query }) => download(await file(query.get('user') ?? '', params.id ?? '')),
    },
  ];
  return routes.map((route) => guarded(route, csrf));
}

/** A token for this page load, and the cookie it is bound to where the browser has none yet. */
function session({ cookies }: HttpRequest, csrf: Csrf, ids: Ids) {
  const known = cookies[COOKIE];
  const browser = known ?? ids.token(18);
  const answer = json({ token: csrf.token(browser) });
  if (known) return answer;
  return { ...answer, headers: { ...answer.headers, 'set-cookie': strictCookie(COOKIE, browser, '/web') } };
}

import type { Locale } from '../lib/locale.ts';
import { type HttpAnswer, type Route, requestLocale } from './exchange.ts';

/** The simulated payment provider's page, as its gateway makes it. */
interface HostedPage {
  page(session: string, locale: Locale): Promise<Shown>;
  submit(session: string, form: unknown, locale: Locale): Promise<Shown>;
}

interface Shown {
  status: number;
  headers: Record<string, string>;
  html: string;
}

/** `GET` and `POST /simulated-gateway/pay/:session`: the session is the secret of whoever is to pay. */
export function hostedPageRoutes(gateway: HostedPage): Route[] {
  const path = '/simulated-gateway/pay/:session';
  const answer = ({ status, headers, html }: Shown): HttpAnswer => ({ status, headers, body: html });
  return [
    {
      method: 'GET',
      path,
      handle: async ({ params, headers }) => answer(await gateway.page(params.session ?? '', requestLocale(headers))),
    },
    {
      method: 'POST',
      path,
      body: 'form',
      handle: async ({ params, headers, body }) =>
        answer(await gateway.submit(params.session ?? '', body, requestLocale(headers))),
    },
  ];
}

import type { Locale } from '../lib/locale.ts';
import { type HttpAnswer, type Route, requestLocale } from './exchange.ts';

/** A page of the simulated payment provider, as its gateway makes it. */
interface HostedPage {
  page(session: string, locale: Locale): Promise<Shown>;
  submit(session: string, form: unknown, locale: Locale): Promise<Shown>;
}

interface Shown {
  status: number;
  headers: Record<string, string>;
  html: string;
}

/**
 * `GET` and `POST` of `/simulated-gateway/pay/:session` and `.../setup/:session`: the session is the secret of whoever is
 * to pay there, or to add a method.
 */
export const hostedPageRoutes = (gateway: HostedPage & { setups: HostedPage }): Route[] => [
  ...routesOf('pay', gateway),
  ...routesOf('setup', gateway.setups),
];

function routesOf(name: string, gateway: HostedPage): Route[] {
  const path = `/simulated-gateway/${name}/:session`;
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

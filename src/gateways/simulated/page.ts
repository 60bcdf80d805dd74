import type { Clock } from '../../lib/clock.ts';
import { html } from '../../lib/html.ts';
import type { Locale } from '../../lib/locale.ts';
import type { Sql } from '../../lib/sql.ts';
import type { Deliveries } from './events.ts';
import { readForm } from './page-form.ts';
import { answer, type HttpAnswer, seeOther } from './page-layout.ts';
import { PAGE_TEXTS } from './page-texts.ts';
import { ended, payable } from './page-view.ts';
import { cancelPage, expirePages, pageAt, payPage } from './pages.ts';

/** The two handlers of a hosted page, for `GET` and `POST` of its session. */
export interface HostedPage {
  /** The page as it stands; `locale` is spoken only where no such session is known. Changes nothing. */
  page(session: string, locale: Locale): Promise<HttpAnswer>;
  /** Takes a submitted form (its decoded fields): does it, cancels, or shows what is wrong. */
  submit(session: string, form: unknown, locale: Locale): Promise<HttpAnswer>;
}

interface Options {
  sql: Sql;
  clock: Clock;
  payee: string;
  newReference: () => string;
  deliverEvents: () => Promise<Deliveries>;
}

/** The handlers of the page for paying, over the provider's books. */
export function hostedPage({ sql, clock, payee, newReference, deliverEvents }: Options): HostedPage {
  async function page(session: string, locale: Locale): Promise<HttpAnswer> {
    const found = await pageAt(sql, session);
    if (!found) return unknown(locale);
    const now = clock.now();
    if (found.status !== 'open' || !found.due)
      return ended(found, found.status === 'open' ? 'voided' : found.status, payee);
    return found.due.expiresAt <= now ? ended(found, 'expired', payee) : payable(found, found.due, payee, now);
  }

  async function submit(session: string, form: unknown, locale: Locale): Promise<HttpAnswer> {
    const now = clock.now();
    await expirePages(sql, now);
    const found = await pageAt(sql, session);
    if (!found) return unknown(locale);
    const wish = readForm(form, now);
    if ('problem' in wish && found.status === 'open' && found.due)
      return payable(found, found.due, payee, now, wish.problem);
    if ('cancel' in wish) await cancelPage(sql, session, now);
    if ('pay' in wish) await payPage(sql, session, wish.pay, newReference(), now);
    // The payer's answer does not depend on the listeners: what fails to arrive now stays to be delivered again.
    await deliverEvents();
    return seeOther(session);
  }

  return { page, submit };
}

/** What is said of a session that was never made. */
export function unknown(locale: Locale): HttpAnswer {
  const t = PAGE_TEXTS[locale];
  const { title, text } = t.ended.unknown;
  return answer(404, locale, title, html`<section class="sheet"><h1>${title}</h1><p>${text}</p></section>`);
}

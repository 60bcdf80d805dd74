import type { Clock, Ids } from '../../lib/clock.ts';
import type { Locale } from '../../lib/locale.ts';
import type { Sql } from '../../lib/sql.ts';
import type { Deliveries } from './events.ts';
import { type HostedPage, unknown } from './page.ts';
import { type HttpAnswer, seeOther } from './page-layout.ts';
import { readSetupForm } from './setup-form.ts';
import { fillable, over } from './setup-view.ts';
import { cancelSetup, expireSetups, finishSetup, setupAt } from './setups.ts';

interface Options {
  sql: Sql;
  clock: Clock;
  ids: Ids;
  payee: string;
  deliverEvents: () => Promise<Deliveries>;
}

/** The handlers of the page for adding a method, over the provider's books. */
export function setupPage({ sql, clock, ids, payee, deliverEvents }: Options): HostedPage {
  async function page(session: string, locale: Locale): Promise<HttpAnswer> {
    const found = await setupAt(sql, session);
    if (!found) return unknown(locale);
    const now = clock.now();
    if (found.status !== 'open') return over(found, found.status);
    return found.expiresAt <= now ? over(found, 'expired') : fillable(found, payee, now);
  }

  async function submit(session: string, form: unknown, locale: Locale): Promise<HttpAnswer> {
    const now = clock.now();
    await expireSetups(sql, now);
    const found = await setupAt(sql, session);
    if (!found) return unknown(locale);
    const wish = readSetupForm(form, now);
    if ('problem' in wish && found.status === 'open') return fillable(found, payee, now, wish.problem);
    if ('cancel' in wish) await cancelSetup(sql, session, now);
    if ('add' in wish) {
      const { token, ...method } = wish.add;
      await finishSetup(sql, session, { ...method, token: `${token}.${ids.token(9)}` }, now);
    }
    // The person's answer does not depend on the listeners: what fails to arrive now stays to be delivered again.
    await deliverEvents();
    return seeOther(session);
  }

  return { page, submit };
}

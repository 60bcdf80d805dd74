import { defineHomePart } from '../define.ts';
import { decisions, start } from '../home.ts';
import { requestTexts } from './request-cards.ts';

const ALL = { en: 'Show role requests', pl: 'Pokaż prośby o role' };

/** Role requests whose decision the person asking is. */
export const requestsToDecide = defineHomePart({
  title: { en: 'Role requests waiting for your decision', pl: 'Prośby o role czekające na Twoją decyzję' },
  permission: 'own',
  async render({ locale, portal }) {
    const t = requestTexts[locale];
    const waiting = (await portal.access.list({})).filter(({ mayDecide }) => mayDecide);
    const things = waiting.map((request) => ({
      what: t.state.waiting(request, false),
      buttons: [
        start(t.yes.approve, 'access.approve', { ref: request.id }),
        start(t.yes.decline, 'access.decline', { ref: request.id }),
      ],
    }));
    return decisions(locale, things, start(ALL[locale], 'access.list'));
  },
});

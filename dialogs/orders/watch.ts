import type { Draft } from '../../src/kit/dialog.ts';
import type { Localized } from '../../src/lib/locale.ts';
import { hasEnded } from '../../src/lib/order-words.ts';
import type { OrderRow } from '../../src/portal/orders/row.ts';
import { type Context, defineDialog, optional } from '../define.ts';
import { buttonsIn } from '../home.ts';
import { trackButton, watchButton } from './cards.ts';
import { lookedAt, orderSlot } from './slots.ts';
import { standingOf } from './words.ts';

interface WatchTexts {
  /** @param standing where the order is now, in whole sentences */
  on(number: string, standing: string): string;
  already(number: string, standing: string): string;
  off(number: string): string;
  never(number: string): string;
  undoOn(number: string): string;
  undoOff(number: string): string;
}

const WHICH: Localized<Record<'on' | 'off', { ask: string; none: string }>> = {
  en: {
    on: { ask: 'Which order would you like to watch?', none: 'There is no open order to watch.' },
    off: { ask: 'Which order would you like to stop watching?', none: 'You are not watching any open order.' },
  },
  pl: {
    on: { ask: 'Które zamówienie obserwować?', none: 'Nie ma otwartych zamówień, które można obserwować.' },
    off: { ask: 'Którego zamówienia już nie obserwować?', none: 'Nie obserwujesz żadnego otwartego zamówienia.' },
  },
};

/** Be told of each change of an order, or no longer; undone by the opposite. */
export const watchOrder = defineDialog({
  intent: 'orders.watch',
  permission: 'orders.read',
  title: { en: 'Watch an order', pl: 'Obserwuj zamówienie' },
  slots: {
    watching: optional<boolean>({
      takes: ['enabled'],
      resolve: (_ctx, { enabled }) => ({ value: enabled !== 'false' }),
    }),
    order: orderSlot(({ locale }, { watching }) => {
      const on = watching !== false;
      return {
        ...WHICH[locale][on ? 'on' : 'off'],
        intent: 'orders.watch',
        // What was only looked at while the question stood open is no answer to it.
        implied: (row, { intent }) => intent !== 'orders.watch' && (on ? !hasEnded(row.state) : row.watched),
        candidates: [{ status: 'open', ...(!on && { watched: true }) }],
      };
    }),
  },
  texts: {
    en: {
      on: (number, standing) => `I’ll tell you about each change of order ${number}. ${standing}`,
      already: (number, standing) => `You are already watching order ${number}. ${standing}`,
      off: (number) => `You’re no longer watching order ${number}: I won’t tell you about its changes any more.`,
      never: (number) => `You aren’t watching order ${number}, so nothing was changed.`,
      undoOn: (number) => `Stop watching order ${number}?`,
      undoOff: (number) => `Watch order ${number} again?`,
    },
    pl: {
      on: (number, standing) => `Dam znać o każdej zmianie zamówienia ${number}. ${standing}`,
      already: (number, standing) => `Już obserwujesz zamówienie ${number}. ${standing}`,
      off: (number) => `Nie obserwujesz już zamówienia ${number}, wiadomości o jego zmianach nie będą przychodzić.`,
      never: (number) => `Nie obserwujesz zamówienia ${number}, więc nic się nie zmieniło.`,
      undoOn: (number) => `Przestać obserwować zamówienie ${number}?`,
      undoOff: (number) => `Znów obserwować zamówienie ${number}?`,
    },
  } satisfies Localized<WatchTexts>,
  async run(ctx, { watching = true, order: { id } }, { texts, key }) {
    const { order, changed } = await ctx.portal.orders[watching ? 'watch' : 'unwatch']({ key, id });
    const slots = { ref: id, enabled: String(!watching) };
    const asks = (watching ? texts.undoOn : texts.undoOff)(order.number);
    const back = { intent: 'orders.watch' as const, slots, asks };
    return {
      replies: [answer(ctx, order, changed, texts)],
      shown: lookedAt(ctx, id),
      ...(changed && { undo: back }),
    };
  },
});

function answer(ctx: Context, order: OrderRow, changed: boolean, texts: WatchTexts): Draft {
  const { number, watched } = order;
  const [now, before] = watched ? [texts.on, texts.already] : [texts.off, texts.never];
  const text = (changed ? now : before)(number, standingOf(ctx, order));
  const buttons = buttonsIn(trackButton(ctx, order), ...watchButton(ctx, order));
  return { text, card: { blocks: [{ type: 'text', text }, ...buttons] } };
}

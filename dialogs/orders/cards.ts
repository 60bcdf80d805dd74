import type { Block, Button } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import { showDate } from '../../src/lib/dates.ts';
import type { Localized } from '../../src/lib/locale.ts';
import { showMoney } from '../../src/lib/money.ts';
import { hasEnded } from '../../src/lib/order-words.ts';
import type { OrderRow } from '../../src/portal/orders/row.ts';
import type { Context } from '../define.ts';
import { stateOf } from './words.ts';

interface Labels {
  order: string;
  ordered: string;
  state: string;
  total: string;
  watched: string;
  choose: string;
  track: string;
  watch: string;
  unwatch: string;
}

const LABELS: Localized<Labels> = {
  en: {
    ...{ order: 'Order', ordered: 'Ordered', state: 'State', total: 'Total', watched: 'watched' },
    ...{ choose: 'Choose', track: 'Track', watch: 'Watch', unwatch: 'Stop watching' },
  },
  pl: {
    ...{ order: 'Zamówienie', ordered: 'Złożone', state: 'Stan', total: 'Wartość', watched: 'obserwowane' },
    ...{ choose: 'Wybierz', track: 'Śledź', watch: 'Obserwuj', unwatch: 'Przestań obserwować' },
  },
};

type Ctx = Pick<Context, 'locale' | 'today'>;
type Table = Extract<Block<Action>, { type: 'table' }>;

/** Orders with what can be done with each. */
export const orderTable = (ctx: Ctx, rows: readonly OrderRow[]): Table =>
  table(ctx, rows, (row) => [trackButton(ctx, row), ...watchButton(ctx, row)]);

/** Orders to choose from: pressing one answers the question it stands under. */
export const choiceTable = (ctx: Ctx, rows: readonly OrderRow[]): Table =>
  table(ctx, rows, ({ id }) => [{ label: LABELS[ctx.locale].choose, action: { do: 'fill', slots: { ref: id } } }]);

export const trackButton = ({ locale }: Pick<Ctx, 'locale'>, { id }: Pick<OrderRow, 'id'>): Button<Action> => ({
  label: LABELS[locale].track,
  action: { do: 'start', intent: 'orders.track', slots: { ref: id } },
});

/** Watch or Stop watching; nothing where nothing more is to come. */
export function watchButton(
  { locale }: Pick<Ctx, 'locale'>,
  { id, state, watched }: Pick<OrderRow, 'id' | 'state' | 'watched'>,
): Button<Action>[] {
  if (hasEnded(state)) return [];
  const slots = { ref: id, enabled: String(!watched) };
  const label = watched ? LABELS[locale].unwatch : LABELS[locale].watch;
  return [{ label, action: { do: 'start', intent: 'orders.watch', slots } }];
}

function table(ctx: Ctx, rows: readonly OrderRow[], actions: (row: OrderRow) => Button<Action>[]): Table {
  const t = LABELS[ctx.locale];
  const labels = [t.order, t.ordered, t.state, t.total];
  return {
    type: 'table',
    columns: labels.map((label, at) => ({ label, ...(at === 3 && { align: 'right' as const }) })),
    rows: rows.map((row) => ({
      cells: [
        row.number,
        showDate(ctx.locale, row.orderedOn),
        `${stateOf(ctx, row)}${row.watched && !hasEnded(row.state) ? `, ${t.watched}` : ''}`,
        showMoney(ctx.locale, row.total),
      ],
      actions: actions(row),
    })),
  };
}

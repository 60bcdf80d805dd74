import type { Block, Button, Rich } from '../src/kit/card.ts';
import type { IntentName } from '../src/kit/contract.ts';
import type { Action, FrameSlots } from '../src/kit/dialog.ts';
import { counted, type Locale, type Localized } from '../src/lib/locale.ts';

/** How many things a part of the home page shows; the rest is counted, and one press away. */
export const MOST = 5;

type Table = Extract<Block<Action>, { type: 'table' }>;

export const start = (label: string, intent: IntentName, slots: FrameSlots = {}): Button<Action> => ({
  label,
  action: { do: 'start', intent, slots },
});

/** A list's table as the home page shows it: the first rows, each with the first of what can be done with it. */
export const brief = (table: Table): Table => ({
  ...table,
  rows: table.rows.slice(0, MOST).map(({ cells, actions = [] }) => ({
    cells,
    ...(actions.length > 0 && { actions: actions.slice(0, 1) }),
  })),
});

export const buttonsIn = (...buttons: readonly Button<Action>[]): Block<Action>[] =>
  buttons.length > 0 ? [{ type: 'actions', buttons }] : [];

const MORE: Localized<Parameters<typeof counted>[2]['en']> = {
  en: { one: 'more is waiting', other: 'more are waiting' },
  pl: { one: 'kolejna sprawa czeka', few: 'kolejne sprawy czekają', many: 'kolejnych spraw czeka', other: 'sprawy' },
};

/** From here on it is not said how many: the portal lists at most a hundred at once. */
const COUNTED = 90;
const MANY: Localized = { en: 'Many more are waiting', pl: 'Czeka ich znacznie więcej' };

/** Things to decide, each with its buttons under it, the first ones; `all` lists the rest. */
export function decisions(
  locale: Locale,
  things: readonly { what: Rich; buttons: readonly Button<Action>[] }[],
  all: Button<Action>,
): Block<Action>[] | undefined {
  if (things.length === 0) return undefined;
  const left = things.length - MOST;
  const blocks = things
    .slice(0, MOST)
    .flatMap(({ what, buttons }): Block<Action>[] => [{ type: 'text', text: what }, ...buttonsIn(...buttons)]);
  if (left <= 0) return blocks;
  return [
    ...blocks,
    { type: 'text', text: `${left < COUNTED ? counted(locale, left, MORE) : MANY[locale]}.`, style: 'muted' },
    ...buttonsIn(all),
  ];
}

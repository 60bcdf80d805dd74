import type { Block, Button } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import type { Locale, Localized } from '../../src/lib/locale.ts';
import type { MethodView } from '../../src/portal/payments/method-view.ts';
import { start } from '../home.ts';
import { methodName } from '../payments/words.ts';
import { methodState } from './words.ts';

const TEXTS: Localized<
  Record<'method' | 'state' | 'prefer' | 'remove' | 'add' | 'addBank' | 'all' | 'choose', string>
> = {
  en: {
    ...{ method: 'Payment method', state: 'State', prefer: 'Make default', remove: 'Remove', choose: 'Choose' },
    ...{ add: 'Add a card', addBank: 'Add a bank account', all: 'Payment methods' },
  },
  pl: {
    ...{ method: 'Metoda płatności', state: 'Stan', prefer: 'Ustaw jako domyślną', remove: 'Usuń', choose: 'Wybierz' },
    ...{ add: 'Dodaj kartę', addBank: 'Dodaj rachunek', all: 'Metody płatności' },
  },
};

/** Methods on file; `actions` is what pressing one does. */
export function methodTable(
  locale: Locale,
  methods: readonly MethodView[],
  actions: (method: MethodView) => Button<Action>[],
): Block<Action> {
  const t = TEXTS[locale];
  return {
    type: 'table',
    columns: [{ label: t.method }, { label: t.state }],
    rows: methods.map((method) => ({
      cells: [methodName(locale, method), methodState(locale, method)],
      actions: actions(method),
    })),
  };
}

/** What can be done with a method by somebody who may change them. */
export function methodActions(locale: Locale, { id, expired, isDefault }: MethodView): Button<Action>[] {
  const t = TEXTS[locale];
  const prefer = expired || isDefault ? [] : [start(t.prefer, 'billing.methods.default', { ref: id })];
  return [...prefer, start(t.remove, 'billing.methods.remove', { ref: id })];
}

/** Answers the question that the table stands under. */
export const chooseMethod = (locale: Locale, { id }: MethodView): Button<Action>[] => [
  { label: TEXTS[locale].choose, action: { do: 'fill', slots: { ref: id } } },
];

/** The ways to a page for adding one. */
export const addButtons = (locale: Locale): Button<Action>[] => [
  start(TEXTS[locale].add, 'billing.methods.add', { method: 'card' }),
  start(TEXTS[locale].addBank, 'billing.methods.add', { method: 'bank' }),
];

export const listButton = (locale: Locale): Button<Action> => start(TEXTS[locale].all, 'billing.methods.list');

import type { Block, Button } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import { showDate } from '../../src/lib/dates.ts';
import type { Localized } from '../../src/lib/locale.ts';
import { showMoney } from '../../src/lib/money.ts';
import type { ContractRow } from '../../src/portal/contracts/row.ts';
import type { Permission } from '../../src/portal/policy.ts';
import type { Context } from '../define.ts';
import { start } from '../home.ts';
import { kindOf, stateOf } from './words.ts';

type Label =
  | ('contract' | 'kind' | 'ends' | 'state' | 'value')
  | ('choose' | 'show' | 'renew' | 'on' | 'off' | 'pay' | 'due');

const LABELS: Localized<Record<Label, string>> = {
  en: {
    ...{ contract: 'Contract', kind: 'Kind', ends: 'Ends', state: 'State', value: 'Value' },
    ...{ choose: 'Choose', show: 'Show', renew: 'Renew', pay: 'Pay the renewal', due: 'Show payments due' },
    ...{ on: 'Turn automatic renewal on', off: 'Turn automatic renewal off' },
  },
  pl: {
    ...{ contract: 'Umowa', kind: 'Rodzaj', ends: 'Koniec', state: 'Stan', value: 'Wartość' },
    ...{ choose: 'Wybierz', show: 'Pokaż', renew: 'Odnów', pay: 'Opłać odnowienie', due: 'Pokaż płatności należne' },
    ...{ on: 'Włącz automatyczne odnawianie', off: 'Wyłącz automatyczne odnawianie' },
  },
};

type Ctx = Pick<Context, 'locale' | 'today'>;
type Table = Extract<Block<Action>, { type: 'table' }>;

/** What the person asking may do with contracts and their renewals. */
export interface Rights {
  renew: boolean;
  pay: boolean;
  /** Who may pay instead, where the person may not. */
  payers: readonly string[];
}

export async function rightsOf({ portal }: Context): Promise<Rights> {
  const { held, notHeld } = await portal.access.explain({});
  const may = (wanted: Permission) => held.some(({ permission }) => permission === wanted);
  const payers = notHeld.find(({ permission }) => permission === 'due.pay')?.holders ?? [];
  return { renew: may('contracts.renew'), pay: may('due.pay'), payers: payers.map(({ name }) => name) };
}

/** Contracts with what can be done with each. */
export const contractTable = (ctx: Ctx, rows: readonly ContractRow[], rights: Rights): Table =>
  table(ctx, rows, (row) => [showButton(ctx, row), ...deedsOf(ctx, row, rights)]);

/** Contracts to choose from: pressing one answers the question it stands under. */
export const choiceTable = (ctx: Ctx, rows: readonly ContractRow[]): Table =>
  table(ctx, rows, ({ id }) => [{ label: LABELS[ctx.locale].choose, action: { do: 'fill', slots: { ref: id } } }]);

export const showButton = ({ locale }: Ctx, { id }: Pick<ContractRow, 'id'>): Button<Action> =>
  start(LABELS[locale].show, 'contracts.show', { ref: id });

/** Renewing it or paying its renewal, and the switch, as far as they make sense and the person may. */
export const deedsOf = (ctx: Ctx, row: ContractRow, rights: Rights): Button<Action>[] => [
  ...payButton(ctx, row, rights),
  ...(rights.renew && row.renewable ? [start(LABELS[ctx.locale].renew, 'contracts.renew', { ref: row.id })] : []),
  ...(rights.renew ? switchButton(ctx, row) : []),
];

/** Where its renewal waits to be paid and the person may pay it. */
export const payButton = ({ locale }: Ctx, { renewal }: ContractRow, { pay }: Rights): Button<Action>[] =>
  pay && renewal?.state === 'due' ? [start(LABELS[locale].pay, 'payments.due.pay', { ref: renewal.id })] : [];

export const dueButton = ({ locale }: Ctx): Button<Action> => start(LABELS[locale].due, 'payments.due.list');

/** Automatic renewal on or off; nothing where the contract has expired. */
export function switchButton({ locale }: Ctx, { id, autoRenew, status }: ContractRow): Button<Action>[] {
  if (status === 'expired') return [];
  const label = LABELS[locale][autoRenew ? 'off' : 'on'];
  return [start(label, 'contracts.autorenew', { ref: id, enabled: String(!autoRenew) })];
}

function table(ctx: Ctx, rows: readonly ContractRow[], actions: (row: ContractRow) => Button<Action>[]): Table {
  const t = LABELS[ctx.locale];
  const labels = [t.contract, t.kind, t.ends, t.state, t.value];
  return {
    type: 'table',
    columns: labels.map((label, at) => ({ label, ...(at === 4 && { align: 'right' as const }) })),
    rows: rows.map((row) => ({
      cells: [
        row.number,
        kindOf(ctx, row),
        showDate(ctx.locale, row.endsOn),
        stateOf(ctx, row),
        showMoney(ctx.locale, row.value),
      ],
      actions: actions(row),
    })),
  };
}

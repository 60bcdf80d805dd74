import { expiringUntil } from '../../lib/contract-words.ts';
import { addDays, type IsoDate } from '../../lib/dates.ts';
import { readRows } from '../contracts/row.ts';
import { readBalances } from '../payments/balances.ts';
import { type MethodView, readMethods } from '../payments/method-view.ts';
import type { AccountScope } from '../scope.ts';
import type { DigestTopic, ItemKind } from './topics.ts';

/** How long before a card stops working people are told, in days. */
const CARD_DAYS = 60;

/** Something to be told of as it stands now; in another state it is told again. */
export interface Standing {
  topic: DigestTopic;
  kind: ItemKind;
  itemId: string;
  /** With the date it depends on: moved, it is another state. */
  state: string;
}

/**
 * All that people of the account may have to be told of today (PRODUCT.md section 11): overdue invoices, contracts that
 * expire and nobody renews, renewals to be paid, cards that stop working. What is in dispute or being paid needs nobody
 * now; where that comes to nothing it is here again.
 */
export async function readStanding(scope: AccountScope): Promise<Standing[]> {
  const payable = await readPayable(scope);
  const contracts = await readRows(scope, await expiringIds(scope));
  const methods = await readMethods(scope);
  return [
    ...payable,
    ...contracts
      .filter(({ renewal }) => renewal === null)
      .map(({ id, endsOn }) => standing('renewals', 'contract', id, `expiring:${endsOn}`)),
    ...methods.flatMap((method) => {
      const state = cardState(method, scope.today);
      return state ? [standing('expiring_cards', 'card', method.id, state)] : [];
    }),
  ];
}

const standing = (topic: DigestTopic, kind: ItemKind, itemId: string, state: string): Standing => ({
  ...{ topic, kind, itemId, state },
});

/** `expiring:2026-12`, `expired:2026-12`, or undefined while the card is good for longer. */
function cardState({ kind, expires, expired }: MethodView, today: IsoDate): string | undefined {
  if (kind !== 'card' || expires === null) return undefined;
  if (expired) return `expired:${expires}`;
  // Good to the end of the month: the next one has to begin within the days.
  return expires < addDays(today, CARD_DAYS).slice(0, 7) || isMonthsEnd(addDays(today, CARD_DAYS), expires)
    ? `expiring:${expires}`
    : undefined;
}

const isMonthsEnd = (date: IsoDate, month: string): boolean =>
  date.startsWith(month) && addDays(date, 1).slice(0, 7) !== month;

/** Overdue invoices and renewals to be paid, of which something can be paid now. */
async function readPayable(scope: AccountScope): Promise<Standing[]> {
  const { tx, today } = scope;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM invoice WHERE "leftToPay" > 0 AND "dueOn" < ${today}::date
    UNION ALL SELECT id FROM payment_due WHERE kind = 'support_renewal' AND state = 'due'`;
  const balances = await readBalances(
    tx,
    rows.map(({ id }) => id),
  );
  return balances
    .filter(({ available, disputed }) => available.greaterThan(0) && !disputed)
    .map(({ kind, id, dueOn }) =>
      kind === 'invoice'
        ? standing('overdue_invoices', 'invoice', id, `overdue:${dueOn}`)
        : standing('renewals', 'due', id, `${dueOn < today ? 'late' : 'due'}:${dueOn}`),
    );
}

async function expiringIds({ tx, today }: AccountScope): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM contract WHERE "endsOn" >= ${today}::date AND "endsOn" <= ${expiringUntil(today)}::date
    ORDER BY "endsOn", number`;
  return rows.map(({ id }) => id);
}

import { z } from 'zod';
import { type Money, money, totals } from '../../lib/money.ts';
import { type ContractRow, readRows } from '../contracts/row.ts';
import { type DueRow, readDues } from '../dues/row.ts';
import { type InvoiceRow, type RawRow, withBalances } from '../invoices/row.ts';
import { reading } from '../operation.ts';
import { type MethodView, readMethods } from '../payments/method-view.ts';
import type { Scope } from '../scope.ts';
import { readSettings } from './settings.ts';
import { readStanding, type Standing } from './standing.ts';
import { type ItemKind, TOLD_TO } from './topics.ts';

/** What somebody is reminded of, as it stands now; lists are complete but for the invoices. */
export interface Digest {
  /** Rows are the first ones, longest overdue first; counts and sums are of all. */
  invoices: { count: number; left: Money[]; rows: InvoiceRow[] };
  contracts: ContractRow[];
  /** Renewals to be paid. */
  dues: DueRow[];
  cards: MethodView[];
}

/** So many invoices are shown, the others counted. */
const SHOWN = 5;

/**
 * What the person asking was told of at these moments, as far as it still stands, they may see it and have not switched
 * it off: paid since, or the role lost, it is not in it.
 */
export const digest = reading({
  permission: 'own',
  input: z.strictObject({ at: z.array(z.iso.datetime()).min(1).max(100) }),
  async handle(scope, { at }): Promise<Digest> {
    const told = await scope.tx.reminder.findMany({
      where: { contactId: scope.actor.id, toldAt: { in: at.map((moment) => new Date(moment)) } },
      select: { topic: true, itemId: true, state: true },
    });
    const keys = new Set(told.map(keyOf));
    const off = new Set((await readSettings(scope)).flatMap(({ topic, enabled }) => (enabled ? [] : [topic])));
    const standing = (await readStanding(scope)).filter(
      (one) => keys.has(keyOf(one)) && !off.has(one.topic) && scope.may(TOLD_TO[one.kind]),
    );
    const ids = (kind: ItemKind) => standing.filter((one) => one.kind === kind).map(({ itemId }) => itemId);
    const cards = new Set(ids('card'));
    return {
      invoices: await invoicesOf(scope, ids('invoice')),
      contracts: await readRows(scope, ids('contract')),
      dues: (await readDues(scope, ids('due'))).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
      cards: (await readMethods(scope)).filter(({ id }) => cards.has(id)),
    };
  },
});

const keyOf = ({ topic, itemId, state }: Pick<Standing, 'itemId' | 'state'> & { topic: string }): string =>
  `${topic} ${itemId} ${state}`;

async function invoicesOf(scope: Scope, ids: readonly string[]): Promise<Digest['invoices']> {
  const rows = await scope.tx.$queryRaw<RawRow[]>`
    SELECT id, number, "purchaseOrder", type, to_char("issuedOn", 'YYYY-MM-DD') AS "issuedOn",
      to_char("dueOn", 'YYYY-MM-DD') AS "dueOn", currency, total::text, "leftToPay"::text AS left
    FROM invoice WHERE id = ANY (${ids}::uuid[]) ORDER BY invoice."dueOn", id`;
  return {
    count: rows.length,
    left: totals(rows.map(({ left, currency }) => money(left, currency))),
    rows: await withBalances(scope, rows.slice(0, SHOWN)),
  };
}

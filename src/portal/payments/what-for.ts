import type { DueKind } from '../../lib/due-words.ts';
import type { PayableKind } from './balances.ts';

/** An invoice or a payment due, as a payment names it. */
export interface Payable {
  kind: PayableKind;
  id: string;
  /** As in `Balance`. */
  number: string;
}

/** What of an allocation says what it is for, for Prisma's `select`. */
export const WHAT_FOR = {
  invoice: { select: { id: true, number: true } },
  due: {
    select: {
      ...{ id: true, kind: true, description: true },
      order: { select: { number: true } },
      contract: { select: { number: true } },
    },
  },
} as const;

interface Row {
  invoice: { id: string; number: string } | null;
  due: {
    id: string;
    kind: string;
    description: string;
    order: { number: string } | null;
    contract: { number: string } | null;
  } | null;
}

/** What an allocation is for: the database holds every one to an invoice or a payment due. */
export function itemOf({ invoice, due }: Row): Payable {
  if (invoice) return { kind: 'invoice', ...invoice };
  const { id, kind, description, order, contract } = due!;
  return { kind: kind as DueKind, id, number: order?.number ?? contract?.number ?? description };
}

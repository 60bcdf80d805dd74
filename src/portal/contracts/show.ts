import { z } from 'zod';
import { type Money, money } from '../../lib/money.ts';
import { reading } from '../operation.ts';
import { type ContractRow, readRow } from './row.ts';

/** Everything of one contract (PRODUCT.md section 5). */
export interface ContractDetails extends ContractRow {
  /** Quantities are decimal strings. */
  lines: { product: string; quantity: string; amount: Money }[];
}

/** One contract with its lines; throws `not_found`. */
export const show = reading({
  permission: 'contracts.read',
  input: z.strictObject({ id: z.uuid() }),
  async handle(scope, { id }): Promise<ContractDetails> {
    const row = await readRow(scope, id);
    const lines = await scope.tx.contractLine.findMany({ where: { contractId: id }, orderBy: { position: 'asc' } });
    return {
      ...row,
      lines: lines.map(({ product, quantity, amount }) => ({
        ...{ product, quantity: quantity.toFixed(), amount: money(amount.toFixed(), row.value.currency) },
      })),
    };
  },
});

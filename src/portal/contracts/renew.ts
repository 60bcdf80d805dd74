import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { dateInput } from '../date-input.ts';
import { changing } from '../operation.ts';
import type { Scope } from '../scope.ts';
import { hasLapsed, isWorthSomething, renewalKey } from './renewal.ts';
import { type ContractRow, readRow } from './row.ts';

/** So many products are named in what is to be paid. */
const NAMED = 3;

/** The contract as it stands, and whether its renewal was made now or had been there already. */
interface Renewing {
  contract: ContractRow;
  created: boolean;
}

/**
 * Puts a support contract's renewal into payments due, at the contract's value: one a contract and end date, whoever
 * asks and however often (PRODUCT.md section 5); one that the data has brought is that one. `endsOn` and `value` are as
 * the person was shown them. Throws `not_found`, and `conflict`: `not_support` for a subscription, `nothing_to_renew` for
 * a contract that is worth nothing, `contract_lapsed` for one that expired long ago, `contract_changed` where the data has brought another end or value since.
 */
export const renew = changing({
  permission: 'contracts.renew',
  exclusive: true,
  input: z.strictObject({
    id: z.uuid(),
    endsOn: dateInput,
    value: z.strictObject({ amount: z.string().max(30), currency: z.string().length(3) }),
  }),
  async handle(scope, { id, ...shown }): Promise<Renewing> {
    const contract = await readRow(scope, id);
    const { number, kind, endsOn, value } = contract;
    const same =
      endsOn === shown.endsOn && value.amount === shown.value.amount && value.currency === shown.value.currency;
    if (contract.renewal && same) return { contract, created: false };
    if (kind !== 'support') throw new CodedError('conflict', 'not_support', { number });
    if (hasLapsed(endsOn, scope.today)) throw new CodedError('conflict', 'contract_lapsed', { number, endsOn });
    if (!isWorthSomething(value)) throw new CodedError('conflict', 'nothing_to_renew', { number });
    if (!same) throw new CodedError('conflict', 'contract_changed', { number });
    await scope.tx.paymentDue.create({
      data: {
        externalId: renewalKey(id, endsOn),
        kind: 'support_renewal',
        description: await describe(scope, contract),
        dueOn: new Date(`${contract.next.dueOn}T00:00:00Z`),
        ...value,
        contractId: id,
      },
    });
    scope.audit({ action: 'contracts.renew', object: `contract:${number}`, outcome: 'done', details: { ...value } });
    return { contract: await readRow(scope, id), created: true };
  },
});

/** What it is for, in words of the data, since people of two languages read it. */
async function describe({ tx }: Scope, { id, number }: ContractRow): Promise<string> {
  const lines = await tx.contractLine.findMany({
    where: { contractId: id },
    orderBy: { position: 'asc' },
    take: NAMED,
    select: { product: true },
  });
  const products = lines.map(({ product }) => product).join(', ');
  return products || number;
}

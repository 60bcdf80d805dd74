import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { changing } from '../operation.ts';
import type { Scope } from '../scope.ts';
import { type ContractRow, readRow } from './row.ts';

/** The contract as it stands, and whether there was anything to change. */
interface Switching {
  contract: ContractRow;
  changed: boolean;
}

const input = z.strictObject({ id: z.uuid() });

/** Has a contract renewed by itself when it ends. Throws `not_found`, and `conflict` `contract_expired`. */
export const autoRenewOn = changing({
  permission: 'contracts.renew',
  exclusive: true,
  input,
  handle: (scope, { id }) => turn(scope, id, true),
});

/** Lets a contract end where nobody renews it. Throws as `autoRenewOn`. */
export const autoRenewOff = changing({
  permission: 'contracts.renew',
  exclusive: true,
  input,
  handle: (scope, { id }) => turn(scope, id, false),
});

/** What a person switched is theirs from then on: no load changes it back (docs/loading.md). */
async function turn(scope: Scope, id: string, autoRenew: boolean): Promise<Switching> {
  const contract = await readRow(scope, id);
  const { number, endsOn, status } = contract;
  if (contract.autoRenew === autoRenew) return { contract, changed: false };
  if (status === 'expired') throw new CodedError('conflict', 'contract_expired', { number, endsOn });
  await scope.tx.contract.update({ where: { id }, data: { autoRenew, autoRenewSet: true } });
  scope.audit({
    action: autoRenew ? 'contracts.autoRenewOn' : 'contracts.autoRenewOff',
    object: `contract:${number}`,
    outcome: 'done',
  });
  return { contract: { ...contract, autoRenew }, changed: true };
}

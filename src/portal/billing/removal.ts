import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { reading } from '../operation.ts';
import { type MethodView, readMethods } from '../payments/method-view.ts';
import { RESERVING } from '../payments/states.ts';
import type { AccountScope } from '../scope.ts';

/** What removing a method comes to now. */
export interface Removal {
  method: MethodView;
  /** What can't do without it: numbers of payments that have not ended, descriptions of payments due. */
  neededBy: { payments: string[]; dues: string[] };
  /** Of a default: which may take its place, the likeliest first. */
  heirs: MethodView[];
}

/** The methods on file, the default first, for somebody who changes them. */
export const choose = reading({
  permission: 'billing.change',
  input: z.strictObject({}),
  handle: (scope) => readMethods(scope),
});

/** What removing a method would come to; throws `not_found` `method_not_on_file`. */
export const removal = reading({
  permission: 'billing.change',
  input: z.strictObject({ id: z.uuid() }),
  handle: (scope, { id }) => readRemoval(scope, id),
});

/** A method on file among all; throws `not_found` `method_not_on_file`. */
export function requireMethod(methods: readonly MethodView[], id: string): MethodView {
  const method = methods.find((one) => one.id === id);
  if (!method) throw new CodedError('not_found', 'method_not_on_file');
  return method;
}

export async function readRemoval(scope: Pick<AccountScope, 'tx' | 'today'>, id: string): Promise<Removal> {
  const methods = await readMethods(scope);
  const method = requireMethod(methods, id);
  const payments = await scope.tx.payment.findMany({
    where: { methodId: id, state: { in: [...RESERVING] } },
    select: { number: true },
    orderBy: { confirmedAt: 'asc' },
  });
  const dues = await scope.tx.paymentDue.findMany({
    where: { methodId: id, state: 'due' },
    select: { description: true },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  });
  return {
    method,
    neededBy: {
      payments: payments.map(({ number }) => number),
      dues: dues.map(({ description }) => description),
    },
    heirs: method.isDefault ? methods.filter((one) => one.id !== id && !one.expired) : [],
  };
}

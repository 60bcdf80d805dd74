import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { changing } from '../operation.ts';
import { readMethods } from '../payments/method-view.ts';
import { requireMethod } from './removal.ts';

/**
 * Makes a method the one that is offered first. Throws `not_found` `method_not_on_file`, `conflict`
 * `expired_no_default` for a card whose month is over. The answer tells which it was before.
 */
export const setDefault = changing({
  permission: 'billing.change',
  exclusive: true,
  input: z.strictObject({ id: z.uuid() }),
  async handle(scope, { id }) {
    const { tx } = scope;
    const methods = await readMethods(scope);
    const method = requireMethod(methods, id);
    const before = methods.find(({ isDefault }) => isDefault) ?? null;
    const { last4 } = method;
    if (method.expired) throw new CodedError('conflict', 'expired_no_default', { last4 });
    if (method.isDefault) return { method, before, changed: false };
    await tx.paymentMethod.updateMany({ where: { isDefault: true, removedAt: null }, data: { isDefault: false } });
    await tx.paymentMethod.update({ where: { id }, data: { isDefault: true } });
    const details = before && { details: { from: before.last4 } };
    scope.audit({ action: 'billing.setDefault', object: `method:${last4}`, outcome: 'done', ...details });
    return { method: { ...method, isDefault: true }, before, changed: true };
  },
});
